package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.bake.Configuration;
import org.plainfact.preview.PreviewServer;
import org.plainfact.source.Digests;

/** What the preview makes of all that can happen to a project while it is open. */
@Tag("slow")
class PreviewTest {
    private static final String TEA = "/articles/a-cup-of-tea/";
    private static final Duration A_WHILE = Duration.ofSeconds(4);

    @TempDir
    private Path work;

    private Path site = Path.of("");
    private Path article = Path.of("");

    private final StringWriter terminal = new StringWriter();
    private @Nullable Serving opened;

    @BeforeEach
    void aSite() {
        site = work.resolve("site");
        article = site.resolve("content/articles/a-cup-of-tea.md");
        Built.run(work, "init", "site").succeeded();
    }

    @AfterEach
    void stop() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void the_terminal_tells_findings_as_build_does() {
        Serving serving = open();
        String broken =
                text(article).replace("{table} boiling", "{table} boilin").replace("one-mug.", "one-mugg.");

        write(article, broken);

        Serving.until(() -> serving.out().contains("the last good site is shown"));
        assertThat(serving.err()).isEqualTo(Built.run(site, "build").err());
    }

    @Test
    void a_save_by_renaming_is_shown() throws IOException {
        Serving serving = open();

        Path other = Files.writeString(article.resolveSibling(".a-cup-of-tea.md.swp"), changed("Renamed"));
        Files.move(other, article, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

        serving.shows(TEA, "Renamed heat");
        serving.isWhatABuildGives(site, work.resolve("clean"));
    }

    @Test
    void a_save_by_emptying_and_writing_is_shown() throws IOException {
        Serving serving = open();

        String text = changed("Refilled");
        Files.write(article, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(article, text);

        serving.shows(TEA, "Refilled heat");
        serving.isWhatABuildGives(site, work.resolve("clean"));
        assertThat(serving.err()).isEmpty();
    }

    @Test
    void the_last_of_many_saves_is_shown() throws Exception {
        Serving serving = open();

        String text = text(article);
        for (int i = 1; i <= 20; i++) {
            write(article, text.replace("Water needs heat", "Save no" + i + "."));
            write(site.resolve("content/articles/new-" + i % 3 + ".md"), text);
            // Some come together, some while the one before is looked at.
            Thread.sleep(i * 7L);
        }

        serving.shows(TEA, "Save no20.");
        serving.isWhatABuildGives(site, work.resolve("clean"));
    }

    @Test
    void files_that_come_and_go_while_they_are_read_do_not_end_it() throws IOException {
        Serving serving = open();
        String text = text(article);
        long end = System.nanoTime() + A_WHILE.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            Path folder = site.resolve("content/articles/some-" + i % 5);
            for (int j = 0; j < 20; j++) {
                write(folder.resolve("text-" + j + ".md"), text);
                write(folder.resolve("picture-" + j + ".svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
            }
            delete(folder);
        }

        write(article, changed("Quiet"));

        serving.shows(TEA, "Quiet heat");
        serving.isWhatABuildGives(site, work.resolve("clean"));
        assertThat(serving.err()).doesNotContain("bug");
    }

    @Test
    void a_project_that_is_moved_away_is_still_shown_and_followed_when_it_is_back() throws Exception {
        Serving serving = open();
        Path away = work.resolve("away");

        Files.move(site, away);
        // Long enough for the preview to see that the folder has gone.
        for (int i = 0; i < 50; i++) {
            assertThat(serving.text(TEA)).contains("Water needs heat");
            Thread.sleep(20);
        }
        Files.move(away, site);
        write(article, changed("Back,"));

        serving.shows(TEA, "Back, heat");
        write(article, changed("Again"));
        serving.shows(TEA, "Again heat");
        serving.isWhatABuildGives(site, work.resolve("clean"));
    }

    @Test
    void a_broken_configuration_leaves_the_last_good_site_until_it_is_mended() {
        Serving serving = open();
        Path configuration = site.resolve("jbake.properties");
        String good = text(configuration);

        write(configuration, good.replace("site.title=", "site.titel="));
        Serving.until(() -> serving.err().contains("[unknown-key]"));
        assertThat(serving.text("/")).contains("How much does a cup of tea take?");
        write(configuration, good.replace("How much does", "What does"));

        serving.shows("/", "What does a cup of tea take?");
        serving.isWhatABuildGives(site, work.resolve("clean"));
    }

    @Test
    void a_configuration_that_is_deleted_and_restored_is_followed_again() throws IOException {
        Serving serving = open();
        Path configuration = site.resolve("jbake.properties");
        String good = text(configuration);

        Files.delete(configuration);
        Serving.until(() -> serving.err().contains("[no-configuration]"));
        write(configuration, good);
        Serving.until(() -> serving.out().endsWith("0 errors, 0 warnings" + time(serving)));
        write(article, changed("Restored"));

        serving.shows(TEA, "Restored heat");
    }

    @Test
    void a_deleted_content_folder_comes_back_with_all_its_texts() throws IOException {
        Serving serving = open();
        Path away = work.resolve("away");
        Files.move(site.resolve("content"), away);
        Serving.until(() -> serving.err().contains("error"));

        Files.move(away, site.resolve("content"));
        write(article, changed("Back,"));

        serving.shows(TEA, "Back, heat");
        serving.isWhatABuildGives(site, work.resolve("clean"));
    }

    @Test
    void a_folder_that_the_configuration_names_anew_is_followed() throws IOException {
        Serving serving = open();
        Path configuration = site.resolve("jbake.properties");

        write(configuration, text(configuration) + "content.folder=texts\n");
        Files.move(site.resolve("content"), site.resolve("texts"));
        article = site.resolve("texts/articles/a-cup-of-tea.md");
        Serving.until(() -> serving.out().endsWith("0 errors, 0 warnings" + time(serving))
                && serving.get(TEA).statusCode() == 200);
        write(article, changed("Renamed"));

        serving.shows(TEA, "Renamed heat");
        serving.isWhatABuildGives(site, work.resolve("clean"));
    }

    @Test
    void a_picture_that_is_saved_is_never_answered_by_an_error() throws Exception {
        write(site.resolve("content/articles/mug.svg"), picture(0));
        write(article, text(article) + "\n![A mug](mug.svg)\n");
        Serving serving = open();
        for (int i = 1; i <= 10; i++) {
            String picture = picture(i);
            write(site.resolve("content/articles/mug.svg"), picture);
            Serving.until(() -> {
                HttpResponse<byte[]> answer = serving.get("/articles/mug.svg");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(tag(answer)).isEqualTo(Digests.sha256(answer.body()));
                return new String(answer.body(), UTF_8).equals(picture);
            });
        }
    }

    @Test
    void fifty_readers_get_whole_pages_whatever_is_saved() throws Exception {
        Serving serving = open();
        long end = System.nanoTime() + A_WHILE.toNanos();
        List<Future<Integer>> readers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                readers.add(threads.submit(reader(serving, end)));
            }
            for (int i = 0; System.nanoTime() < end; i++) {
                write(article, text(article).replaceAll("Water needs.* heat", "Water needs no" + i + " heat"));
                write(site.resolve("assets/images/mark.svg"), picture(i));
                write(site.resolve("assets/css/site.css"), "main { margin: " + i + "px }");
                Thread.sleep(150);
            }
        }
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
        Serving.until(() -> serving.text(TEA).contains("Water needs") && settled(serving));
        serving.isWhatABuildGives(site, work.resolve("clean"));
    }

    @Test
    void a_scheduled_article_appears_when_its_day_comes() throws Exception {
        write(article, text(article).replace("date: 2026-11-23", "date: 2026-12-24"));
        AtomicReference<String> today = new AtomicReference<>("2026-12-23");
        Preview preview = preview(today::get);
        try (Serving serving = Serving.of(preview, terminal).says("0 errors")) {
            Thread waiting = waitsForTheNextDay(preview);
            assertThat(serving.get(TEA).statusCode()).isEqualTo(404);

            today.set("2026-12-24");

            serving.shows(TEA, "Water needs heat");
            preview.close();
            assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void a_bug_in_a_look_is_told_and_the_next_look_is_taken() throws IOException {
        AtomicReference<Optional<RuntimeException>> thrown = new AtomicReference<>(Optional.empty());
        try (Serving serving =
                Serving.of(preview(() -> today(thrown)), terminal).says("0 errors")) {
            thrown.set(Optional.of(new IllegalStateException("a bug")));
            write(article, changed("Unseen"));

            serving.says("error: this is a bug of Plainfact: java.lang.IllegalStateException: a bug [bug]")
                    .says("1 error, 0 warnings; the last good site is shown")
                    .says("at org.plainfact.PreviewTest");
            assertThat(serving.text("/_plainfact/findings.json")).contains("this is a bug of Plainfact");
            assertThat(serving.text(TEA)).contains("Water needs heat");

            thrown.set(Optional.empty());
            write(article, changed("Seen"));

            serving.shows(TEA, "Seen heat");
            assertThat(serving.text("/_plainfact/findings.json")).doesNotContain("bug");
        }
    }

    @Test
    void a_fault_of_the_machine_is_told_and_looked_at_again_by_itself() throws IOException {
        AtomicReference<Optional<RuntimeException>> thrown = new AtomicReference<>(Optional.empty());
        Preview preview = preview(() -> today(thrown));
        try (Serving serving = Serving.of(preview, terminal).says("0 errors")) {
            String file = site.toAbsolutePath().resolve("data/kitchen.json").toString();
            thrown.set(Optional.of(new UncheckedIOException(new NoSuchFileException(file))));
            write(article, changed("Later"));
            serving.says("data/kitchen.json:1:1: error: no such file: " + file + " [machine]");

            thrown.set(Optional.empty());
            waitsForTheNextDay(preview);

            serving.shows(TEA, "Later heat");
        }
    }

    @Test
    void memory_that_runs_out_is_told_and_the_next_look_is_taken() throws IOException {
        AtomicBoolean full = new AtomicBoolean();
        try (Serving serving = Serving.of(preview(() -> today(full)), terminal).says("0 errors")) {
            full.set(true);
            write(article, changed("Unseen"));

            serving.says("error: out of memory (Java heap space): ")
                    .says("1 error, 0 warnings; the last good site is shown");
            assertThat(serving.text(TEA)).contains("Water needs heat");

            full.set(false);
            write(article, changed("Seen"));

            serving.shows(TEA, "Seen heat");
        }
    }

    private static String today(AtomicBoolean full) {
        if (full.get()) {
            throw new OutOfMemoryError("Java heap space");
        }
        return "2026-11-30";
    }

    private static String today(AtomicReference<Optional<RuntimeException>> thrown) {
        thrown.get().ifPresent(exception -> {
            throw exception;
        });
        return "2026-11-30";
    }

    private static Thread waitsForTheNextDay(Preview preview) {
        return Thread.ofVirtual().start(() -> {
            try {
                preview.await(Duration.ofMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Preview preview(Supplier<String> today) throws IOException {
        PrintWriter writer = new PrintWriter(terminal);
        return Preview.start(
                site,
                Optional.empty(),
                () -> new Configuration.Options(Optional.empty(), false, false, today.get()),
                new PreviewServer.Options("127.0.0.1", 0, Set.of()),
                new Terminal(writer, writer));
    }

    private Serving open() {
        opened = Serving.here(site).looked();
        return opened;
    }

    private String changed(String word) {
        return text(article).replaceFirst("\\w+,?(?: needs)? heat", word + " heat");
    }

    /** The end of the last line that the terminal says. */
    private static String time(Serving serving) {
        String out = serving.out();
        return out.substring(Math.max(0, out.lastIndexOf(" (")));
    }

    private boolean settled(Serving serving) {
        String words = text(article)
                .lines()
                .filter(line -> line.startsWith("Water needs"))
                .findFirst()
                .orElseThrow();
        return serving.text(TEA).contains(words.substring(0, words.indexOf(" heat")) + " heat");
    }

    /** Reads pages, and what they need, as long as there is time; every answer must be whole. */
    private static Callable<Integer> reader(Serving serving, long end) {
        return () -> {
            int read = 0;
            for (; System.nanoTime() < end; read++) {
                HttpResponse<byte[]> page = whole(serving, TEA);
                assertThat(page.statusCode()).isEqualTo(200);
                String html = new String(page.body(), UTF_8);
                whole(serving, asset(html, ".css"));
                whole(serving, asset(html, ".svg"));
                whole(serving, "/feed.xml");
            }
            return read;
        };
    }

    /** What is fingerprinted may have gone since the page was read, and nothing else. */
    private static HttpResponse<byte[]> whole(Serving serving, String path) {
        HttpResponse<byte[]> answer = serving.get(path);
        assertThat(answer.statusCode()).as(path).isIn(path.startsWith("/assets/") ? List.of(200, 404) : List.of(200));
        if (answer.statusCode() == 200) {
            assertThat(tag(answer)).as(path).isEqualTo(Digests.sha256(Serving.withoutScript(answer.body())));
        }
        return answer;
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElse("").replace("\"", "").replace("-preview", "");
    }

    private static String asset(String html, String suffix) {
        int end = html.indexOf(suffix + "\"") + suffix.length();
        return html.substring(html.lastIndexOf('"', end - 1) + 1, end);
    }

    private static String picture(int size) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 9\">%s</svg>\n"
                .formatted(size, "<path d=\"M0 0h1\"/>".repeat(500));
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : Built.files(folder).values()) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
