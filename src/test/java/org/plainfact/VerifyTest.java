package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plainfact verify}, as its users see it. */
class VerifyTest {
    @TempDir
    Path work;

    Path output;

    @BeforeEach
    void build() {
        run(work, "init", "site").succeeded();
        run(work, "build", "site").succeeded();
        output = work.resolve("site/output");
    }

    private Built.Answer verify() {
        return run(work, "verify", "site/output");
    }

    @Test
    void what_a_build_wrote_is_whole() {
        assertThat(verify().succeeded().out())
                .matches("(?s)\\d+ files, \\d+ figures \\(\\d+ computed again\\); nothing differs\\R");
    }

    @Test
    void every_planted_difference_is_named_and_the_exit_code_is_1() throws Exception {
        write(output.resolve("index.html"), "changed");
        Files.delete(output.resolve("sitemap.xml"));
        write(output.resolve("articles/added.html"), "added");

        Built.Answer answer = verify();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("index.html:1:1: error: ", "[changed-file]")
                .contains("sitemap.xml:1:1: error: the file is missing [missing-file]")
                .contains("articles/added.html:1:1: error: ", "[extra-file]");
        assertThat(answer.out()).endsWith("; 3 differences\n");
    }

    @Test
    void a_figure_that_does_not_come_out_of_its_inputs_is_named() {
        Path ledger = output.resolve("figures.json");
        write(
                ledger,
                text(ledger).replaceFirst("(?s)(\"id\": \"one-mug\\.energy\".*?\"display\": \")[^\"]*", "$19.99"));

        Built.Answer answer = verify();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("figures.json:1:1: error: ", "[changed-file]")
                .contains("one-mug.energy: \"display\" is \"9.99\", computed again ", "[figure-differs]");
    }

    @Test
    void a_folder_without_a_site_says_so() {
        Built.Answer answer = run(work, "verify", "site/data");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("[no-manifest]");
        assertThat(answer.out()).startsWith("nothing was verified");
    }

    @Test
    void a_server_that_cannot_be_reached_is_a_fault_of_the_machine() {
        // Port 1 of this machine: nothing listens there.
        Built.Answer answer = run(work, "verify", "http://127.0.0.1:1/");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.err()).contains("http://127.0.0.1:1/");
    }

    @Test
    void what_is_no_folder_and_no_address_is_a_usage_error() {
        assertThat(run(work, "verify", "nowhere").code()).isEqualTo(2);
        assertThat(run(work, "verify", "https://user:word@example.org/").code()).isEqualTo(2);
        assertThat(run(work, "verify", "https://exa mple.org/").code()).isEqualTo(2);
        assertThat(run(work, "verify").code()).isEqualTo(2);
    }
}
