package org.plainfact.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
    @TempDir
    private Path root;

    private final Findings findings = new Findings();

    @Test
    void files_come_in_the_order_of_their_paths() throws IOException {
        write("content/b.md", "b");
        write("content/a/z.md", "z");
        write("content/a.md", "a");

        assertThat(names("content")).containsExactly("content/a.md", "content/a/z.md", "content/b.md");
    }

    @Test
    void a_folder_that_is_not_there_has_no_files() {
        assertThat(tree().files("content")).isEmpty();
    }

    @Test
    void dot_files_and_dot_folders_are_left_out_but_for_well_known() throws IOException {
        write("assets/.env", "SECRET=1");
        write("assets/.git/config", "x");
        write("assets/.well-known/security.txt", "Contact: x");

        assertThat(names("assets")).containsExactly("assets/.well-known/security.txt");
    }

    @Test
    void a_symbolic_link_is_not_followed_and_is_told() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "s");
        Files.createDirectories(root.resolve("content"));
        Files.createSymbolicLink(root.resolve("content/link.md"), secret);
        Files.createSymbolicLink(root.resolve("content/loop"), root.resolve("content"));

        assertThat(names("content")).isEmpty();
        assertThat(findings.sorted())
                .extracting(Finding::rule, finding -> finding.span().path())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("not-a-regular-file", "content/link.md"),
                        org.assertj.core.groups.Tuple.tuple("not-a-regular-file", "content/loop"));
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_text() throws IOException {
        Path file = write("content/a.md", "\uFEFFhello");

        assertThat(tree().read(file, 100).orElseThrow().text()).isEqualTo("hello");
    }

    @Test
    void bytes_that_are_not_utf_8_are_told_with_their_line() throws IOException {
        Path file = root.resolve("latin.md");
        Files.write(file, "one\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(tree().read(file, 100)).isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .startsWith("latin.md:2:4: error: the byte at offset 7 is not UTF-8 [not-utf-8]"));
    }

    @Test
    void a_text_cut_inside_a_character_is_told() throws IOException {
        Path file = root.resolve("cut.md");
        Files.write(file, new byte[] {'a', (byte) 0xC3});

        assertThat(tree().read(file, 100)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::rule).containsExactly("not-utf-8");
    }

    @Test
    void a_control_character_is_told_with_its_place() throws IOException {
        Path file = write("a.md", "x\ny\u001bz");

        assertThat(tree().read(file, 100)).isEmpty();
        assertThat(findings.sorted().getFirst().toString()).startsWith("a.md:2:2: error: the control character U+001B");
    }

    @Test
    void a_file_over_the_limit_is_refused_before_it_is_read() throws IOException {
        Path file = write("a.md", "x".repeat(11));

        assertThat(tree().read(file, 10)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::rule).containsExactly("file-too-large");
    }

    private SourceTree tree() {
        return new SourceTree(root, findings);
    }

    private List<String> names(String folder) {
        SourceTree tree = tree();
        return tree.files(folder).stream().map(tree::name).toList();
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
