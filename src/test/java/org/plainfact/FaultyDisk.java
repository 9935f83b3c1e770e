package org.plainfact;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The disk of this machine, of which one operation fails: every look, opening, making, moving and removing is counted. */
final class FaultyDisk extends FileSystemProvider {
    private final FileSystemProvider real;
    private final FileSystem system;
    private final int failing;
    private final Optional<Path> place;
    private final AtomicInteger done = new AtomicInteger();

    /** @param failing which operation fails, counted from 0; a negative one for none */
    FaultyDisk(FileSystem machine, int failing) {
        this(machine, failing, Optional.empty());
    }

    /**
     * @param failing which operation fails of those on the place
     * @param place all, where it is empty
     */
    FaultyDisk(FileSystem machine, int failing, Optional<Path> place) {
        this.real = machine.provider();
        this.system = new Machine(machine);
        this.failing = failing;
        this.place = place;
    }

    /** A path of the machine as one of this disk. */
    Path path(Path path) {
        return (Path) Proxy.newProxyInstance(
                FaultyDisk.class.getClassLoader(),
                new Class<?>[] {Path.class, Wrapped.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "unwrapped" -> {
                            return path;
                        }
                        case "getFileSystem" -> {
                            return system;
                        }
                        case "equals" -> {
                            return arguments[0] instanceof Wrapped other
                                    && other.unwrapped().equals(path);
                        }
                        default -> {}
                    }
                    Object[] given = arguments == null ? new Object[0] : arguments.clone();
                    for (int i = 0; i < given.length; i++) {
                        given[i] = given[i] instanceof Wrapped other ? other.unwrapped() : given[i];
                    }
                    try {
                        return wrapped(method.invoke(path, given));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private @Nullable Object wrapped(@Nullable Object value) {
        if (value instanceof Path other) {
            return path(other);
        }
        return value instanceof Iterator<?> each ? paths(each) : value;
    }

    private Iterator<Path> paths(Iterator<?> each) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Path next() {
                return path((Path) each.next());
            }
        };
    }

    /** How many operations there were. */
    int done() {
        return done.get();
    }

    private interface Wrapped {
        Path unwrapped();
    }

    private static Path unwrap(Path path) {
        return path instanceof Wrapped wrapped ? wrapped.unwrapped() : path;
    }

    private Path count(Path path) throws IOException {
        Path own = unwrap(path);
        if (place.map(own::equals).orElse(true) && done.getAndIncrement() == failing) {
            throw new FileSystemException(own.toString(), null, "Input/output error");
        }
        return own;
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return path(real.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return real.newByteChannel(count(path), options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return real.newFileChannel(count(path), options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> stream = real.newDirectoryStream(count(folder), each -> filter.accept(path(each)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return paths(stream.iterator());
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        real.createDirectory(count(folder), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        real.createSymbolicLink(count(link), unwrap(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        real.createLink(count(link), unwrap(existing));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return path(real.readSymbolicLink(count(link)));
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(count(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        real.copy(unwrap(source), count(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        real.move(unwrap(source), count(target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(count(path), unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(count(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(count(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(count(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(unwrap(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(count(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(count(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(count(path), attribute, value, options);
    }

    private final class Machine extends FileSystem {
        private final FileSystem machine;

        Machine(FileSystem machine) {
            this.machine = machine;
        }

        @Override
        public FileSystemProvider provider() {
            return FaultyDisk.this;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return machine.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return () -> paths(machine.getRootDirectories().iterator());
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return machine.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return machine.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return path(machine.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            PathMatcher matcher = machine.getPathMatcher(pattern);
            return path -> matcher.matches(unwrap(path));
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return machine.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return machine.newWatchService();
        }
    }
}
