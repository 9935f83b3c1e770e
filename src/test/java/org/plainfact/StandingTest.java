package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.bake.Bakery;
import org.plainfact.jbake.Machine;
import org.plainfact.source.Finding;

/** A run that has nothing to do does nothing, and one that may have something to do does it. */
@UsesJBake
class StandingTest {
    private static final String TEXT = "content/articles/one.md";

    @TempDir
    private Path work;

    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void aSiteThatWasBuilt() {
        SmallSite.unpack(work.resolve("project"));
        desk = new Desk(work.resolve("project"));
        build();
    }

    private Path out() {
        return work.resolve("out");
    }

    private Path note() {
        return work.resolve("memory.build");
    }

    private Build.Result build() {
        Build build = new Build(desk.project(), Optional.of(new Keeping(work.resolve("memory"), "this")));
        return build.bakeOrLeave(desk.options(Optional.of(out())), Bakery.Progress.NONE);
    }

    /** Known by what it cannot say. */
    private boolean leaves() {
        return build().material().isEmpty();
    }

    private Path file(String name) {
        return desk.project().resolve(name);
    }

    @Test
    void a_build_after_which_nothing_changed_is_left() {
        assertThat(leaves()).isTrue();
    }

    @Test
    void a_build_that_is_left_says_what_it_said() {
        Build.Result done = new Build(desk.project()).bake(desk.options(Optional.of(out())), Bakery.Progress.NONE);

        Build.Result left = build();

        assertThat(left.material()).isEmpty();
        assertThat(left).usingRecursiveComparison().ignoringFields("material").isEqualTo(done);
    }

    @Test
    void a_file_that_was_only_touched_is_read_and_nothing_done() throws IOException {
        Files.setLastModifiedTime(file(TEXT), FileTime.fromMillis(0));

        assertThat(leaves()).isTrue();
    }

    @Test
    void a_text_of_the_same_size_and_date_is_seen() throws IOException {
        FileTime date = Files.getLastModifiedTime(file(TEXT));
        String text = Files.readString(file(TEXT));
        Files.writeString(file(TEXT), text.replaceFirst("title: .", "title: X"));
        Files.setLastModifiedTime(file(TEXT), date);

        assertThat(Files.readString(file(TEXT))).hasSameSizeAs(text).isNotEqualTo(text);
        assertThat(leaves()).isFalse();
    }

    @Test
    void a_new_file_is_seen() throws IOException {
        Files.copy(file(TEXT), file("content/articles/other.md"));

        assertThat(leaves()).isFalse();
    }

    @Test
    void a_file_that_is_gone_is_seen() throws IOException {
        Files.delete(file("content/articles/two.md"));

        assertThat(leaves()).isFalse();
    }

    @Test
    void what_is_no_file_is_seen() throws IOException {
        Files.createSymbolicLink(file("content/articles/link.md"), file(TEXT));

        assertThat(leaves()).isFalse();
        assertThat(build().findings()).extracting("rule").contains("not-a-regular-file");
    }

    @Test
    void a_warning_is_told_again_by_a_build_that_is_left() throws IOException {
        Files.writeString(file(TEXT), "\n#### Deep\n", java.nio.file.StandardOpenOption.APPEND);

        List<Finding> told = build().findings();
        Build.Result again = build();

        assertThat(told).isNotEmpty();
        assertThat(again.material()).isEmpty();
        assertThat(again.findings()).isEqualTo(told);
    }

    @Test
    void a_file_of_the_site_that_was_altered_is_mended() throws IOException {
        Path page = out().resolve("index.html");
        String before = Files.readString(page);
        Files.writeString(page, before + "<!-- by hand -->");

        build();

        assertThat(page).hasContent(before);
    }

    @Test
    void a_file_of_the_site_that_is_gone_is_there_again() throws IOException {
        Files.delete(out().resolve("index.html"));

        build();

        assertThat(out().resolve("index.html")).exists();
    }

    @Test
    void a_site_that_is_gone_is_built() throws IOException {
        org.plainfact.disk.Trees.delete(out());

        assertThat(leaves()).isFalse();
        assertThat(out().resolve("index.html")).exists();
    }

    @Test
    void what_another_build_left_half_done_is_cleared_away() throws IOException {
        Path workshop = Files.createDirectories(work.resolve(".out.plainfact/new"));

        assertThat(leaves()).isFalse();
        assertThat(workshop).doesNotExist();
    }

    @Test
    void another_day_may_show_another_article() {
        desk.today = "2026-12-24";

        assertThat(leaves()).isFalse();
    }

    @Test
    void drafts_are_another_site() {
        desk.drafts = true;

        assertThat(leaves()).isFalse();
    }

    @Test
    void another_program_builds_anew() {
        Build build = new Build(desk.project(), Optional.of(new Keeping(work.resolve("memory"), "other")));

        assertThat(build.bakeOrLeave(desk.options(Optional.of(out())), Bakery.Progress.NONE)
                        .material())
                .isPresent();
    }

    @Test
    void a_note_that_is_damaged_anywhere_is_not_believed() throws IOException {
        byte[] note = Files.readAllBytes(note());
        for (int at = 0; at < note.length; at += 97) {
            byte[] damaged = note.clone();
            damaged[at] ^= 4;
            Files.write(note(), damaged);
            assertThat(Standing.load(note(), "this", run())).as("byte " + at).isEmpty();
            Files.write(note(), Arrays.copyOf(note, at));
            assertThat(Standing.load(note(), "this", run())).as("cut at " + at).isEmpty();
        }
        Files.write(note(), note);
        assertThat(Standing.load(note(), "this", run())).isPresent();
    }

    private String run() {
        return desk.options(Optional.of(out())) + " " + Machine.surroundings();
    }
}
