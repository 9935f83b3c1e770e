package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.bench.Corpus;

/** {@code plainfact serve} as it stays open for days. What it says of its memory is what is left after a collection. */
@Tag("unbreakable")
class SoakTest {
    private static final int ARTICLES = 300;

    /** After so many all classes are loaded, and what is remembered of a site is complete. */
    private static final int WARM = 40;

    private static final int EDITS = 200;
    private static final int BROWSERS = 50;
    private static final Duration READING = Duration.ofSeconds(60);

    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void aSite() {
        site = work.resolve("site");
        Built.run(work, "init", site.toString()).succeeded();
        Corpus.write(site, ARTICLES);
    }

    private RealProgram serve() throws IOException {
        return RealProgram.start(site, Files.createDirectories(work.resolve("logs")), "serve", "--port", "0");
    }

    @Test
    void two_hundred_edits_leave_neither_memory_nor_open_files_nor_threads_behind() throws Exception {
        try (RealProgram program = serve();
                Serving serving = Serving.of(program).looked()) {
            edit(serving, WARM);
            Holding before = Holding.of(program);

            edit(serving, EDITS);

            Holding after = Holding.of(program);
            System.out.println(before + " before " + EDITS + " edits, " + after + " after them");
            after.isAllThatStays(before);
            // The texts of the corpus are warned of.
            assertThat(program.err()).doesNotContain(": error: ", "Exception");
        }
    }

    @Test
    void fifty_browsers_read_for_a_minute_without_an_error_while_an_author_saves() throws Exception {
        List<String> paths = List.of(
                "/",
                "/articles/article-000001/",
                "/articles/article-000002/",
                "/feed.xml",
                "/search.json",
                "/figures/");
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicBoolean reading = new AtomicBoolean(true);
        AtomicLong answers = new AtomicLong();
        int saves = 0;
        try (RealProgram program = serve();
                Serving serving = Serving.of(program).looked()) {
            try (ExecutorService browsers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int browser = 0; browser < BROWSERS; browser++) {
                    int first = browser;
                    browsers.submit(() -> {
                        for (int i = first; reading.get(); i++) {
                            read(serving, paths.get(i % paths.size()), failures);
                            answers.incrementAndGet();
                        }
                    });
                }
                long end = System.nanoTime() + READING.toNanos();
                while (System.nanoTime() < end) {
                    edit(serving, 2);
                    saves += 2;
                }
                reading.set(false);
            }
            System.out.println(answers + " answers to " + BROWSERS + " browsers beside " + saves + " saves");
            assertThat(failures).isEmpty();
            assertThat(answers).hasValueGreaterThan(BROWSERS);
            assertThat(saves).isPositive();
            // The texts of the corpus are warned of.
            assertThat(program.err()).doesNotContain(": error: ", "Exception");
        }
    }

    private static void read(Serving serving, String path, Queue<String> failures) {
        try {
            HttpResponse<byte[]> answer = serving.get(path);
            if (answer.statusCode() != 200 || answer.body().length == 0) {
                failures.add(path + " " + answer.statusCode());
            }
        } catch (AssertionError e) {
            failures.add(path + " " + e.getCause());
        }
    }

    /** Edits and takes each edit back; each is awaited in the page. */
    private void edit(Serving serving, int edits) throws IOException {
        for (int i = 0; i < edits / 2; i++) {
            String word = "soak" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            Path article = site.resolve("content/articles/article-%06d.md".formatted(i % ARTICLES));
            String page = "/articles/article-%06d/".formatted(i % ARTICLES);
            switch (i % 4) {
                case 0 -> serving.showsMeanwhile(article, "It takes {", "It " + word + " takes {", page, word);
                case 1 -> serving.showsMeanwhile(article, "title: \"", "title: \"" + word + " ", "/archive/", word);
                case 2 ->
                    serving.showsMeanwhile(
                            site.resolve("templates/layout.ftlh"),
                            "</body>",
                            "<!-- " + word + " --></body>",
                            "/",
                            word);
                default -> {
                    Path fresh = site.resolve("content/articles/" + word + ".md");
                    write(
                            fresh,
                            "---\ntitle: New\ndescription: A text.\ndate: 2025-01-01\n---\n\nIt is " + word + ".\n");
                    serving.shows("/articles/" + word + "/", word);
                    Files.delete(fresh);
                    Serving.until(() -> serving.get("/articles/" + word + "/").statusCode() == 404);
                }
            }
        }
    }
}
