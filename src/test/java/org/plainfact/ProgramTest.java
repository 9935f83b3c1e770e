package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered is taken by the same program alone. */
class ProgramTest {
    @TempDir
    Path folder;

    @Test
    void a_jar_of_the_same_files_stands_for_the_same_program() throws Exception {
        String one = Program.files(jar("one.jar", Map.of("a/A.class", "first", "b/B.class", "second")));
        String other = Program.files(jar("other.jar", Map.of("a/A.class", "first", "b/B.class", "second")));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void a_jar_in_which_one_letter_of_a_class_differs_stands_for_another() throws Exception {
        String one = Program.files(jar("one.jar", Map.of("a/A.class", "first", "b/B.class", "second")));
        String other = Program.files(jar("other.jar", Map.of("a/A.class", "first", "b/B.class", "seconf")));

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void a_jar_in_which_a_class_has_another_name_stands_for_another() throws Exception {
        String one = Program.files(jar("one.jar", Map.of("a/A.class", "first")));
        String other = Program.files(jar("other.jar", Map.of("a/B.class", "first")));

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void a_folder_in_which_a_class_differs_stands_for_another() throws Exception {
        Path file = Files.createDirectories(folder.resolve("classes")).resolve("A.class");
        Files.writeString(file, "first");
        String one = Program.files(folder.resolve("classes"));
        Files.writeString(file, "firsT");

        assertThat(Program.files(folder.resolve("classes"))).isNotEqualTo(one);
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }
}
