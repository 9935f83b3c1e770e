package org.plainfact.bake;

import java.util.List;
import java.util.Map;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Plain;

/** The words of inline content, without markup. */
final class Words {
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    private Words() {}

    static String of(List<?> inlines) {
        StringBuilder out = new StringBuilder();
        for (Object inline : inlines) {
            if (inline instanceof Inline known) {
                out.append(of(known));
            }
        }
        return out.toString().replaceAll("\\s+", " ").strip();
    }

    private static String of(Inline inline) {
        return switch (inline) {
            case Inline.Html html -> text(html.html());
            case Inline.FigureRef figure -> Plain.figure(figure.figure());
            case Inline.SourceRef source ->
                source.label().orElseGet(() -> source.source().title());
            case Inline.TermRef term -> term.label();
            case Inline.PageRef page -> page.label();
            case Inline.ClaimRef claim -> claim.words();
            case Inline.Tex tex -> tex.text();
        };
    }

    /** The text of sanitised HTML: no comments, scripts or unclosed tags are in it. */
    private static String text(String html) {
        StringBuilder out = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tagEnd(html, at);
            } else if (c == '&') {
                at = entity(html, at, out);
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private static int tagEnd(String html, int start) {
        char quote = 0;
        for (int i = start + 1; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    private static int entity(String html, int start, StringBuilder out) {
        int end = html.indexOf(';', start);
        if (end < 0 || end - start > 10) {
            out.append('&');
            return start + 1;
        }
        String name = html.substring(start + 1, end);
        if (name.matches("#\\d{1,7}")) {
            out.appendCodePoint(codePoint(name.substring(1), 10));
        } else if (name.matches("#[xX][0-9a-fA-F]{1,6}")) {
            out.appendCodePoint(codePoint(name.substring(2), 16));
        } else if (ENTITIES.containsKey(name)) {
            out.append(ENTITIES.get(name));
        } else {
            out.append(html, start, end + 1);
        }
        return end + 1;
    }

    private static int codePoint(String digits, int radix) {
        int value = Integer.parseInt(digits, radix);
        return Character.isValidCodePoint(value) ? value : 0xFFFD;
    }
}
