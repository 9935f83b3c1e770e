package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The measurements at one number of articles. */
final class SizeBenchmark {
    /** A kind of save that is slow is measured less often. */
    private static final Duration LONGEST_KIND = Duration.ofMinutes(4);

    private static final int SHORTEST_PAUSE_MS = 150;
    private static final int LONGEST_PAUSE_MS = 400;

    private final int size;
    private final Path work;
    private final Project project;
    private final Probe probe;
    private final Optional<Project> forHugo;
    private final Deadline deadline;
    private final Report report;
    private final Random random = new Random(1);

    private SizeBenchmark(
            int size, Path work, Project project, Optional<Project> forHugo, Deadline deadline, Report report)
            throws IOException {
        this.size = size;
        this.work = work;
        this.project = project;
        this.forHugo = forHugo;
        this.deadline = deadline;
        this.report = report;
        this.probe = Probe.into(project);
    }

    /** What is saved, by number. */
    private interface Change {
        Save save(int number) throws IOException;
    }

    /** Done after a save is shown. */
    private interface Then {
        void with(int number, Preview.Printed printed) throws IOException, InterruptedException;
    }

    /** Writes the corpora and builds the site. */
    static SizeBenchmark prepare(int size, Path work, boolean hugo, Deadline deadline, Report report)
            throws IOException, InterruptedException {
        Path folder = work.resolve("project");
        Preview.run(deadline, "init", folder.toString());
        Corpus.write(folder, size);
        Project project = Project.in(folder);
        Optional<Project> forHugo =
                hugo ? Optional.of(HugoSite.write(work.resolve("hugo"), project)) : Optional.empty();
        SizeBenchmark benchmark = new SizeBenchmark(size, work, project, forHugo, deadline, report);
        Preview.run(deadline, "build", folder.toString());
        return benchmark;
    }

    /** Starts one server after the other, so that each starts alone. */
    void run(int saves) throws IOException, InterruptedException {
        try (Server floor = Server.plain(Files.createDirectories(floorFolder()), deadline)) {
            floor.firstPage();
            if (forHugo.isEmpty()) {
                run(saves, floor, Optional.empty());
                return;
            }
            try (Server hugo = HugoSite.serve(forHugo.get(), deadline)) {
                double firstPage = hugo.firstPage() / 1e6;
                run(saves, floor, Optional.of(hugo));
                report.start(size, "hugo server", firstPage, firstPage, hugo.program());
            }
        }
    }

    private void run(int saves, Server floor, Optional<Server> hugo) throws IOException, InterruptedException {
        try (Preview preview = Preview.start(project.folder(), deadline)) {
            Program program = preview.server().program();
            double firstPage = preview.server().firstPage() / 1e6;
            double firstLook = (preview.looked() - program.started()) / 1e6;
            try {
                measure(saves, preview, floor, hugo);
            } finally {
                report.start(size, "plainfact serve", firstPage, firstLook, program);
            }
        }
    }

    private void measure(int saves, Preview preview, Server floor, Optional<Server> hugo)
            throws IOException, InterruptedException {
        Set<String> shown = Probe.files(site());
        texts(preview, floor, hugo, saves);
        Claim claim = Claim.prove(preview, probe, shown);
        series("a cell that three articles show", probe::cell, saves / 2, preview, floor, (n, it) -> claim.check(it));
        series("a title", n -> project.title(n + 2 * saves), saves / 2, preview, floor, (n, it) -> {});
        Poller poller = preview.server().poller();
        series("the style sheet", n -> project.style(n, poller), saves / 6, preview, floor, (n, it) -> {});
    }

    /** Hugo takes its turn here alone: it has no cells. */
    private void texts(Preview preview, Server floor, Optional<Server> hugo, int saves)
            throws IOException, InterruptedException {
        Series series = new Series();
        Series own = series("a text", project::text, saves, preview, floor, (number, printed) -> {
            if (hugo.isPresent()) {
                pause();
                long time = hugo.get().save(forHugo.orElseThrow().text(number), number);
                if (isMeasured(number, saves)) {
                    series.times().add(time);
                }
            }
        });
        if (hugo.isPresent()) {
            report.saves(size, "a text, `hugo server`", series.beside(own));
            report.ratio(size, series.times().percentile(50) / own.times().percentile(50));
        }
    }

    private Series series(String what, Change change, int saves, Preview preview, Server floor, Then then)
            throws IOException, InterruptedException {
        Deadline enough = Deadline.in(LONGEST_KIND);
        Series series = new Series();
        for (int number = 0; series.times().count() < saves && (series.times().isEmpty() || !enough.over()); number++) {
            Save save = change.save(number);
            preview.forget();
            long time = preview.server().save(save, number);
            Preview.Printed printed = preview.printed();
            then.with(number, printed);
            pause();
            long floorTime = floor.save(save.plain(floorFolder()), number);
            pause();
            if (isMeasured(number, saves)) {
                series.add(time, floorTime, printed.files());
            }
        }
        report.saves(size, what, series);
        return series;
    }

    /** The first saves warm up: a third as many as are measured. */
    private static boolean isMeasured(int number, int saves) {
        return number >= saves / 3;
    }

    private Path site() {
        return project.folder().resolve("output");
    }

    private Path floorFolder() {
        return work.resolve("floor");
    }

    /** As long as it takes to think, and never in step with anything. */
    private void pause() throws InterruptedException {
        Thread.sleep(random.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
    }
}
