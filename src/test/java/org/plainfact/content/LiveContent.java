package org.plainfact.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What runs, loads, submits or restyles in a page.
 *
 * @param ours elements that are meant to
 * @param style whether a style of an element, in small letters and without spaces, is one of those
 */
public record LiveContent(Predicate<Element> ours, Predicate<String> style) {
    private static final Set<String> RUN = Set.of(
            "script",
            "style",
            "iframe",
            "frame",
            "object",
            "embed",
            "form",
            "base",
            "meta",
            "link",
            "svg",
            "animate",
            "template",
            "math");

    /** Each in the words of the page. */
    public List<String> in(Element page) {
        List<String> live = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            if (RUN.contains(element.normalName()) && !ours.test(element)) {
                live.add(element.outerHtml());
            }
            for (Attribute attribute : element.attributes()) {
                String value =
                        attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
                boolean runs = attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")
                        || value.startsWith("javascript:")
                        || (attribute.getKey().equals("style") && !style.test(value));
                if (runs) {
                    live.add(element.normalName() + " " + attribute);
                }
            }
        }
        return live;
    }
}
