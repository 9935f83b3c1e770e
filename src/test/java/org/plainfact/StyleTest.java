package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.write;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Styles that a project brings, in the format of Vale. */
@Isolated("it holds limits of the processor time of the process")
class StyleTest {
    @TempDir
    private Path work;

    private Path site = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
        SmallSite.unpack(site);
        configure("house");
    }

    @Test
    void words_that_exist_are_found_at_their_place_in_the_markdown() {
        rule(
                "extends: existence\nmessage: avoid \"%s\"\nlevel: error\nignorecase: true\ntokens:\n  - simply\n  - of course\n");
        article("It is *simply* a \\*pump, [of\ncourse](/), and `simply` code.");

        assertThat(told())
                .containsExactly(
                        "content/articles/x.md:6:8: error: avoid \"simply\" [house-rule]",
                        "content/articles/x.md:6:27: error: avoid \"of course\" [house-rule]");
    }

    @Test
    void words_behind_an_escape_an_entity_and_a_figure_keep_their_column() {
        rule("extends: existence\nmessage: avoid \"%s\"\ntokens: [alas]\n");
        article("A \\* &amp; b {figure}`alpha.power` alas.");

        assertThat(told()).containsExactly("content/articles/x.md:6:36: warning: avoid \"alas\" [house-rule]");
    }

    @Test
    void every_text_that_a_reader_meets_is_looked_at() {
        rule("extends: existence\nmessage: avoid \"%s\"\ntokens: [alas]\n");
        write(site.resolve("content/articles/x.md"), """
                ---
                title: "Title, alas"
                description: Description, alas.
                status: draft
                hook: Hook, alas?
                takeaways:
                  - Takeaway, alas.
                ---
                ## Heading, alas

                - Item, alas

                | Head |
                |---|
                | Cell, alas |

                ![Picture, alas](sketch.svg)

                ```{callout} note
                :title: Box, alas

                Inside, alas.
                ```

                > Quoted, alas.
                """);

        assertThat(told().stream().map(line -> line.split(": ")[0].replace("content/articles/x.md:", "")))
                .containsExactly(
                        "2:16", "3:27", "5:13", "7:15", "9:13", "11:9", "15:9", "17:12", "20:14", "22:9", "25:11");
    }

    @Test
    void a_better_word_is_named() {
        rule("extends: substitution\nmessage: write \"%s\", not \"%s\"\nswap:\n  boxes?: pumps\n");
        article("Two boxes stand here.");

        assertThat(told())
                .containsExactly("content/articles/x.md:6:5: warning: write \"pumps\", not \"boxes\" [house-rule]");
    }

    @Test
    void what_is_too_often_in_a_sentence_is_found_where_it_is_too_much() {
        rule("extends: occurrence\nmessage: more than two commas\nscope: sentence\nmax: 2\ntoken: ','\n");
        article("One, two, three. One, two, three, four, five.");

        assertThat(told()).containsExactly("content/articles/x.md:6:33: warning: more than two commas [house-rule]");
    }

    @Test
    void what_is_said_once_needs_its_other_half_on_the_page() {
        rule(
                "extends: conditional\nmessage: \"%s is not spelt out\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\(([A-Z]{3,5})\\)'\n");
        article("A heat pump (HPX) is one. The HPX and the COP are not.");

        assertThat(told()).containsExactly("content/articles/x.md:6:43: warning: COP is not spelt out [house-rule]");
    }

    @Test
    void one_of_two_spellings_is_kept_to() {
        rule("extends: consistency\nmessage: two spellings, \"%s\" is the second\neither:\n  grey: gray\n");
        article("A grey pump.\n\nA gray house.");

        assertThat(told())
                .containsExactly(
                        "content/articles/x.md:8:3: warning: two spellings, \"gray\" is the second [house-rule]");
    }

    @Test
    void a_measure_of_the_whole_text_is_worked_out() {
        rule("extends: metric\nmessage: \"%s words a sentence\"\nformula: words / sentences\ncondition: '> 8'\n");
        article("This sentence has a great many words in it so that it is longer than any other here.");

        assertThat(told()).containsExactly("content/articles/x.md:2:8: warning: 9.50 words a sentence [house-rule]");
    }

    @Test
    void a_fault_in_a_rule_is_told_at_its_line_and_the_others_hold() {
        rule("extends: existence\nmessage: avoid \"%s\"\ntokens:\n  - alas\n  - '(alas'\n");
        write(site.resolve("data/styles/house/other.yml"), "extends: existense\ntokens: [alas]\n");
        write(site.resolve("data/styles/house/third.yml"), "extends: existence\ntokns: [alas]\nscope: pages\n");
        write(site.resolve("data/styles/house/good.yml"), "extends: existence\nmessage: good\ntokens: [alas]\n");
        write(site.resolve("data/styles/house/odd.yml"), "extends: [\n");
        article("Well, alas.");

        assertThat(told())
                .contains(
                        "content/articles/x.md:6:7: warning: good [house-good]",
                        "data/styles/house/other.yml:1:1: error: there is no kind of rule \"existense\" [style-form]",
                        "data/styles/house/third.yml:2:1: error: the key \"tokns\" means nothing in a rule [style-form]",
                        "data/styles/house/rule.yml:5:5: error: the expression cannot be read: Unclosed group [style-form]")
                .anyMatch(line -> line.startsWith("data/styles/house/odd.yml:") && line.endsWith("[broken-style]"))
                .noneMatch(line -> line.endsWith("[house-rule]"));
    }

    @Test
    void an_expression_that_takes_for_ever_is_given_up_and_told() {
        rule("extends: existence\nmessage: m\nraw: ['(a+)+$']\n");
        article("a".repeat(4_000) + " b");

        assertThat(told())
                .contains(
                        "data/styles/house/rule.yml:1:1: error: an expression of the rule house-rule takes far too long on a text of this site [style-too-costly]");
    }

    /** Expressions whose time grows without measure with a text, or that go into themselves at each character. */
    private static final List<String> ENDLESS = List.of(
            "(a+)+$",
            "(a|aa)+$",
            "(a|a)*b",
            "(a*)*b",
            "(?:a+){10}b",
            "(?:a?){40}a{40}b",
            "(.*a){12}b",
            "(a+)\\\\1+b",
            "(?=(a+)+b)a",
            "(?<!(a{1,60}){1,60}b)c",
            "(?:(?:(?:a+)+)+)+b",
            "(a|b|ab)*c");

    @Test
    @Tag("unbreakable")
    void no_expression_of_a_style_stops_a_check_wherever_it_stands() {
        List<String> forms = List.of(
                "extends: existence\nmessage: m\nraw: ['%s']\n",
                "extends: existence\nmessage: m\ntokens: ['%s']\n",
                "extends: existence\nmessage: m\ntokens: [end]\nexceptions: ['%s']\n",
                "extends: substitution\nmessage: m %%s\nswap:\n  '%s': b\n",
                "extends: occurrence\nmessage: m\nmax: 1\ntoken: '%s'\n",
                "extends: conditional\nmessage: m\nfirst: '%s'\nsecond: end\n",
                "extends: conditional\nmessage: m\nfirst: end\nsecond: '%s'\n",
                "extends: consistency\nmessage: m\neither:\n  '%s': end\n");
        int count = 0;
        for (String form : forms) {
            for (String endless : ENDLESS) {
                write(site.resolve("data/styles/house/rule-" + count++ + ".yml"), form.formatted(endless));
            }
        }
        write(site.resolve("data/styles/house/numbers.txt"), String.join("\n", ENDLESS) + "\n");
        article("a".repeat(3_000) + " end 7 kW.");
        long start = cpu();

        List<String> told = told();

        double seconds = (cpu() - start) / 1e9;
        List<String> costly = told.stream()
                .filter(line -> line.endsWith("[style-too-costly]"))
                .toList();
        System.out.printf(
                "%d expressions without end: %d given up, in %.1f s of processor time%n",
                count, costly.size(), seconds);
        assertThat(costly.size()).as(String.join("\n", told)).isGreaterThan(count / 3);
        assertThat(costly).doesNotHaveDuplicates();
        assertThat(told).anyMatch(line -> line.endsWith("[typed-number]"));
        assertThat(told).noneMatch(line -> line.startsWith("plainfact:"));
        assertThat(seconds).isLessThan(30);
    }

    /** A sentence of a word of a rule, over and over, and a rule that looks around each. */
    @Test
    void very_many_words_of_a_rule_take_time_in_proportion_to_the_text() {
        rule("extends: existence\nmessage: m\ntokens: [alas]\nexceptions: ['alas and']\n");
        article("alas ".repeat(20_000) + ".");
        long start = cpu();

        assertThat(told()).isNotEmpty();

        assertThat((cpu() - start) / 1e9).isLessThan(15);
    }

    @Test
    void words_that_contexts_excuse_take_time_in_proportion_to_the_text() {
        contexts("near:\n  before: never\n  after: '\\W*never'\n  sentence: nowhere\n  section: nothing\n");
        rule("extends: existence\nmessage: m\ntokens: [alas]\nexcuse: [near, quotation, question]\n");
        article("# " + "a ".repeat(20_000) + "\n\n" + "“alas ".repeat(15_000) + ".\n\n" + "alas\n\n".repeat(2_000));
        long start = cpu();

        assertThat(told()).isNotEmpty();

        assertThat((cpu() - start) / 1e9).isLessThan(15);
    }

    @Test
    void a_context_is_looked_for_two_hundred_characters_around_the_words() {
        contexts("near:\n  before: '\\bnever\\b'\n  after: '.*\\bnever\\b'\n");
        rule("extends: existence\nmessage: m\ntokens: [alas]\nexcuse: [near]\n");
        String near = "x".repeat(190);
        String far = "x".repeat(200);
        article("""
                never %1$s alas

                never %2$s alas

                a%3$snever %4$s alas

                alas %1$s never

                alas %2$s never
                """.formatted(near, far, "b".repeat(50), "x".repeat(193)));

        assertThat(told())
                .containsExactly(
                        "content/articles/x.md:8:208: warning: m [house-rule]",
                        "content/articles/x.md:10:252: warning: m [house-rule]",
                        "content/articles/x.md:14:1: warning: m [house-rule]");
    }

    @Test
    void an_expression_too_deep_to_be_read_is_told_at_its_line() {
        rule("extends: existence\nmessage: m\nraw:\n  - '" + "(".repeat(20_000) + "a" + ")".repeat(20_000) + "'\n");
        article("Words.");

        assertThat(told()).anyMatch(line -> line.contains("error: the expression cannot be read: "));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    @Test
    void a_style_that_there_is_not_is_told_with_the_nearest() {
        configure("overclam");

        assertThat(Built.run(work, "check", "site", "--without", "invalid-html").err())
                .contains("error: there is no style \"overclam\" [unknown-style]")
                .contains("did you mean \"overclaim\"?");
    }

    @Test
    void a_claim_is_let_stand_with_a_reason_in_text_and_front_matter() {
        configure("overclaim");
        write(site.resolve("content/articles/x.md"), """
                ---
                title: T
                # plainfact: allow overclaim-recommendation the sentence is the subject of the text
                description: We recommend the pump.
                status: draft
                ---
                We recommend the pump. <!-- plainfact: allow overclaim-recommendation so is this one -->
                """);

        Built.Answer answer = Built.run(work, "check", "site", "--drafts", "--without", "invalid-html")
                .succeeded();

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("0 errors, 0 warnings; 2 let stand");
    }

    @Test
    void a_disclaimer_that_lacks_a_sentence_is_an_error() {
        configure("disclaimer");

        assertThat(told())
                .hasSize(3)
                .allMatch(line -> line.startsWith("jbake.properties:") && line.contains(": error: the disclaimer"));
    }

    private void configure(String styles) {
        SmallSite.unpack(site);
        write(
                site.resolve("jbake.properties"),
                Built.text(site.resolve("jbake.properties")) + "check.styles=" + styles + "\n");
    }

    private void rule(String yaml) {
        write(site.resolve("data/styles/house/rule.yml"), yaml);
    }

    private void contexts(String yaml) {
        write(site.resolve("data/styles/house/contexts.yml"), yaml);
    }

    private void article(String text) {
        write(
                site.resolve("content/articles/x.md"),
                "---\ntitle: T\ndescription: D.\nstatus: draft\n---\n" + text + "\n");
    }

    private List<String> told() {
        return Built.run(work, "check", "site", "--drafts", "--without", "invalid-html")
                .err()
                .lines()
                .filter(line -> !line.startsWith("  hint"))
                .toList();
    }
}
