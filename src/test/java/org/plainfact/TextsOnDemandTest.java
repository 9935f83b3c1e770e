package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.LastSite;
import org.plainfact.bake.Proof;
import org.plainfact.content.Article;
import org.plainfact.source.Digests;

/** What an earlier process read is read again when somebody asks for it, and not before. */
class TextsOnDemandTest {
    private static final String TEXT = "content/articles/one.md";
    private static final String PAGE = "articles/one/index.html";

    @TempDir
    private Path work;

    private Desk desk = new Desk(Path.of(""));
    private String text = "";

    @BeforeEach
    void aSiteThatAnEarlierProcessBuilt() throws IOException {
        SmallSite.unpack(work.resolve("project"));
        desk = new Desk(work.resolve("project"));
        process().bake(desk.options(Optional.of(work.resolve("out"))), Bakery.Progress.NONE);
        text = Files.readString(file());
    }

    private Build process() {
        return new Build(desk.project(), Optional.of(new Keeping(work.resolve("memory"), "this")));
    }

    private Path file() {
        return desk.project().resolve(TEXT);
    }

    private Build.Look look(Build build) {
        return build.look(desk.options(Optional.empty()));
    }

    private static Article article(Build.Look look) {
        return look.material().orElseThrow().articles().stream()
                .filter(article -> article.path().equals(TEXT))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] page(Build.Look look) throws IOException {
        Proof page = Objects.requireNonNull(look.files().orElseThrow().get(PAGE));
        return page.content().bytes();
    }

    @Test
    void a_text_that_nobody_asked_for_was_not_read() throws IOException {
        Build.Look look = look(process());
        assertThat(look.printed()).isEmpty();
        Files.writeString(file(), text + "More.\n");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> article(look).body())
                .withMessageContaining(TEXT + " was changed while the site was made");
    }

    @Test
    void its_page_is_the_one_that_was_built() throws IOException {
        assertThat(page(look(process())))
                .isEqualTo(Files.readAllBytes(work.resolve("out").resolve(PAGE)));
    }

    @Test
    void a_preview_that_was_left_in_peace_shows_its_last_good_site_whatever_becomes_of_the_files() throws IOException {
        Build build = process();
        Build.Look look = look(build);
        assertThat(build.hold(() -> true)).isFalse();
        Files.writeString(file(), text + "More.\n");

        assertThat(page(look)).isEqualTo(Files.readAllBytes(work.resolve("out").resolve(PAGE)));
    }

    @Test
    void a_file_that_changed_before_its_words_were_taken_in_does_no_harm() throws IOException {
        Build build = process();
        Build.Look look = look(build);
        Files.writeString(file(), text + "More.\n");

        assertThat(build.hold(() -> true)).isFalse();
        build.changed(List.of(file()));
        assertThat(look(build).printed()).contains("/articles/one/");
        assertThat(look.files()).isPresent();
    }

    @Test
    void the_files_of_the_built_site_are_those_of_its_folder_with_what_they_hold() throws IOException {
        Path out = work.resolve("out");
        Map<String, Proof> files = LastSite.in(out);

        assertThat(files).hasSameSizeAs(files.keySet()).containsKey(PAGE).doesNotContainKey("articles/none/index.html");
        for (Map.Entry<String, Proof> file : files.entrySet()) {
            assertThat(file.getValue().content().bytes()).isEqualTo(Files.readAllBytes(out.resolve(file.getKey())));
            assertThat(Objects.requireNonNull(files.get(file.getKey())).sha256())
                    .isEqualTo(Digests.sha256(out.resolve(file.getKey())));
        }
    }

    @Test
    void reading_what_is_left_is_given_up_when_somebody_saves() {
        Build build = process();
        look(build);

        assertThat(build.hold(() -> false)).isTrue();
    }
}
