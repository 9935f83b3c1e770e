package org.plainfact;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.plainfact.disk.Trees;

/**
 * The program and its tests loaded a second time, with other words in some of its sources. Nothing in the program knows of
 * it, and what was compiled is what it was.
 */
final class Altered extends ClassLoader {
    private static final String OURS = "org.plainfact.";
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all: it knows what is in the jars. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    static {
        try {
            FILES.setLocation(
                    StandardLocation.CLASS_PATH,
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(File::new)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Map<String, byte[]> classes;

    private Altered(Map<String, byte[]> classes) {
        super("altered", Altered.class.getClassLoader());
        this.classes = classes;
    }

    /** A source file as it is to be, such as {@code src/main/java/org/plainfact/site/Route.java}. */
    record Source(Path file, String text) {}

    /** @throws IllegalArgumentException with the compiler's words where the sources are no Java */
    static Altered with(List<Source> sources) {
        Compiled compiled = new Compiled();
        if (!sources.isEmpty()) {
            StringWriter told = new StringWriter();
            boolean done = COMPILER.getTask(
                            told,
                            compiled,
                            null,
                            List.of("-proc:none", "-parameters", "-nowarn", "-XDshould-stop.ifError=FLOW"),
                            null,
                            sources.stream().map(InMemory::new).toList())
                    .call();
            if (!done) {
                throw new IllegalArgumentException(told.toString());
            }
        }
        return new Altered(compiled.classes());
    }

    /**
     * Runs tests against the altered program.
     *
     * @param tests such as {@code RouteTest.a_route_cannot_leave_the_output}
     * @param find the full name of a test class
     * @return what failed first; empty where all passed
     * @throws IllegalArgumentException where there is no such test
     */
    Optional<Throwable> failure(List<String> tests, Function<String, String> find, int seconds) {
        FutureTask<Optional<Throwable>> run = new FutureTask<>(() -> run(tests, find));
        String path = System.getProperty("java.class.path");
        try (Folder folder = new Folder(classes)) {
            // Tests that start processes give them this.
            System.setProperty("java.class.path", folder.path() + File.pathSeparator + path);
            Thread.ofPlatform().daemon().name("altered").start(run);
            return run.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            run.cancel(true);
            return Optional.of(new AssertionError("no end within " + seconds + " s", e));
        } catch (ExecutionException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setProperty("java.class.path", path);
        }
    }

    private Optional<Throwable> run(List<String> tests, Function<String, String> find) {
        Thread.currentThread().setContextClassLoader(this);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream().map(test -> selector(test, find)).toList())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        if (summary.getTestsStartedCount() < tests.size() || summary.getTestsSkippedCount() > 0) {
            throw new IllegalStateException("not all of these run: " + tests);
        }
        return summary.getFailures().stream()
                .map(TestExecutionSummary.Failure::getException)
                .findFirst();
    }

    private MethodSelector selector(String test, Function<String, String> find) {
        String[] names = test.split("\\.", 2);
        try {
            Class<?> type = loadClass(find.apply(names[0]));
            Method method = Arrays.stream(type.getDeclaredMethods())
                    .filter(it -> it.getName().equals(names[1]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no test " + test));
            return DiscoverySelectors.selectMethod(type, method);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Ours are loaded here, whether altered or not: a class sees those of its own loader alone. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null && in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] all = bytes == null ? in.readAllBytes() : bytes;
            return defineClass(name, all, 0, all.length, getClass().getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** What is altered, for other processes; gone when closed. */
    private static final class Folder implements AutoCloseable {
        private final Path path;

        Folder(Map<String, byte[]> classes) throws IOException {
            path = Files.createTempDirectory("altered");
            for (Map.Entry<String, byte[]> each : classes.entrySet()) {
                Path file = path.resolve(each.getKey().replace('.', '/') + ".class");
                Files.createDirectories(Trees.parent(file));
                Files.write(file, each.getValue());
            }
        }

        Path path() {
            return path;
        }

        @Override
        public void close() throws IOException {
            Trees.delete(path);
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(Source source) {
            super(source.file().toAbsolutePath().toUri(), Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps classes that are compiled, and writes none. */
    private static final class Compiled extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

        Compiled() {
            super(FILES);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            made.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("memory:/" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
