package org.plainfact.content;

/** Writes words: undoes back-slashes, and makes bare addresses links. */
final class RunningText {
    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final Output out;

    RunningText(Output out) {
        this.out = out;
    }

    /** @param link whether bare addresses become links */
    void write(CharSequence text, int from, int to, boolean link) {
        int written = from;
        if (link) {
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c == ':' || c == '.' || c == '@') {
                    Bare bare = c == '@' ? mail(text, written, i, to) : web(text, written, i, to);
                    if (bare != Bare.NONE) {
                        unescaped(text, written, bare.from);
                        anchor(text, bare);
                        written = bare.to;
                        i = bare.to - 1;
                    }
                }
            }
        }
        unescaped(text, written, to);
    }

    private void anchor(CharSequence text, Bare bare) {
        String shown = text.subSequence(bare.from, bare.to).toString();
        out.raw("<a")
                .attribute("href", Addresses.encoded(bare.prefix + shown))
                .raw(">")
                .text(shown)
                .raw("</a>");
    }

    private void unescaped(CharSequence text, int from, int to) {
        int start = from;
        for (int i = from; i + 1 < to; i++) {
            if (text.charAt(i) == '\\' && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0) {
                out.text(text, start, i);
                start = i + 1;
                i++;
            }
        }
        out.text(text, start, to);
    }

    /** The text with back-slashes undone. */
    static String unescaped(CharSequence text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean escape =
                    text.charAt(i) == '\\' && i + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(i + 1)) >= 0;
            words.append(text.charAt(escape ? ++i : i));
        }
        return words.toString();
    }

    private record Bare(int from, int to, String prefix) {
        static final Bare NONE = new Bare(0, 0, "");
    }

    /** An address whose {@code ://} or first full stop is at an offset. */
    private static Bare web(CharSequence text, int from, int at, int to) {
        String prefix = "";
        int start;
        int host;
        if (text.charAt(at) == '.') {
            start = at - 3;
            host = start;
            prefix = "https://";
            if (start < from || !matches(text, start, "www.")) {
                return Bare.NONE;
            }
        } else {
            start = at >= from + 5 && matches(text, at - 5, "https://")
                    ? at - 5
                    : at >= from + 4 && matches(text, at - 4, "http://") ? at - 4 : -1;
            host = at + 3;
            if (start < 0) {
                return Bare.NONE;
            }
        }
        boolean begins = start == from || " \t(*_~\"'".indexOf(text.charAt(start - 1)) >= 0;
        int end = begins ? end(text, host, to) : host;
        return end > host && dotted(text, host, end) ? new Bare(start, end, prefix) : Bare.NONE;
    }

    private static boolean matches(CharSequence text, int at, String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if (at + i >= text.length() || Character.toLowerCase(text.charAt(at + i)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where an address ends: before white space, without the punctuation of the sentence. */
    private static int end(CharSequence text, int from, int to) {
        int end = from;
        int open = 0;
        while (end < to && !Character.isWhitespace(text.charAt(end)) && "<\\\"".indexOf(text.charAt(end)) < 0) {
            open += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
            end++;
        }
        while (end > from) {
            char last = text.charAt(end - 1);
            if (last == ')' && open < 0) {
                open++;
            } else if ("?!.,:;*_~'\u2019".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }

    /** Whether the host has a full stop inside. */
    private static boolean dotted(CharSequence text, int from, int to) {
        boolean dot = false;
        for (int i = from; i < to && "/?#:".indexOf(text.charAt(i)) < 0; i++) {
            char c = text.charAt(i);
            dot |= c == '.' && i > from;
            if (!Character.isLetterOrDigit(c) && "-_.".indexOf(c) < 0) {
                return false;
            }
        }
        return dot;
    }

    private static Bare mail(CharSequence text, int from, int at, int to) {
        int start = at;
        while (start > from && (alphanumeric(text.charAt(start - 1)) || "._+-".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        int end = at + 1;
        while (end < to && (alphanumeric(text.charAt(end)) || "-_.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        while (end > at && "-_.".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean host = end > at + 1 && dotted(text, at + 1, end) && text.charAt(at + 1) != '.';
        return start < at && host ? new Bare(start, end, "mailto:") : Bare.NONE;
    }

    private static boolean alphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
