package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.bench.Corpus;

/**
 * {@code kill -9} at random moments of builds that change every page, some of them while the new site takes the old one's
 * place. {@code -Dplainfact.kills=200} does it to a site of 2,000 articles, {@code -Dplainfact.seed=N} at the moments of another run.
 */
@Tag("slow")
@Tag("unbreakable")
class KilledBuildTest {
    private static final int KILLS = Integer.getInteger("plainfact.kills", 8);
    private static final int ARTICLES = KILLS < 100 ? 5 : 2_000;
    private static final String MANIFEST = ".plainfact-manifest";

    @TempDir
    private Path work;

    private Path site;
    private Path output;

    @BeforeEach
    void aSite() {
        site = work.resolve("site");
        output = site.resolve("output");
        Built.run(work, "init", "site").succeeded();
        Corpus.write(site, ARTICLES);
    }

    @Test
    void a_killed_build_leaves_the_old_site_or_the_new_one_and_the_next_build_goes_on() throws Exception {
        long seed = Long.getLong("plainfact.seed", System.nanoTime());
        Random random = new Random(seed);
        long start = System.nanoTime();
        List<SortedMap<String, String>> editions = List.of(edition(0), edition(1));
        long millis = (System.nanoTime() - start) / 2_000_000;

        int old = 0;
        int fresh = 0;
        for (int i = 0; i < KILLS; i++) {
            boolean duringCommit = i % 2 == 1;
            SortedMap<String, String> before = published();
            write(1 - editions.indexOf(before));
            Process build = start();
            if (duringCommit) {
                awaitCommit(build);
                TimeUnit.MICROSECONDS.sleep(random.nextLong(millis * 10));
            } else {
                Thread.sleep(random.nextLong(millis));
            }
            build.destroyForcibly();
            assertThat(build.waitFor(60, TimeUnit.SECONDS)).isTrue();

            SortedMap<String, String> after = published();
            assertThat(after).as("kill %d, seed %d", i, seed).isIn(editions);
            if (after.equals(before)) {
                old++;
            } else {
                fresh++;
            }
            if ((i + 1) % 20 == 0) {
                // The long form takes hours: one that is stopped has told how far it got.
                System.out.printf("%d kills: %d left the old site, %d the new one%n", i + 1, old, fresh);
            }
        }
        System.out.printf(
                "%d kills of builds of %d files: %d left the old site, %d the new one, 0 a mix (seed %d)%n",
                KILLS, editions.getFirst().size(), old, fresh, seed);

        assertThat(edition(0)).as("seed " + seed).isEqualTo(editions.getFirst());
        try (Stream<Path> beside = Files.list(site)) {
            assertThat(beside.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    /** When the new site is whole and not yet in its place; or the build's end, where that is sooner than a look. */
    private void awaitCommit(Process build) throws InterruptedException {
        Path workshop = site.resolve(".output.plainfact/new").resolve(MANIFEST);
        while (build.isAlive() && !Files.exists(workshop)) {
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    private SortedMap<String, String> edition(int number) throws Exception {
        write(number);
        Process build = start();
        assertThat(build.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(build.exitValue()).as(Built.text(work.resolve("log"))).isZero();
        return published();
    }

    private void write(int edition) {
        Path template = site.resolve("templates/layout.ftlh");
        Built.write(
                template,
                Built.text(template)
                        .replaceFirst(
                                "<footer class=\"site-foot\"[^>]*>",
                                "<footer class=\"site-foot\" data-edition=\"" + edition + "\">"));
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(RealProgram.command("build", site.toString()))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile());
        builder.environment().put("XDG_CACHE_HOME", work.resolve("caches").toString());
        return builder.start();
    }

    /** What readers get. */
    private SortedMap<String, String> published() {
        SortedMap<String, String> files = Built.hashes(output);
        files.remove(MANIFEST);
        return files;
    }
}
