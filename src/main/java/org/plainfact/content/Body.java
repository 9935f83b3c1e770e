package org.plainfact.content;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plainfact.source.SourceSpan;

/**
 * Markdown, read: safe HTML with the calls of roles and directives as holes in it, in reading order.
 *
 * @param markdown the text as the author wrote it, without front matter
 * @param parts joined in order they are the rendered text; a directive inside a list or a quotation splits the HTML
 *     around it, so a single {@link Html} need not be balanced
 * @param headings in order, those inside directives not among them
 * @param links where links lead and pictures come from, in order, those inside directives not among them
 * @param passages its texts with the places of their words, in the order written, those inside directives not among them
 */
public record Body(
        String markdown, List<Part> parts, List<Heading> headings, List<Link> links, List<Passage> passages) {
    public static final Body EMPTY = new Body("", List.of(), List.of(), List.of(), List.of());

    public Body {
        parts = List.copyOf(parts);
        headings = List.copyOf(headings);
        links = List.copyOf(links);
        passages = List.copyOf(passages);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Its links and those of the texts inside directives. */
    public Stream<Link> allLinks() {
        return within().flatMap(body -> body.links().stream());
    }

    /** The calls of roles in it and in the texts inside directives. */
    public Stream<Part.Role> allRoles() {
        return within().flatMap(body -> body.parts().stream())
                .filter(Part.Role.class::isInstance)
                .map(Part.Role.class::cast);
    }

    /** This body and those inside its directives: their texts and the words of their options. */
    private Stream<Body> within() {
        return Stream.concat(
                Stream.of(this),
                parts.stream()
                        .filter(Part.Directive.class::isInstance)
                        .map(Part.Directive.class::cast)
                        .flatMap(directive -> Stream.concat(
                                directive.body().within(),
                                directive.options().values().stream()
                                        .flatMap(option -> option.inline().within()))));
    }

    /**
     * The Markdown with each call replaced, roles inside words and directives as blocks of their own, and with other
     * addresses of links and pictures.
     */
    public String markdownWith(Function<Part.Call, String> replacement, Function<Link, String> address) {
        // A footnote is printed at the end but may be written anywhere: neither calls nor links are in the text's
        // order, and several links may share the line that gives their address.
        NavigableMap<Integer, Piece> pieces = new TreeMap<>();
        for (Part part : parts) {
            if (part instanceof Part.Call call) {
                pieces.put(call.start(), new Piece(call.end(), () -> replacement.apply(call)));
            }
        }
        for (Link link : links) {
            link.written().ifPresent(at -> pieces.put(at.start(), new Piece(at.end(), () -> address.apply(link))));
        }
        StringBuilder out = new StringBuilder(markdown.length());
        int from = 0;
        for (Map.Entry<Integer, Piece> piece : pieces.entrySet()) {
            if (piece.getKey() >= from) {
                out.append(markdown, from, piece.getKey())
                        .append(piece.getValue().text().get());
                from = piece.getValue().end();
            }
        }
        return out.append(markdown, from, markdown.length()).toString();
    }

    /** What stands in place of a piece of the Markdown that ends at an offset. */
    private record Piece(int end, Supplier<String> text) {}

    /** A piece of a body. */
    public sealed interface Part {
        /** Rendered, sanitised HTML. */
        record Html(String html) implements Part {}

        /** What an author calls by name in braces. */
        sealed interface Call extends Part {
            String name();

            SourceSpan span();

            /** Offset in {@link Body#markdown} of the first character of the call. */
            int start();

            /** Offset in {@link Body#markdown} behind the last character of the call. */
            int end();
        }

        /**
         * An inline role: {@code {name}`target`} or {@code {name}`label <target>`}.
         *
         * @param label the words to show in place of the target's own
         */
        record Role(String name, String target, Optional<String> label, SourceSpan span, int start, int end)
                implements Call {}

        /**
         * A block directive: a fenced block whose info string starts with {@code {name}}.
         *
         * @param argument the rest of the info string
         * @param options lines {@code :key: value} at the head of the block
         * @param body the rest of the block, read as Markdown
         */
        record Directive(
                String name,
                String argument,
                Map<String, Option> options,
                Body body,
                SourceSpan span,
                int start,
                int end)
                implements Call {
            /** An option by name; empty where the author did not write it. */
            public Optional<Option> option(String key) {
                return Optional.ofNullable(options.get(key));
            }
        }
    }

    /**
     * Where a link leads or a picture comes from.
     *
     * @param href without the escapes of Markdown and HTML, with percent signs where an address needs them: {@code ../faq/what-is-a-token.md#units}, {@code https://…},
     *     {@code #units}
     * @param text what a link says; of a picture, the words for those who do not see it; empty for one in raw HTML
     * @param written where the address stands in {@link Body#markdown}; empty for one in raw HTML
     */
    public record Link(Kind kind, String href, String text, SourceSpan span, Optional<Stretch> written) {
        /** Offsets in {@link Body#markdown}: of the first character, and behind the last. */
        public record Stretch(int start, int end) {}

        public enum Kind {
            /** {@code <a href>}. */
            PAGE,
            /** {@code <img src>}. */
            PICTURE
        }

        /** Whether it stays on this site: no scheme and no host. */
        public boolean internal() {
            return !Addresses.leavesSite(href);
        }
    }

    /** The value of a directive's option, as text and read as inline Markdown. */
    public record Option(String text, Body inline, SourceSpan span) {}

    /**
     * A heading of the text.
     *
     * @param level 1–6
     * @param id unique within the body
     * @param text without markup
     */
    public record Heading(int level, String id, String text) {}
}
