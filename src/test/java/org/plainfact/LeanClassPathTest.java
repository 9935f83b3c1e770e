package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the program needs at run time, and that it needs no more. The class path of the tests is larger.
 */
@Tag("slow")
class LeanClassPathTest {
    @Test
    void neither_jbakes_store_nor_its_old_libraries_come_with_the_program() throws IOException {
        List<String> jars =
                RealProgram.jars().map(jar -> new File(jar).getName()).toList();

        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("jbake-core-"))
                .noneMatch(
                        jar -> jar.matches(
                                "(orientdb|logback|commons-beanutils|commons-collections-|commons-lang-|snakeyaml-1"
                                        + "|netty|httpc|apache|aws-crt|s3proxy|json-smart|lz4|hppc|jnr|jffi|asm|jetty-[a-z-]+-9|junit|assertj|playwright).*"));
    }

    @Test
    void the_program_builds_a_site_without_the_libraries_of_the_tests(@TempDir Path folder) throws Exception {
        plainfact(folder, "init", "site");
        plainfact(folder, "build", "site");

        assertThat(folder.resolve("site/output/index.html")).exists();
    }

    private static void plainfact(Path folder, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(RealProgram.command(arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(answer).isZero();
    }
}
