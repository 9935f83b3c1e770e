package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.Digests;

/**
 * {@code kill -9} at random moments of builds that change every page, some of them while the new site takes the old one's
 * place. {@code -Dplainfact.kills=200} does it to a site of 2,000 short articles, {@code -Dplainfact.seed=N} at the moments of another run.
 */
@Tag("slow")
@Tag("unbreakable")
class KilledBuildTest {
    private static final int KILLS = Integer.getInteger("plainfact.kills", 8);
    private static final int ARTICLES = KILLS < 100 ? 5 : 2_000;
    private static final String MANIFEST = ".plainfact-manifest";

    /** Digests of files that were read before: all but those that a build has written since. */
    private final Map<Identity, String> digests = new HashMap<>();

    @TempDir
    private Path work;

    private Path site;
    private Path output;

    @BeforeEach
    void aSite() {
        site = work.resolve("site");
        output = site.resolve("output");
        Built.run(work, "init", "site").succeeded();
        for (int i = 0; i < ARTICLES; i++) {
            Built.write(site.resolve("content/articles/text-" + i + ".md"), """
                    ---
                    title: One of many
                    description: A short text
                    date: 2026-01-02
                    status: published
                    ---
                    It takes {figure}`one-mug.energy`.
                    """);
        }
    }

    /** What changes when a file is written, in place or anew. */
    private record Identity(Object inode, long size, FileTime written) {
        static Identity of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Identity(Objects.requireNonNull(now.fileKey()), now.size(), now.lastModifiedTime());
        }
    }

    @Test
    void a_killed_build_leaves_the_old_site_or_the_new_one_and_the_next_build_goes_on() throws Exception {
        long seed = Long.getLong("plainfact.seed", System.nanoTime());
        Random random = new Random(seed);
        SortedMap<String, String> first = edition(0);
        long start = System.nanoTime();
        List<SortedMap<String, String>> editions = List.of(first, edition(1));
        long millis = (System.nanoTime() - start) / 1_000_000;

        int old = 0;
        int fresh = 0;
        SortedMap<String, String> before = published();
        for (int i = 0; i < KILLS; i++) {
            boolean duringCommit = i % 2 == 1;
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
            before = after;
            if ((i + 1) % 20 == 0) {
                // The long form takes its time: one that is stopped has told how far it got.
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
    private SortedMap<String, String> published() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Map.Entry<String, Path> file : Built.files(output).entrySet()) {
            Identity identity = Identity.of(file.getValue());
            if (!digests.containsKey(identity)) {
                digests.put(identity, Digests.sha256(file.getValue()));
            }
            files.put(file.getKey(), Objects.requireNonNull(digests.get(identity)));
        }
        files.remove(MANIFEST);
        return files;
    }
}
