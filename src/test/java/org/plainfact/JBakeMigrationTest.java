package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/doc/migrating-from-jbake.md} tells a new user to type works, from top to bottom. */
@Tag("slow")
class JBakeMigrationTest {
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

    @Test
    void the_commands_of_the_page_work_in_the_order_in_which_they_stand(@TempDir Path work) throws Exception {
        Path site = work.resolve("site");
        JBakeSites.copy("whole", site);
        JBakeSites.golden("whole").forEach((name, text) -> Built.write(site.resolve(name), text));
        List<String> blocks = COMMANDS.matcher(Built.text(Path.of("src/doc/migrating-from-jbake.md")))
                .results()
                .map(block -> block.group(1))
                // These go on until they are stopped, or need a place to publish to.
                .filter(block -> !block.contains("plainfact serve"))
                // The time of the build differs, which diff tells by its exit code.
                .map(block -> block.replaceAll("(?m)^(diff .*)$", "$1 | grep -v pubDate || true"))
                .toList();
        assertThat(blocks).hasSize(3);
        String program =
                RealProgram.command().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Path script = work.resolve("script");
        Files.writeString(script, "set -e\nplainfact() { " + program + " \"$@\"; }\n" + String.join("\n", blocks));
        Path log = work.resolve("log");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .directory(site.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("XDG_CACHE_HOME", work.resolve("cache").toString());
        int code = builder.start().waitFor();

        assertThat(code).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).contains("A site made for JBake");
        assertThat(site.resolve("output/blog/2024/first.html")).exists();
        assertThat(site.resolve("output/articles/a-cup-of-tea/index.html")).exists();
        assertThat(site.resolve("output/index.html")).content().contains("articles/a-cup-of-tea/");
    }
}
