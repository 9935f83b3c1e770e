package org.plainfact.link;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.plainfact.link.Reference.Use;

/** Reads all addresses of a printed page, as a browser does: by the HTML standard's list of attributes that are URLs. */
final class PageReader {
    /** {@code ELEMENT@ATTRIBUTE} of addresses that a reader follows. */
    private static final List<String> LINKS = List.of("a@href", "area@href", "form@action", "button@formaction");

    private static final List<String> FILES = List.of(
            "img@src",
            "source@src",
            "video@src",
            "video@poster",
            "audio@src",
            "track@src",
            "script@src",
            "iframe@src",
            "embed@src",
            "object@data",
            "input@src",
            "image@href",
            "image@xlink:href",
            "use@href",
            "use@xlink:href");

    /** What a {@code link} is there for that says where something else stands; all else is loaded. */
    private static final Set<String> LEADING =
            Set.of("alternate", "author", "canonical", "help", "license", "next", "prev", "search", "me");

    private static final Set<String> PICTURES =
            Set.of("og:image", "og:image:url", "og:image:secure_url", "og:video", "og:audio", "twitter:image");

    private static final Pattern REFRESH =
            Pattern.compile("\\s*[\\d.]*\\s*[;,]?\\s*(?:url\\s*=\\s*)?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern IN_STYLE =
            Pattern.compile("\\burl\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')\\s]+))\\s*\\)", Pattern.CASE_INSENSITIVE);

    /** By the name of the element. */
    private static final Map<String, List<Place>> PLACES = Stream.concat(
                    LINKS.stream().map(place -> Place.of(place, Use.LINK)),
                    FILES.stream().map(place -> Place.of(place, Use.FILE)))
            .collect(Collectors.groupingBy(Place::element));

    private final Set<Reference> references = new LinkedHashSet<>();
    private final SortedSet<String> anchors = new TreeSet<>();
    private Optional<String> base = Optional.empty();

    /** Where an element says an address. */
    private record Place(String element, String attribute, Use use) {
        static Place of(String written, Use use) {
            String[] parts = written.split("@", 2);
            return new Place(parts[0], parts[1], use);
        }
    }

    private PageReader() {}

    static Page html(byte[] bytes) {
        return html(Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** @param document not changed */
    static Page html(Document document) {
        PageReader reader = new PageReader();
        document.getAllElements().forEach(reader::read);
        return new Page(reader.base, List.copyOf(reader.references), List.copyOf(reader.anchors));
    }

    /** A feed or a site map: its links and the places that it lists. */
    static Page xml(byte[] bytes) {
        Document document = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser());
        PageReader reader = new PageReader();
        document.select("link[href]").forEach(link -> reader.add(Use.LINK, link.attr("href")));
        document.select("loc").forEach(place -> reader.add(Use.LINK, place.text()));
        return new Page(Optional.empty(), List.copyOf(reader.references), List.of());
    }

    private void read(Element element) {
        String name = element.normalName();
        if (element.hasAttr("id")) {
            anchors.add(element.id());
        }
        if (name.equals("a") && element.hasAttr("name")) {
            anchors.add(element.attr("name"));
        }
        if (name.equals("base") && element.hasAttr("href") && base.isEmpty()) {
            base = Optional.of(element.attr("href").strip());
        }
        for (Place place : PLACES.getOrDefault(name, List.of())) {
            if (element.hasAttr(place.attribute)) {
                add(place.use, element.attr(place.attribute));
            }
        }
        switch (name) {
            case "link" -> link(element);
            case "meta" -> meta(element);
            case "img", "source" -> candidates(element.attr("srcset"));
            case "style" -> style(element.data());
            default -> {}
        }
        if (element.hasAttr("style")) {
            style(element.attr("style"));
        }
    }

    private void link(Element element) {
        boolean leads = List.of(element.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .anyMatch(LEADING::contains);
        // rel="alternate stylesheet" is loaded.
        boolean sheet = element.attr("rel").toLowerCase(Locale.ROOT).contains("stylesheet");
        if (element.hasAttr("href")) {
            add(leads && !sheet ? Use.LINK : Use.FILE, element.attr("href"));
        }
        candidates(element.attr("imagesrcset"));
    }

    private void meta(Element element) {
        if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
            Matcher refresh = REFRESH.matcher(element.attr("content"));
            if (refresh.matches()) {
                String address = refresh.group(1).strip().replaceAll("^(['\"])(.*)\\1$", "$2");
                if (!address.isEmpty()) {
                    add(Use.REFRESH, address);
                }
            }
        }
        if (PICTURES.contains(element.attr("property")) || PICTURES.contains(element.attr("name"))) {
            add(Use.FILE, element.attr("content"));
        }
        if (element.attr("property").equals("og:url")) {
            add(Use.LINK, element.attr("content"));
        }
    }

    /** Addresses of a {@code srcset}, each with a width or density behind it: by the HTML standard's steps. */
    private void candidates(String set) {
        int at = 0;
        while (true) {
            while (at < set.length() && (Character.isWhitespace(set.charAt(at)) || set.charAt(at) == ',')) {
                at++;
            }
            int start = at;
            while (at < set.length() && !Character.isWhitespace(set.charAt(at))) {
                at++;
            }
            if (at == start) {
                return;
            }
            String address = set.substring(start, at);
            if (address.endsWith(",")) {
                add(Use.FILE, address.replaceAll(",+$", ""));
            } else {
                add(Use.FILE, address);
                at = descriptorEnd(set, at);
            }
        }
    }

    private static int descriptorEnd(String set, int from) {
        int depth = 0;
        for (int i = from; i < set.length(); i++) {
            switch (set.charAt(i)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case ',' -> {
                    if (depth <= 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return set.length();
    }

    private void style(String css) {
        Matcher url = IN_STYLE.matcher(css);
        while (url.find()) {
            for (int group = 1; group <= 3; group++) {
                if (url.group(group) != null) {
                    add(Use.FILE, url.group(group));
                }
            }
        }
    }

    private void add(Use use, String written) {
        references.add(new Reference(use, written.strip()));
    }
}
