package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders that nobody may write to. What may not be written is one line with its path, exit code 3, and the old site is what it
 * was; where nothing needs to be written there, the build goes on. An administrator's program is bound by no permissions: where
 * the tests run as one, it is started without that power, and where that cannot be, these tests fail.
 */
class ReadOnlyTest {
    private static final String POWER = "-dac_override,-dac_read_search";

    @TempDir
    private Path work;

    private Path site;
    private Path above;
    private Path output;
    private SortedMap<String, String> old;

    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void aSiteAndAChange() {
        site = work.resolve("project/site");
        above = work.resolve("public");
        output = above.resolve("output");
        SmallSite.unpack(site);
        Built.run(site, "build").succeeded();
        Built.run(site, "build", "--out", output.toString()).succeeded();
        old = Built.hashes(output);
        assertThat(Built.hashes(site.resolve("output"))).isEqualTo(old);
        Built.write(site.resolve("content/articles/x.md"), Casebook.article("Words.\n"));
    }

    @AfterEach
    void allMayBeWrittenAgain() throws Exception {
        run(List.of("chmod", "-R", "u+rwX", work.toString()));
    }

    @Test
    @Tag("slow")
    void a_project_that_is_read_only_keeps_its_site_and_says_what_cannot_be_written() throws Exception {
        readOnly(site);

        Answer answer = build();

        assertThat(answer.err)
                .isEqualTo("plainfact: permission denied: " + site.resolve(".output.plainfact.lock") + "\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(site.resolve("output"))).isEqualTo(old);
    }

    @Test
    @Tag("slow")
    void a_project_that_is_read_only_is_built_to_another_place() throws Exception {
        readOnly(site);

        Answer answer = build("--out", output.toString());

        assertThat(answer.code).as(answer.err).isZero();
        assertThat(output.resolve("articles/x/index.html")).exists();
    }

    @Test
    @Tag("unbreakable")
    void a_read_only_folder_above_the_output_keeps_the_site_and_says_what_cannot_be_written() throws Exception {
        readOnly(above);

        Answer answer = build("--out", output.toString());

        assertThat(answer.err)
                .isEqualTo("plainfact: permission denied: " + output.resolveSibling(".output.plainfact.lock") + "\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(output)).isEqualTo(old);
    }

    @Test
    @Tag("unbreakable")
    void an_output_that_is_read_only_itself_stays_and_says_so() throws Exception {
        readOnly(output);

        Answer answer = build("--out", output.toString());

        assertThat(answer.err).isEqualTo("plainfact: permission denied: " + output + "\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(output)).isEqualTo(old);
        assertThat(Built.files(above).keySet()).allMatch(file -> file.startsWith("output/"));
    }

    @Test
    @Tag("unbreakable")
    void a_first_build_where_nothing_may_be_written_says_so() throws Exception {
        Path closed = Files.createDirectory(work.resolve("closed"));
        readOnly(closed);

        Answer answer = build("--out", closed.resolve("new/output").toString());

        assertThat(answer.err).isEqualTo("plainfact: permission denied: " + closed.resolve("new") + "\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(closed).isEmptyDirectory();
    }

    @Test
    @Tag("unbreakable")
    void a_text_that_may_not_be_read_ends_the_build_with_its_name() throws Exception {
        Path text = site.resolve("content/articles/x.md");
        run(List.of("chmod", "000", text.toString()));

        Answer answer = build("--out", output.toString());

        assertThat(answer.err).isEqualTo("plainfact: permission denied: " + text + "\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(output)).isEqualTo(old);
    }

    @Test
    @Tag("slow")
    void a_folder_of_kept_things_that_is_read_only_is_told_and_the_site_is_built() throws Exception {
        Path caches = Files.createDirectory(work.resolve("caches"));
        readOnly(caches);

        Answer answer = build("--out", output.toString());

        assertThat(answer.err.strip())
                .isEqualTo("plainfact: what was made could not be kept for the next time: permission denied: "
                        + caches.resolve("plainfact"));
        assertThat(answer.code).isZero();
        assertThat(output.resolve("articles/x/index.html")).exists();
    }

    /** A disk that takes nothing any more, as some do after a fault. It needs the right to mount; without it this fails. */
    @Test
    @Tag("unbreakable")
    void a_disk_that_became_read_only_keeps_the_site_and_says_so() throws Exception {
        Path disk = Files.createDirectory(work.resolve("disk"));
        run(List.of("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()));
        try {
            Path there = disk.resolve("output");
            assertThat(build("--out", there.toString()).code).isZero();
            SortedMap<String, String> before = Built.hashes(there);
            Built.write(site.resolve("content/articles/y.md"), Casebook.article("Words.\n"));
            run(List.of("mount", "-o", "remount,ro", disk.toString()));

            Answer answer = build("--out", there.toString());

            assertThat(answer.err)
                    .isEqualTo("plainfact: " + disk.resolve(".output.plainfact.lock") + ": Read-only file system\n");
            assertThat(answer.code).isEqualTo(3);
            assertThat(Built.hashes(there)).isEqualTo(before);
        } finally {
            run(List.of("umount", disk.toString()));
        }
    }

    /** Also looks that the program is bound by it. */
    private void readOnly(Path folder) throws Exception {
        run(List.of("chmod", "-R", "a-w", folder.toString()));
        List<String> touch = new ArrayList<>(bound());
        touch.addAll(List.of("touch", folder.resolve("touched").toString()));
        assertThat(answer(touch).code)
                .as("permissions do not bind a program here, so nothing can be tried")
                .isNotZero();
    }

    /** What takes from a program the power to pass over permissions; nothing for users who do not have it. */
    private static List<String> bound() {
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--bounding-set=" + POWER, "--inh-caps=" + POWER)
                : List.of();
    }

    private Answer build(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("build", site.toString()));
        arguments.addAll(List.of(more));
        List<String> command = new ArrayList<>(bound());
        command.addAll(
                RealProgram.command(List.of("--enable-native-access=ALL-UNNAMED"), arguments.toArray(String[]::new)));
        return answer(command);
    }

    private void run(List<String> command) throws Exception {
        Answer answer = answer(command);
        assertThat(answer.code).as(command + ": " + answer.err).isZero();
    }

    private Answer answer(List<String> command) throws IOException, InterruptedException {
        Path out = work.resolve("out");
        Path err = work.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", work.resolve("caches").toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
