package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainfact.bake.Steps.Step;
import org.plainfact.bake.Swap.Way;
import org.plainfact.disk.Trees;

/** How a new site takes the place of the old one, and what stays. */
@Tag("slow")
class CommitTest {
    @TempDir
    Path folder;

    private Kitchen kitchen;

    @BeforeEach
    void aSiteOfThreePages() {
        kitchen = new Kitchen(folder)
                .page("/a/", "A")
                .page("/b/", "B")
                .page("/c.html", "C")
                .file("assets/root/favicon.ico", "icon");
    }

    private void bake() {
        assertThat(kitchen.bake().committed()).as(kitchen.problems().toString()).isTrue();
    }

    private void bakeAndDie(Way way, Step step) {
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> kitchen.bake(way, killedAt(step)));
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Stops at a step, and at every later one: nothing more happens, as after a kill. */
    private static Steps killedAt(Step last) {
        boolean[] dead = {false};
        return step -> {
            if (dead[0] || step == last) {
                dead[0] = true;
                throw new Killed();
            }
        };
    }

    @Test
    void a_first_build_writes_every_file() {
        assertThat(kitchen.bake()).isEqualTo(new Bakery.Result(true, 3, 4, 4, 0, 0));
        assertThat(kitchen.published()).containsOnlyKeys("a/index.html", "b/index.html", "c.html", "favicon.ico");
        assertThat(kitchen.beside()).isEmpty();
    }

    @Test
    void a_second_build_writes_nothing() throws IOException {
        bake();
        Map<String, FileTime> before = times();
        Object folderBefore = Files.getAttribute(kitchen.output, "unix:ino");

        assertThat(kitchen.bake()).isEqualTo(new Bakery.Result(true, 3, 4, 0, 4, 0));
        assertThat(times()).isEqualTo(before);
        assertThat(Files.getAttribute(kitchen.output, "unix:ino")).isEqualTo(folderBefore);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void only_what_changed_is_written(Way way) throws IOException {
        bake();
        Map<String, FileTime> before = times();
        kitchen.outputs.remove(1);
        kitchen.page("/b/", "new");

        assertThat(kitchen.bake(way, Steps.NONE)).isEqualTo(new Bakery.Result(true, 3, 4, 1, 3, 0));
        assertThat(kitchen.published("b/index.html")).contains("new");
        assertThat(times()).containsEntry("a/index.html", before.get("a/index.html"));
        assertThat(kitchen.beside()).isEmpty();
        assertThat(kitchen.bake().written()).isZero();
    }

    @Test
    void a_clean_build_writes_every_file() {
        bake();
        Bakery.Order order = kitchen.order();

        Bakery.Result result = Bakery.bake(
                new Bakery.Order(
                        order.tree(),
                        order.configuration(),
                        order.assets(),
                        order.site(),
                        order.output(),
                        order.generator(),
                        true,
                        order.progress()),
                Kitchen.session(),
                kitchen.findings);

        assertThat(result).isEqualTo(new Bakery.Result(true, 3, 4, 4, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void stale_files_and_their_empty_folders_go(Way way) {
        bake();
        kitchen.outputs.removeFirst();

        assertThat(kitchen.bake(way, Steps.NONE).removed()).isEqualTo(1);
        assertThat(kitchen.output.resolve("a")).doesNotExist();
        assertThat(kitchen.published()).containsOnlyKeys("b/index.html", "c.html", "favicon.ico");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void foreign_files_stay(Way way) throws IOException {
        Files.createDirectories(kitchen.output.resolve(".git/objects"));
        write(kitchen.output.resolve(".git/config"), "git");
        write(kitchen.output.resolve("CNAME"), "example.org");
        Files.createSymbolicLink(kitchen.output.resolve("latest"), Path.of("a"));
        bake();
        kitchen.outputs.removeFirst();
        write(kitchen.output.resolve("a/mine.txt"), "mine");

        kitchen.bake(way, Steps.NONE);

        assertThat(kitchen.published())
                .containsEntry("CNAME", "example.org")
                .containsEntry(".git/config", "git")
                .containsEntry("a/mine.txt", "mine")
                .containsEntry("latest", "-> a")
                .doesNotContainKey("a/index.html");
        assertThat(kitchen.output.resolve(".git/objects")).isEmptyDirectory();
    }

    @Test
    void a_foreign_file_that_comes_during_the_commit_stays() {
        bake();
        kitchen.outputs.removeFirst();

        kitchen.bake(Way.AT_ONCE, step -> {
            if (step == Step.EXCHANGE) {
                write(kitchen.output.resolve("late.txt"), "late");
            }
        });

        assertThat(kitchen.published()).containsEntry("late.txt", "late");
    }

    @Test
    void a_foreign_file_in_the_place_of_a_page_is_told_and_kept() {
        write(kitchen.output.resolve("c.html"), "mine");

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .contains("[foreign-file]")
                .contains("/c.html");
        assertThat(kitchen.published()).containsExactly(Map.entry("c.html", "mine"));
    }

    @Test
    void a_foreign_file_in_the_place_of_a_folder_is_told() {
        write(kitchen.output.resolve("a"), "mine");

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems()).singleElement().asString().contains("[foreign-file]");
    }

    @Test
    void a_foreign_file_of_the_same_content_is_taken_over() throws IOException {
        bake();
        Files.delete(kitchen.output.resolve(Manifest.NAME));
        bake();
        kitchen.outputs.removeFirst();

        assertThat(kitchen.bake().removed()).isEqualTo(1);
    }

    @Test
    void a_page_that_somebody_deleted_or_altered_is_written_again() throws IOException {
        bake();
        Files.delete(kitchen.output.resolve("a/index.html"));
        write(kitchen.output.resolve("c.html"), "<title>X</title>\n");
        FileTime later = FileTime.from(Files.getLastModifiedTime(kitchen.output.resolve(Manifest.NAME))
                .toInstant()
                .plusSeconds(9));
        Files.setLastModifiedTime(kitchen.output.resolve("c.html"), later);

        assertThat(kitchen.bake().written()).isEqualTo(2);
        assertThat(kitchen.published("c.html")).isEqualTo("<title>C</title>\n");
        assertThat(kitchen.published()).containsKey("a/index.html");
    }

    /** A file system's clock goes in steps: a file altered at once after a build has the date of the build. */
    @Test
    void a_page_that_somebody_altered_in_the_moment_of_the_build_is_written_again() throws IOException {
        bake();
        write(kitchen.output.resolve("c.html"), "<title>X</title>\n");
        Files.setLastModifiedTime(
                kitchen.output.resolve("c.html"), Files.getLastModifiedTime(kitchen.output.resolve(Manifest.NAME)));

        assertThat(kitchen.bake().written()).isEqualTo(1);
        assertThat(kitchen.published("c.html")).isEqualTo("<title>C</title>\n");
    }

    @Test
    void a_fault_of_an_author_leaves_the_old_site() {
        bake();
        Map<String, String> before = kitchen.published();
        kitchen.template("${nothing}");

        assertThat(kitchen.bake()).isEqualTo(new Bakery.Result(false, 3, 4, 0, 0, 0));
        assertThat(kitchen.published()).isEqualTo(before);
        assertThat(kitchen.beside()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"LINK", "MANIFEST", "EXCHANGE", "SWEEP", "CLEAN"})
    void a_kill_at_any_step_leaves_the_old_site_or_the_new_one(Step step) {
        bake();
        write(kitchen.output.resolve("CNAME"), "example.org");
        Map<String, String> old = kitchen.published();
        kitchen.outputs.removeFirst();
        kitchen.template("<h1>${page.title}</h1>");
        Map<String, String> fresh = new TreeMap<>(Map.of(
                "CNAME",
                "example.org",
                "b/index.html",
                "<h1>B</h1>\n",
                "c.html",
                "<h1>C</h1>\n",
                "favicon.ico",
                "icon"));

        bakeAndDie(Way.AT_ONCE, step);

        assertThat(kitchen.published()).isIn(old, fresh);
        bake();
        assertThat(kitchen.published()).isEqualTo(fresh);
        assertThat(kitchen.beside()).isEmpty();
        assertThat(kitchen.bake().written()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void a_kill_in_two_steps_is_mended_by_the_next_build(Step step) {
        bake();
        write(kitchen.output.resolve("CNAME"), "example.org");
        kitchen.template("<h1>${page.title}</h1>");

        bakeAndDie(Way.IN_TWO_STEPS, step);
        bake();

        assertThat(kitchen.published())
                .containsEntry("a/index.html", "<h1>A</h1>\n")
                .containsEntry("CNAME", "example.org")
                .hasSize(5);
        assertThat(kitchen.beside()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"MANIFEST", "EXCHANGE", "SWEEP", "CLEAN"})
    void a_kill_file_by_file_is_mended_by_the_next_build(Step step) {
        bake();
        kitchen.outputs.removeFirst();
        kitchen.template("<h1>${page.title}</h1>");

        bakeAndDie(Way.FILE_BY_FILE, step);
        bake();

        assertThat(kitchen.published())
                .isEqualTo(Map.of("b/index.html", "<h1>B</h1>\n", "c.html", "<h1>C</h1>\n", "favicon.ico", "icon"));
        assertThat(kitchen.beside()).isEmpty();
    }

    /** What was put in place has the size of what it replaced, and the old edition's note would fit it. */
    @Test
    void a_kill_file_by_file_is_mended_also_where_the_author_goes_back() {
        bake();
        Map<String, String> old = kitchen.published();
        kitchen.template("<TITLE>${page.title}</TITLE>");
        bakeAndDie(Way.FILE_BY_FILE, Step.SWEEP);
        assertThat(kitchen.published()).isNotEqualTo(old);

        kitchen.template("<title>${page.title}</title>");
        bake();

        assertThat(kitchen.published()).isEqualTo(old);
    }

    @Test
    void a_first_build_that_is_killed_leaves_nothing_published() {
        bakeAndDie(Way.AT_ONCE, Step.EXCHANGE);

        assertThat(kitchen.output).doesNotExist();
        bake();
        assertThat(kitchen.published()).hasSize(4);
    }

    @Test
    void a_fault_of_the_machine_leaves_the_old_site_and_names_the_path() {
        bake();
        Map<String, String> before = kitchen.published();
        kitchen.template("<h1>${page.title}</h1>");

        // A folder in the manifest's place stands for a disk that takes no more.
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> kitchen.bake(Way.AT_ONCE, step -> {
                    if (step == Step.MANIFEST) {
                        write(kitchen.output.resolveSibling(".site.plainfact/new/" + Manifest.NAME + "/x"), "x");
                    }
                }))
                .withMessageContaining(Manifest.NAME);
        assertThat(kitchen.published()).isEqualTo(before);
        assertThat(kitchen.beside()).isEmpty();
    }

    @Test
    void an_asset_that_changes_during_the_build_ends_it() {
        bake();
        kitchen.file("assets/big.bin", "one");
        Bakery.Order order = kitchen.order();
        Bakery.Order sabotaged = new Bakery.Order(
                order.tree(),
                order.configuration(),
                order.assets(),
                order.site(),
                order.output(),
                order.generator(),
                false,
                (done, total) -> kitchen.file("assets/big.bin", "two"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> {
                    for (int attempt = 0; attempt < 50; attempt++) {
                        kitchen.file("assets/big.bin", "one");
                        Bakery.bake(sabotaged, Kitchen.session(), kitchen.findings);
                    }
                })
                .withMessageContaining("changed while it was read");
        assertThat(kitchen.published()).doesNotContainKey("assets/big.bin");
    }

    @Test
    void the_permissions_of_the_output_folder_stay() throws IOException {
        bake();
        Files.setPosixFilePermissions(kitchen.output, PosixFilePermissions.fromString("rwxr-x--x"));
        kitchen.outputs.removeFirst();

        bake();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kitchen.output)))
                .isEqualTo("rwxr-x--x");
    }

    @Test
    void no_output_goes_where_the_project_is() {
        for (Path path : List.of(kitchen.root, folder)) {
            assertThatExceptionOfType(OutputRefused.class)
                    .as(path.toString())
                    .isThrownBy(() -> OutputFolder.of(path, kitchen.root, List.of()))
                    .withMessageContaining("the project is in it");
        }
    }

    @Test
    void no_output_goes_through_a_link() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        assertThatExceptionOfType(OutputRefused.class)
                .isThrownBy(() -> OutputFolder.of(link, kitchen.root, List.of()))
                .withMessageContaining("it is a symbolic link");
    }

    @Test
    void no_output_goes_where_sources_are() throws IOException {
        Files.createDirectories(kitchen.root.resolve("content"));
        write(kitchen.root.resolve("file"), "");
        Files.createSymbolicLink(kitchen.root.resolve("link"), folder);
        Map<String, String> before = Kitchen.contents(folder);

        for (Path path : List.of(
                kitchen.root,
                folder,
                kitchen.root.resolve("content"),
                kitchen.root.resolve("content/out"),
                kitchen.root.resolve("templates"),
                kitchen.root.resolve("assets/x"),
                kitchen.root.resolve("data"),
                kitchen.root.resolve("file"),
                kitchen.root.resolve("file/below"),
                kitchen.root.resolve("link"),
                kitchen.root.resolve("link/project"))) {
            Bakery.Order order = kitchen.order();
            assertThatExceptionOfType(OutputRefused.class)
                    .as(path.toString())
                    .isThrownBy(() -> Bakery.bake(
                            new Bakery.Order(
                                    order.tree(),
                                    order.configuration(),
                                    order.assets(),
                                    order.site(),
                                    path,
                                    "x",
                                    false,
                                    Bakery.Progress.NONE),
                            Kitchen.session(),
                            kitchen.findings));
        }
        assertThat(Kitchen.contents(folder)).isEqualTo(before);
    }

    @Test
    void progress_is_told_to_the_end() {
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        Bakery.Order order = kitchen.order();

        Bakery.bake(
                new Bakery.Order(
                        order.tree(),
                        order.configuration(),
                        order.assets(),
                        order.site(),
                        order.output(),
                        "x",
                        false,
                        (done, total) -> told.add(done * 100 + total)),
                Kitchen.session(),
                kitchen.findings);

        assertThat(told).containsExactlyInAnyOrder(104L, 204L, 304L, 404L);
    }

    private Map<String, FileTime> times() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (String path : kitchen.published().keySet()) {
            times.put(path, Files.getLastModifiedTime(kitchen.output.resolve(path)));
        }
        return times;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Trees.parent(file));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
