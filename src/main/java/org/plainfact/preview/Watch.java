package org.plainfact.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watches a folder and tells each burst of changes once. What counts is what files hold: a touch, or a save that changes
 * nothing, is not told. The last state is never missed: after a change during the listener's work it is called again.
 */
public final class Watch implements AutoCloseable {
    /** How often it is looked whether the folder is still there. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Path root;
    private final Predicate<Path> relevant;
    private final Consumer<Changes> listener;
    private final Prints prints = new Prints();
    private final Burst burst = new Burst(prints);
    private final Folders folders;

    private Tree tree;
    private Thread reader;
    private volatile boolean closed;

    private Watch(Path root, Predicate<Path> relevant, Consumer<Changes> listener) throws IOException {
        this.root = root;
        this.relevant = relevant;
        this.listener = listener;
        this.folders = new Folders(root, relevant, prints);
        this.tree = Tree.open(root, relevant, folders, burst);
        this.reader = read();
    }

    /**
     * Returns when changes are being watched for; what is there by then is taken as known.
     *
     * @param root an existing folder
     * @param relevant decides by absolute path which files are told and which folders are watched at all; called by
     *     several threads
     * @param listener called by one thread, one call after the other
     * @throws UncheckedIOException when the folder cannot be watched
     */
    public static Watch start(Path root, Predicate<Path> relevant, Consumer<Changes> listener) {
        try {
            Watch watch = new Watch(root.toAbsolutePath().normalize(), relevant, listener);
            Thread.ofPlatform().name("plainfact-watch").daemon().start(watch::tell);
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the watching soon. A call of the listener that runs just now runs to its end. */
    @Override
    public void close() {
        closed = true;
        burst.wake();
    }

    private void tell() {
        try (this) {
            while (!closed) {
                Optional<Changes> changes = burst.next(LOOK);
                if (changes.isPresent() && !closed) {
                    call(changes.get());
                } else if (tree.gone()) {
                    waitForTree();
                }
            }
            reader.interrupt();
            tree.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void call(Changes changes) throws IOException {
        if (changes.all()) {
            reader.interrupt();
            folders.look();
            reader = read();
        }
        try {
            listener.accept(changes);
        } catch (RuntimeException e) {
            // A bug of the listener's is to be seen, and must not end the watching.
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
        }
        burst.called();
    }

    private void waitForTree() throws InterruptedException, IOException {
        tree.close();
        while (!closed) {
            try {
                tree = Tree.open(root, relevant, folders, burst);
                burst.anything();
                return;
            } catch (IOException stillGone) {
                Thread.sleep(LOOK);
            }
        }
    }

    /** Beside the work: reading thousands of files takes its time. */
    private Thread read() {
        Thread thread =
                Thread.ofPlatform().name("plainfact-watch-reader").daemon().unstarted(prints::readUnread);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return thread;
    }
}
