package org.plainfact.preview;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A folder whose events go to a {@link Burst}, as long as it is the same folder. */
final class Tree implements AutoCloseable {
    private final Path root;
    private final @Nullable Object key;
    private final DirectoryWatcher watcher;

    private Tree(Path root, @Nullable Object key, DirectoryWatcher watcher) {
        this.root = root;
        this.key = key;
        this.watcher = watcher;
    }

    /** @throws IOException when the folder is not there or cannot be watched */
    static Tree open(Path root, Predicate<Path> relevant, Folders folders, Burst burst) throws IOException {
        Object key = key(root);
        DirectoryWatcher watcher = DirectoryWatcher.builder()
                .path(root)
                .listener(new Listener(relevant, burst))
                .fileTreeVisitor(folders)
                // It would read every file before it begins; see Prints.
                .fileHashing(false)
                .build();
        CompletableFuture<Void> watching = watcher.watchAsync(Tree::run);
        if (watching.isCompletedExceptionally()) {
            watcher.close();
            throw new IOException("the folder cannot be watched: " + root, watching.exceptionNow());
        }
        return new Tree(root, key, watcher);
    }

    /** Whether the folder has gone, or another one stands in its place. No event tells this. */
    boolean gone() {
        try {
            return watcher.isClosed() || !Objects.equals(key, key(root));
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }

    private static void run(Runnable task) {
        Thread.ofPlatform().name("plainfact-watch-events").daemon().start(task);
    }

    private static @Nullable Object key(Path root) throws IOException {
        return Files.readAttributes(root, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private record Listener(Predicate<Path> relevant, Burst burst) implements DirectoryChangeListener {
        @Override
        public void onEvent(DirectoryChangeEvent event) {
            if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
                burst.anything();
            } else if (relevant.test(event.path())) {
                burst.touched(event.path());
            }
        }

        /** Such as a new folder that the system refuses to watch. */
        @Override
        public void onException(Exception exception) {
            burst.anything();
        }
    }
}
