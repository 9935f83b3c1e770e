package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.disk.Hold;

/** What a machine does not give: one line, exit code 3, and the old site is what it was. */
@Tag("slow")
class MachineFaultTest {
    @TempDir
    private Path work;

    private Path site;
    private SortedMap<String, String> before;

    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void aSiteAndAChange() {
        site = work.resolve("site");
        SmallSite.unpack(site);
        Built.run(site, "build").succeeded();
        Built.write(site.resolve("content/articles/x.md"), Casebook.article("Words.\n"));
        before = Built.hashes(site);
    }

    @Test
    void a_heap_that_is_too_small_is_one_line_and_the_old_site_stays() throws Exception {
        Answer answer = run(RealProgram.command(List.of("-Xmx10m"), "build", site.toString()));

        assertThat(answer.err)
                .matches("plainfact: out of memory \\(.+\\): \\d+ MB do not suffice;"
                        + " give it more, such as PLAINFACT_JAVA_OPTS=-Xmx\\d+m\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(site)).isEqualTo(before);
    }

    @Test
    void a_preview_that_runs_out_of_memory_tells_it_shows_the_old_site_and_goes_on() throws Exception {
        Path logs = Files.createDirectory(work.resolve("logs"));
        List<String> command = RealProgram.command(List.of("-Xmx96m"), "serve", "--port", "0");
        try (RealProgram program = RealProgram.start(site, logs, Map.of(), command);
                Serving serving = Serving.of(program).looked()) {
            Path data = site.resolve("data/readings.json");
            Built.write(data, "{\"title\": \"Readings\", \"records\": [" + "[1,2,3,4],\n".repeat(2_000_000) + "[]]}");

            serving.says("error: out of memory (");
            assertThat(program.err())
                    .containsPattern(
                            "\\d+ MB do not suffice \\[machine\\]\n  hint: give it more, such as .+-Xmx\\d+m\n");
            assertThat(serving.get("/articles/x/").statusCode()).isEqualTo(200);

            Files.delete(data);
            Built.write(site.resolve("content/articles/x.md"), Casebook.article("Other words.\n"));
            serving.shows("/articles/x/", "Other words.");
        }
    }

    @Test
    void too_few_open_files_are_one_line_and_the_old_site_stays() throws Exception {
        // Each jar is an open file; what is left does for none of the work.
        long limit = RealProgram.jars().count() + 10;
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + limit + "; exec \"$@\"", "sh"));
        command.addAll(RealProgram.command("build", site.toString()));

        Answer answer = run(command);

        assertThat(answer.err).matches("plainfact: /.+: Too many open files\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(site)).isEqualTo(before);
    }

    @Test
    void the_launcher_says_how_many_open_files_it_needs() throws Exception {
        String launcher = Path.of("plainfact").toAbsolutePath().toString();

        Answer answer = run(List.of("sh", "-c", "ulimit -n 64; exec \"$@\"", "sh", launcher, "build", site.toString()));

        assertThat(answer.err)
                .isEqualTo(
                        "plainfact: only 64 files may be open at once here and 256 are needed; allow more by ulimit -n 256\n");
        assertThat(answer.code).isEqualTo(3);
        assertThat(Built.hashes(site)).isEqualTo(before);
    }

    @Test
    void a_second_build_is_told_who_builds_and_changes_nothing() {
        Built.Answer answer;
        try (Hold first = Hold.take(site.resolve(".output.plainfact.lock"))) {
            answer = Built.run(site, "build");
        }

        assertThat(answer.err())
                .isEqualTo("plainfact: another build (process %d) is writing %s; wait until it ends%n"
                        .formatted(ProcessHandle.current().pid(), site.resolve("output")));
        assertThat(answer.code()).isEqualTo(3);
        assertThat(Built.hashes(site)).isEqualTo(before);
    }

    private Answer run(List<String> command) throws IOException, InterruptedException {
        Path out = work.resolve("out");
        Path err = work.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
