package org.plainfact.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.plainfact.source.SourceSpan;

/**
 * Markdown, read: safe HTML with the calls of roles and directives as holes in it, in reading order.
 *
 * @param markdown the text as the author wrote it, without front matter
 * @param parts joined in order they are the rendered text; a directive inside a list or a quotation splits the HTML
 *     around it, so a single {@link Html} need not be balanced
 * @param headings in order, those inside directives not among them
 * @param links where links lead and pictures come from, in order, those inside directives not among them
 */
public record Body(String markdown, List<Part> parts, List<Heading> headings, List<Link> links) {
    public static final Body EMPTY = new Body("", List.of(), List.of(), List.of());

    public Body {
        parts = List.copyOf(parts);
        headings = List.copyOf(headings);
        links = List.copyOf(links);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The Markdown with each call replaced: roles inside words, directives as blocks of their own. */
    public String markdownWith(Function<Part.Call, String> replacement) {
        // A footnote is printed at the end but may be written anywhere: calls are not always in the text's order.
        List<Part.Call> calls = parts.stream()
                .filter(Part.Call.class::isInstance)
                .map(Part.Call.class::cast)
                .sorted(Comparator.comparingInt(Part.Call::start))
                .toList();
        StringBuilder out = new StringBuilder(markdown.length());
        int from = 0;
        for (Part.Call call : calls) {
            out.append(markdown, from, call.start()).append(replacement.apply(call));
            from = call.end();
        }
        return out.append(markdown, from, markdown.length()).toString();
    }

    /**
     * The same body with other addresses: what links lead to and where pictures come from, inside directives too.
     *
     * @param address of a {@link Link#href}, gives the address to print; both are plain text, not HTML
     */
    public Body withAddresses(UnaryOperator<String> address) {
        List<Part> changed = new ArrayList<>(parts.size());
        for (Part part : parts) {
            changed.add(
                    switch (part) {
                        case Part.Html html -> new Part.Html(Addresses.replace(html.html(), address));
                        case Part.Role role -> role;
                        case Part.Directive directive -> directive.withAddresses(address);
                    });
        }
        List<Link> to = links.stream()
                .map(link -> new Link(link.kind(), address.apply(link.href()), link.span()))
                .toList();
        return new Body(markdown, changed, headings, to);
    }

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

            private Directive withAddresses(UnaryOperator<String> address) {
                Map<String, Option> changed = new LinkedHashMap<>();
                options.forEach((key, option) -> changed.put(
                        key, new Option(option.text(), option.inline().withAddresses(address), option.span())));
                return new Directive(name, argument, changed, body.withAddresses(address), span, start, end);
            }
        }
    }

    /**
     * Where a link leads or a picture comes from.
     *
     * @param href without the escapes of Markdown and HTML, with percent signs where an address needs them: {@code ../faq/what-is-a-token.md#units}, {@code https://…},
     *     {@code #units}
     */
    public record Link(Kind kind, String href, SourceSpan span) {
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
