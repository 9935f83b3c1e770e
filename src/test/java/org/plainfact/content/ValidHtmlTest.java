package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.messages.TextMessageEmitter;
import nu.validator.servlet.imagereview.ImageCollector;
import nu.validator.source.SourceCode;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.junit.jupiter.api.Test;
import org.plainfact.content.Body.Part;
import org.xml.sax.InputSource;

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
    void sanitised_and_plain_texts_are_valid_html() throws Exception {
        String raw = html(ARTICLE);
        String plain = html(ARTICLE.replaceAll("(?s)<[a-z/][^>]*>", ""));
        assertThat(errors(raw)).isBlank();
        assertThat(errors(plain)).isBlank();
    }

    @Test
    void the_validator_finds_faults() throws Exception {
        assertThat(errors(html("a").replace("<p>", "<p><div id=a id=b>"))).contains("Error");
    }

    private static String html(String markdown) {
        String body = Reading.of(markdown).body().parts().stream()
                .filter(Part.Html.class::isInstance)
                .map(part -> ((Part.Html) part).html())
                .collect(Collectors.joining());
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>T</title></head><body><main>"
                + body + "</main></body></html>";
    }

    private static String errors(String html) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SourceCode source = new SourceCode();
        MessageEmitterAdapter messages = new MessageEmitterAdapter(
                null, source, false, new ImageCollector(source), 0, false, new TextMessageEmitter(out, false));
        messages.setErrorsOnly(true);
        SimpleDocumentValidator validator = new SimpleDocumentValidator();
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
        validator.setUpValidatorAndParsers(messages, true, false);
        messages.start(null);
        validator.checkHtmlInputSource(
                new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        messages.end("", "", "");
        return out.toString(StandardCharsets.UTF_8);
    }
}
