package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.plainfact.bake.Configuration;
import org.plainfact.bake.LastSite;
import org.plainfact.check.Told;
import org.plainfact.preview.Changes;
import org.plainfact.preview.PreviewServer;
import org.plainfact.preview.Watch;
import org.plainfact.source.Finding;

/**
 * A project that is looked at again after each change, and its last good site in the browser. Until the first look is done
 * that is the site which an earlier build left.
 */
final class Preview implements AutoCloseable {
    /** How often it is looked whether a new day has come, which may bring what was scheduled for it. */
    static final Duration DAY_CHECK = Duration.ofSeconds(20);

    /** How long nobody must have saved anything before what was made is kept. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Path root;
    private final Supplier<Configuration.Options> options;
    private final Terminal terminal;
    private final PreviewServer server;
    private final Views views;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Build build;
    private volatile Watch watch;
    private Set<String> watched;
    private String today = "";
    private volatile boolean unkept;
    private volatile boolean unheld;
    private volatile long lookedAt = System.nanoTime();

    private Preview(
            Path root,
            Optional<Keeping> keeping,
            Configuration configuration,
            Supplier<Configuration.Options> options,
            PreviewServer.Options where,
            Terminal terminal)
            throws IOException {
        this.root = root;
        this.build = new Build(root, keeping);
        this.options = options;
        this.terminal = terminal;
        this.views = new Views(root, configuration.settings().basePath(), LastSite.in(configuration.destination()));
        this.server = PreviewServer.start(where, views.first());
        this.watched = configuration.sources();
        this.watch = watch(watched);
    }

    /**
     * Serves at once; the first look is taken beside it.
     *
     * @param options asked before each look
     * @throws IOException where the interface cannot be listened on
     * @throws ProjectUnreadable where there is no site to be shown
     */
    static Preview start(
            Path root,
            Optional<Keeping> keeping,
            Supplier<Configuration.Options> options,
            PreviewServer.Options where,
            Terminal terminal)
            throws IOException {
        Configuration configuration = Build.configuration(root, options.get());
        Preview preview = new Preview(root, keeping, configuration, options, where, terminal);
        Thread.ofPlatform().name("plainfact-first-look").daemon().start(preview::look);
        return preview;
    }

    URI address() {
        return server.address();
    }

    /** Waits until the preview is closed, and looks again when a new day has come. */
    void await(Duration dayCheck) throws InterruptedException {
        while (!ended.await((unkept || unheld ? QUIET : dayCheck).toMillis(), TimeUnit.MILLISECONDS)) {
            if (isNewDay()) {
                look();
            }
            if ((unkept || unheld) && System.nanoTime() - lookedAt >= QUIET.toNanos()) {
                keep();
            }
        }
    }

    /**
     * What is shown, in case its files change into something that cannot be; and for the next start, so that it finds what was
     * made. Given up, and tried again later, when somebody saves: who writes does not wait for it.
     */
    private void keep() {
        long last = lookedAt;
        BooleanSupplier quiet = () -> lookedAt == last;
        unheld = false;
        if (build.hold(quiet)) {
            unheld = true;
        }
        if (unkept) {
            unkept = false;
            if (build.keep(quiet)) {
                unkept = true;
            }
        }
        terminal.note(build.notes());
    }

    @Override
    public void close() {
        ended.countDown();
        watch.close();
        server.close();
    }

    private Watch watch(Set<String> sources) {
        return Watch.start(root, path -> isSource(path, sources), this::changed);
    }

    /** A source itself, something in it, or a folder on the way to it. */
    private boolean isSource(Path path, Set<String> sources) {
        String name = root.relativize(path).toString().replace('\\', '/');
        return sources.stream()
                .anyMatch(source -> name.isEmpty()
                        || name.equals(source)
                        || name.startsWith(source + "/")
                        || source.startsWith(name + "/"));
    }

    private synchronized void changed(Changes changes) {
        if (changes.all()) {
            build.changed();
        } else {
            build.changed(changes.paths());
        }
        look();
    }

    private synchronized boolean isNewDay() {
        return !today.equals(options.get().today());
    }

    /** Whatever happens in a look, the preview goes on: what stopped it is told like a finding. */
    private synchronized void look() {
        lookedAt = System.nanoTime();
        server.building();
        try {
            Set<String> sources;
            do {
                sources = watched;
                lookOnce();
            } while (!sources.equals(watched));
        } catch (UncheckedIOException e) {
            // The watch sees most of what may mend it; for all else there is the check for a new day.
            today = "";
            show(failed(Fault.machine(e, root)), System.nanoTime());
        } catch (OutOfMemoryError e) {
            // What is remembered may be what filled it.
            build = new Build(root);
            show(failed(Fault.machine(e)), System.nanoTime());
        } catch (RuntimeException | StackOverflowError e) {
            build = new Build(root);
            show(failed(Fault.bug(e)), System.nanoTime());
            terminal.bug(e);
        } finally {
            lookedAt = System.nanoTime();
        }
    }

    private void lookOnce() {
        long start = System.nanoTime();
        Configuration.Options now = options.get();
        today = now.today();
        Build.Look look = looked(new Build.Options(Optional.empty(), now, false));
        show(look, start);
        look.material().map(material -> material.configuration().sources()).ifPresent(this::follow);
    }

    /** Files may go between being listed and being read: what is there now tells a second look. */
    private Build.Look looked(Build.Options now) {
        try {
            return build.look(now);
        } catch (UncheckedIOException e) {
            build.changed();
            return build.look(now);
        }
    }

    private void show(Build.Look look, long start) {
        server.show(views.of(look));
        build.settle();
        unkept |= !look.printed().isEmpty();
        unheld = true;
        terminal.note(build.notes());
        terminal.tell(look, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private static Build.Look failed(Finding fault) {
        return new Build.Look(Optional.empty(), Told.of(List.of(fault), 0), Set.of(), Optional.empty());
    }

    /**
     * The folders of a site are configured, and may have been renamed just now. What changed in them before they were
     * watched is only seen by looking once more.
     */
    private void follow(Set<String> sources) {
        if (sources.equals(watched)) {
            return;
        }
        Watch old = watch;
        watch = watch(sources);
        watched = sources;
        old.close();
        build.changed();
        if (ended.getCount() == 0) {
            watch.close();
        }
    }
}
