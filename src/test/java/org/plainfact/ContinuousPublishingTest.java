package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.source.Digests;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** What {@code src/doc/continuous-publishing.md} tells others to copy works. */
@Tag("slow")
class ContinuousPublishingTest {
    private static final String DOC = text(Path.of("src/doc/continuous-publishing.md"));

    @TempDir
    Path work;

    private static List<String> blocks(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(DOC)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static Map<?, ?> workflow() {
        return map(new Load(LoadSettings.builder().build())
                .loadFromString(blocks("yaml").getFirst()));
    }

    private static Map<?, ?> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) value;
    }

    private static Object get(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new AssertionError("no " + key + " in " + map);
        }
        return value;
    }

    private static Stream<Map<?, ?>> jobs() {
        return map(get(workflow(), "jobs")).values().stream().map(ContinuousPublishingTest::map);
    }

    private static Stream<Map<?, ?>> steps() {
        return jobs().flatMap(job -> ((List<?>) get(job, "steps")).stream()).map(ContinuousPublishingTest::map);
    }

    /** Every call of the program in a text. */
    private static List<List<String>> commands(String script) {
        return Pattern.compile("(?m)^ *(?:if )?plainfact ([^;\n]*)")
                .matcher(script)
                .results()
                .map(call -> List.of(call.group(1).strip().split(" +")))
                .toList();
    }

    @Test
    void the_actions_of_the_workflow_are_pinned_to_commits() {
        List<String> uses = steps().filter(step -> step.containsKey("uses"))
                .map(step -> String.valueOf(step.get("uses")))
                .toList();

        assertThat(uses).isNotEmpty().allMatch(action -> action.matches("[a-z-]+/[a-z-]+@[0-9a-f]{40}"));
    }

    @Test
    void the_workflow_may_write_only_where_it_publishes() {
        assertThat(get(workflow(), "permissions")).isEqualTo(Map.of("contents", "read"));
        for (Map<?, ?> job : (Iterable<Map<?, ?>>) jobs()::iterator) {
            boolean publishes = get(job, "steps").toString().contains("plainfact verify");
            assertThat(job.get("permissions")).isEqualTo(publishes ? Map.of("contents", "write") : null);
            assertThat(job.containsKey("timeout-minutes")).isTrue();
        }
    }

    @Test
    void workflow_and_script_use_the_same_two_commands_and_the_command_line_knows_them() {
        String runs = steps().filter(step -> step.containsKey("run"))
                .map(step -> String.valueOf(step.get("run")))
                .collect(Collectors.joining("\n"));
        List<List<String>> all = new ArrayList<>(commands(runs));
        all.addAll(commands(blocks("sh").getLast()));

        assertThat(commands(runs).stream().map(List::getFirst).distinct()).containsExactly("publish", "verify");
        assertThat(commands(blocks("sh").getLast()).stream().map(List::getFirst))
                .containsExactly("publish", "verify");
        assertThat(all).allSatisfy(command -> assertThat(known(command)).isTrue());
        assertThat(known(List.of("publish", "pages", "--dry-rum"))).isFalse();
    }

    private boolean known(List<String> command) {
        try {
            Main.line(new Main.Surroundings(work, Built.CLOCK, false)).parseArgs(command.toArray(String[]::new));
            return true;
        } catch (CommandLine.ParameterException e) {
            return false;
        }
    }

    @Test
    void the_scripts_fetch_a_package_and_publish_to_a_folder() throws Exception {
        Path site = site();
        Path archive = archive();

        assertThat(publish(site, archive, Digests.sha256(archive))).isZero();

        assertThat(work.resolve("live/current/index.html")).exists();
        assertThat(text(work.resolve("log"))).contains("published to", "nothing differs");
    }

    @Test
    void the_scripts_end_with_the_exit_code_of_the_command_that_said_no() throws Exception {
        Path site = site();
        Path archive = archive();
        write(site.resolve("content/articles/bad.md"), "---\ntitle: Bad\ndate: 2026-13-45\n---\n");

        assertThat(publish(site, archive, Digests.sha256(archive))).isEqualTo(1);

        assertThat(work.resolve("live")).doesNotExist();
    }

    @Test
    void a_package_that_is_not_the_one_meant_is_not_run() throws Exception {
        assertThat(publish(site(), archive(), "0".repeat(64))).isNotZero();

        assertThat(work.resolve("live")).doesNotExist();
        assertThat(text(work.resolve("log"))).doesNotContain("pages,");
    }

    private Path site() {
        run(work, "init", "site").succeeded();
        Path site = work.resolve("site");
        write(site.resolve("install-plainfact.sh"), blocks("sh").getFirst());
        write(site.resolve("publish.sh"), blocks("sh").getLast());
        return site;
    }

    /** In the form of the real package, with the classes of this build in it. */
    private Path archive() throws IOException, InterruptedException {
        Path command = work.resolve("plainfact-0/bin/plainfact");
        String words =
                RealProgram.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        write(command, "#!/bin/sh\nexec " + words + " \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = work.resolve("package.tar.gz");
        assertThat(new ProcessBuilder("tar", "-czf", archive.toString(), "plainfact-0")
                        .directory(work.toFile())
                        .start()
                        .waitFor())
                .isZero();
        return archive;
    }

    private int publish(Path site, Path archive, String sha256) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(
                        "sh", "publish.sh", "file:../live", work.resolve("live").toString())
                .directory(site.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile());
        script.environment().put("PACKAGE", archive.toUri().toString());
        script.environment().put("PACKAGE_SHA256", sha256);
        script.environment().put("PLAINFACT_HOME", work.resolve("home").toString());
        script.environment().put("XDG_CACHE_HOME", work.resolve("caches").toString());
        return script.start().waitFor();
    }
}
