package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.plainfact.content.Body.Part;

/** What must hold of the HTML of any text. */
final class Inert {
    private static final LiveContent LIVE = new LiveContent(element -> false, style -> false);

    private static final List<String> ATTRIBUTES = List.of(
            "abbr",
            "alt",
            "aria-label",
            "checked",
            "class",
            "colspan",
            "datetime",
            "dir",
            "disabled",
            "headers",
            "height",
            "href",
            "id",
            "lang",
            "open",
            "reversed",
            "role",
            "rowspan",
            "scope",
            "span",
            "src",
            "start",
            "tabindex",
            "title",
            "type",
            "width");

    private Inert() {}

    /** Nothing of it is live, it stays in the element that it is put into, and it has no attribute that nobody thought of. */
    static void check(Body body) {
        StringBuilder html = new StringBuilder();
        for (Part part : body.parts()) {
            html.append(part instanceof Part.Html words ? words.html() : "…");
        }
        Document page = Jsoup.parse("<!doctype html><title>x</title><body><main>" + html + "</main><hr>");
        assertThat(LIVE.in(page.body())).isEmpty();
        assertThat(page.body().children())
                .as(html.toString())
                .extracting(Element::normalName)
                .containsExactly("main", "hr");
        assertThat(page.head().children()).extracting(Element::normalName).containsExactly("title");
        for (Element element : page.body().getAllElements()) {
            assertThat(element.attributes())
                    .as(html.toString())
                    .extracting(Attribute::getKey)
                    .isSubsetOf(ATTRIBUTES);
            for (String key : List.of("href", "src")) {
                assertThat(element.attr(key)).as(html.toString()).doesNotMatch("(?is)\\s*(data|vbscript|blob):.*");
            }
        }
        body.parts().stream()
                .filter(Part.Directive.class::isInstance)
                .map(Part.Directive.class::cast)
                .forEach(directive -> {
                    check(directive.body());
                    directive.options().values().forEach(option -> check(option.inline()));
                });
    }
}
