package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates cannot do: run code, leave their folder, go on for ever. */
@Isolated("it holds limits of time")
class TemplateSafetyTest extends OnePageSite {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"1+1\"?eval}",
                "<#assign x = \"${1}\"?interpret><@x/>",
                "${page?api.title}",
                "${\"{}\"?eval_json}",
                "${.now}"
            })
    void making_code_of_text_or_reading_the_clock_is_refused(String template) {
        assertThat(problems(template))
                .first()
                .asString()
                .matches("(?s)templates/not-found.ftlh:1:1: error: .* is refused.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${page.class.name}",
                "${page.getClass().name}",
                "${page.route.below(\"/etc\")}",
                "${page.hashCode}",
                "${site.other.class}",
                "${generator.bytes}",
                "${Static[\"java.lang.System\"].exit(1)}"
            })
    void java_is_out_of_reach(String template) {
        assertThat(problems(template)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}"
            })
    void no_object_is_made(String template) {
        assertThat(problems(template)).isNotEmpty();
    }

    @Test
    void words_that_look_like_a_refused_call_may_be_printed() {
        assertThat(printed("Really?new things are .now here, says <#-- ${x?eval} -->it"))
                .startsWith("Really?new things");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.ftlh", "/../secret.ftlh", "a/../../secret.ftlh", "file:///etc/passwd"})
    void a_template_outside_the_folder_is_not_included(String name) {
        kitchen.file("secret.ftlh", "secret");

        assertThat(problems("<#include \"" + name + "\">"))
                .singleElement()
                .asString()
                .contains("not-found.ftlh:1:1");
    }

    @Test
    void a_template_behind_a_link_is_not_included() throws Exception {
        kitchen.file("secret.ftlh", "secret");
        Files.createSymbolicLink(kitchen.root.resolve("templates/link.ftlh"), kitchen.root.resolve("secret.ftlh"));

        assertThat(problems("<#include \"link.ftlh\">")).anyMatch(problem -> problem.contains("link.ftlh"));
    }

    @Test
    void a_template_that_includes_itself_is_told() {
        assertThat(problems("<#include \"not-found.ftlh\">"))
                .singleElement()
                .asString()
                .contains("templates/not-found.ftlh:1:1: error: macros or includes are nested without end");
    }

    @Test
    void output_without_end_is_told_with_its_place() {
        kitchen.template("<#list 1..1000000000 as i>\n${i}</#list>");
        kitchen.bake(new Printer.Limits(100_000, Duration.ofSeconds(30)), Swap.Way.AT_ONCE, Steps.NONE);

        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .startsWith("templates/not-found.ftlh:2:1: error: the page is longer than 100000 characters");
    }

    @Test
    void a_loop_without_output_ends_at_the_deadline() {
        // Long enough for any machine, and short enough to end where nothing stops it.
        kitchen.template("<#list 1..20000000 as i><#assign x = i></#list>");
        kitchen.bake(new Printer.Limits(100_000, Duration.ofMillis(100)), Swap.Way.AT_ONCE, Steps.NONE);

        assertThat(kitchen.problems()).singleElement().asString().contains("printing takes longer than");
    }

    @Test
    void a_loop_that_many_pages_share_is_waited_for_once() {
        kitchen.template("<#list 1..2000000000 as i><#assign x = i></#list>");
        for (int i = 0; i < 100; i++) {
            kitchen.page("/" + i + "/", "A page");
        }
        long begun = System.nanoTime();

        kitchen.bake(new Printer.Limits(100_000, Duration.ofMillis(300)), Swap.Way.AT_ONCE, Steps.NONE);

        assertThat(kitchen.problems()).singleElement().asString().contains("printing takes longer than");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }
}
