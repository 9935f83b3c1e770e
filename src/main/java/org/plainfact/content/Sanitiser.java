package org.plainfact.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Takes out of HTML that authors wrote what runs, loads, submits or restyles. */
final class Sanitiser {
    private static final String BASE = "https://site.invalid/";

    private static final Safelist SAFE = new Safelist()
            .addTags("a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup")
            .addTags("dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3")
            .addTags(
                    "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark", "ol", "p", "pre",
                    "q")
            .addTags("rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table")
            .addTags("tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr")
            .addAttributes(":all", "id", "class", "title", "lang", "dir")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("td", "colspan", "rowspan", "headers")
            .addAttributes("th", "colspan", "rowspan", "scope", "headers", "abbr")
            .addAttributes("col", "span")
            .addAttributes("colgroup", "span")
            .addAttributes("ol", "start", "reversed")
            .addAttributes("details", "open")
            .addAttributes("div", "tabindex")
            .addAttributes("time", "datetime")
            .addAttributes("input", "checked")
            .addEnforcedAttribute("pre", "tabindex", "0")
            .addEnforcedAttribute("input", "type", "checkbox")
            .addEnforcedAttribute("input", "disabled", "disabled")
            .addProtocols("a", "href", "http", "https", "mailto", "tel", "#")
            .addProtocols("img", "src", "http", "https")
            .preserveRelativeLinks(true);

    private static final Pattern CONTROL = Pattern.compile("&#x(?:[01]?[0-9a-f]|7f|[89][0-9a-f]);");

    private Sanitiser() {}

    /** Well-formed HTML of what is allowed. */
    static String clean(String html) {
        Document clean = new Cleaner(SAFE).clean(Jsoup.parseBodyFragment(html, BASE));
        clean.outputSettings()
                .prettyPrint(false)
                .charset("UTF-8")
                .escapeMode(Entities.EscapeMode.base)
                .syntax(Document.OutputSettings.Syntax.html);
        for (Element link : clean.select("a[href]")) {
            check(link, "href", Addresses.allowed(link.attr("href")));
        }
        for (Element image : clean.select("img")) {
            check(image, "src", Addresses.allowedForPicture(image.attr("src")));
            if (image.attr("src").isEmpty()) {
                image.remove();
            } else if (!image.hasAttr("alt")) {
                image.attr("alt", "");
            }
        }
        // jsoup prints a control character as a reference, which HTML forbids too.
        return CONTROL.matcher(clean.body().html()).replaceAll("\uFFFD");
    }

    private static void check(Element element, String attribute, boolean allowed) {
        if (allowed) {
            element.attr(attribute, Addresses.encoded(element.attr(attribute)));
        } else {
            element.removeAttr(attribute);
        }
    }

    /**
     * What {@link #clean} will take out of a piece of raw HTML, in words.
     *
     * @param kept is given the attributes {@code id}, {@code href} and {@code src} that stay, by name
     */
    static List<String> problems(String raw, BiConsumer<String, String> kept) {
        List<String> problems = new ArrayList<>();
        Document document = Jsoup.parse(raw, BASE, Parser.xmlParser());
        for (Element element : document.getAllElements()) {
            String tag = element.normalName();
            if (element == document || tag.isEmpty()) {
                continue;
            }
            if (!SAFE.isSafeTag(tag)) {
                problems.add("the tag <" + tag + "> is not allowed and was removed");
            } else {
                attributes(element, tag, problems, kept);
            }
        }
        return problems;
    }

    private static void attributes(
            Element element, String tag, List<String> problems, BiConsumer<String, String> kept) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            boolean address = (tag.equals("a") && name.equals("href")) || (tag.equals("img") && name.equals("src"));
            if (address && Addresses.allowed(attribute.getValue())) {
                kept.accept(name, attribute.getValue());
            } else if (address || !SAFE.isSafeAttribute(tag, element, new Attribute(name, attribute.getValue()))) {
                problems.add("the attribute " + name + " of <" + tag + "> is not allowed and was removed");
            } else if (name.equals("id")) {
                kept.accept(name, attribute.getValue());
            }
        }
    }
}
