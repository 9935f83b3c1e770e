package org.plainfact.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plainfact.source.SourceSpan;

/**
 * Markdown, read: safe HTML with the calls of roles and directives as holes in it, in reading order.
 *
 * @param markdown the text as the author wrote it, without front matter
 * @param parts joined in order they are the rendered text; a directive inside a list or a quotation splits the HTML
 *     around it, so a single {@link Html} need not be balanced
 * @param headings in order, those inside directives not among them
 */
public record Body(String markdown, List<Part> parts, List<Heading> headings) {
    public static final Body EMPTY = new Body("", List.of(), List.of());

    public Body {
        parts = List.copyOf(parts);
        headings = List.copyOf(headings);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The Markdown with each call replaced: roles inside words, directives as blocks of their own. */
    public String markdownWith(Function<Part.Call, String> replacement) {
        StringBuilder out = new StringBuilder(markdown.length());
        int from = 0;
        for (Part part : parts) {
            if (part instanceof Part.Call call) {
                out.append(markdown, from, call.start()).append(replacement.apply(call));
                from = call.end();
            }
        }
        return out.append(markdown, from, markdown.length()).toString();
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
                implements Call {}
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
