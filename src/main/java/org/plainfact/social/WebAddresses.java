package org.plainfact.social;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TldLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The web addresses in a text, as X's own code finds them. Its expressions take time with the square of the length of a
 * word and more, 40 seconds for one of 12,000 letters and hyphens. So they are shown no word in which no address can be, no
 * label that is longer than labels are, and no host of very many labels: those are written over in a copy.
 */
final class WebAddresses {
    /** Of a host, between dots (RFC 1035). X's code refuses longer ones too, after it has looked at them. */
    private static final int LONGEST_LABEL = 63;

    /** No host that anybody links to has more. */
    private static final int MOST_DOTS = 10;

    private static final int LONGEST_ENDING = 24;
    private static final String BETWEEN = "!\"#$%&'()*+,/:;<=>?@[]^`{|}~";
    private static final List<String> SCHEMES = List.of("https", "http");
    private static final Set<String> ENDINGS = endings();

    private final String text;
    private final StringBuilder copy;

    private WebAddresses(String text) {
        this.text = text;
        this.copy = new StringBuilder(text);
    }

    /** Offsets of the first character and behind the last. */
    record Stretch(int from, int to) {}

    /**
     * All addresses, in order.
     *
     * @param text in NFC
     * @param bare whether {@code example.org} is one too
     */
    static List<Stretch> in(String text, boolean bare) {
        if (text.indexOf('.') < 0) {
            return List.of();
        }
        Extractor extractor = new Extractor();
        extractor.setExtractURLWithoutProtocol(bare);
        return extractor.extractURLsWithIndices(new WebAddresses(text).shown()).stream()
                .map(url -> new Stretch(url.getStart(), url.getEnd()))
                .toList();
    }

    private String shown() {
        for (int at = 0; at < text.length(); ) {
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            word(at, end);
            at = end + 1;
        }
        return copy.toString();
    }

    private void word(int from, int to) {
        boolean hopeful = false;
        for (int dot = text.indexOf('.', from, to); dot >= 0 && !hopeful; dot = text.indexOf('.', dot + 1, to)) {
            hopeful = dot > from && dot + 1 < to && ending(dot + 1, to) > 0;
        }
        if (!hopeful) {
            hide(from, to);
            return;
        }
        for (int at = from; at < to; ) {
            int end = at;
            while (end < to && !isBetween(text.charAt(end))) {
                end++;
            }
            host(at, end);
            at = end + 1;
        }
    }

    /** What may be one: labels and dots. */
    private void host(int from, int to) {
        List<Stretch> labels = new ArrayList<>();
        for (int at = from; at < to; ) {
            int dot = text.indexOf('.', at, to);
            int end = dot < 0 ? to : dot;
            if (end > at) {
                labels.add(new Stretch(at, end));
            }
            at = end + 1;
        }
        if (labels.isEmpty()) {
            return;
        }
        if (labels.size() > MOST_DOTS + 1) {
            hide(from, scheme(labels.getLast().to));
            return;
        }
        for (Stretch label : labels) {
            if (label.to - label.from > LONGEST_LABEL) {
                int ending = label.from > from ? ending(label.from, label.to) : 0;
                hide(label.from + ending, scheme(label.to));
            }
        }
    }

    /** Where a scheme begins that goes on behind a label, else its end. */
    private int scheme(int end) {
        for (String scheme : SCHEMES) {
            int from = end - scheme.length();
            if (text.startsWith("://", end)
                    && from >= 0
                    && text.regionMatches(true, from, scheme, 0, scheme.length())) {
                return from;
            }
        }
        return end;
    }

    /** How many characters are the last label of a host, with nothing behind them that would go on with it; 0 for none. */
    private int ending(int from, int to) {
        if (text.regionMatches(true, from, "xn--", 0, 4)) {
            return Math.min(to - from, LONGEST_LABEL);
        }
        for (int length = Math.min(LONGEST_ENDING, to - from); length > 0; length--) {
            int end = from + length;
            if ((end == text.length() || !goesOn(text.charAt(end)))
                    && ENDINGS.contains(text.substring(from, end).toLowerCase(Locale.ROOT))) {
                return length;
            }
        }
        return 0;
    }

    private static boolean goesOn(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || "@+-".indexOf(c) >= 0;
    }

    private static boolean isBetween(char c) {
        return BETWEEN.indexOf(c) >= 0 || c >= '\u2000' && c <= '\u206F';
    }

    /** What may stand in the path of an address stays so, and nothing becomes a beginning of a host. */
    private void hide(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean inPath = c < 128 || c < '\u0530' && Character.isLetter(c);
            copy.setCharAt(i, c == '.' ? '.' : inPath ? '_' : ')');
        }
    }

    private static Set<String> endings() {
        Set<String> all = new HashSet<>(TldLists.GTLDS);
        all.addAll(TldLists.CTLDS);
        return Set.copyOf(all);
    }
}
