package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plainfact.content.Body.Part;
import org.plainfact.page.Validator;

class ValidHtmlTest {
    private static final String ARTICLE = """
            ## Words {#own .lead lang=en}

            *a* **b** `c` ~~d~~ [e](f.md "G"){.h} ![i](j%20k.png "L") &copy; https://a.example/?x=1&y=[2] m@n.example
            hard  \nline[^1] and[^2] again[^1] <kbd>K</kbd> H<sub>2</sub>O <b title="a&#1;b">x</b>

            - tight
              - nested
            - [x] task

            5. loose

               second paragraph

            6. item

            Term
            : def

            | a | b | |
            |:--|--:|:-:|
            | 1 | 2 | 3 |
            | 4 |

            ```java "quoted" <tag>
            int x = 1 < 2 && true;
            ```

            > quote
            >
            > - in it

                indented

            <details>
            <summary>More</summary>

            Hidden *words*.

            </details>

            <div onclick="x" style="y"><p>raw<p>open <center>old</center></div>

            ***

            ## Words

            [^1]: One.
            [^2]: Two with [^1].
            """;

    @Test
    void sanitised_and_plain_texts_are_valid_html() {
        String raw = html(ARTICLE);
        String plain = html(ARTICLE.replaceAll("(?s)<[a-z/][^>]*>", ""));
        assertThat(errors(raw)).isEmpty();
        assertThat(errors(plain)).isEmpty();
    }

    @Test
    void the_validator_finds_faults() {
        assertThat(errors(html("a").replace("<p>", "<p><div id=a id=b>"))).isNotEmpty();
    }

    private static String html(String markdown) {
        String body = Reading.of(markdown).body().parts().stream()
                .filter(Part.Html.class::isInstance)
                .map(part -> ((Part.Html) part).html())
                .collect(Collectors.joining());
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>T</title></head><body><main>"
                + body + "</main></body></html>";
    }

    private static List<String> errors(String html) {
        return new Validator().errors(html.getBytes(StandardCharsets.UTF_8));
    }
}
