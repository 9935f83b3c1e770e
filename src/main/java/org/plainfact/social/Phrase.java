package org.plainfact.social;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.plainfact.directive.Plain;

/**
 * A paragraph, and where it may be parted: nowhere within a figure or an address.
 *
 * @param whole stretches that stay in one piece, in order
 */
record Phrase(String text, List<Stretch> whole) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Offsets of the first character and behind the last. */
    record Stretch(int from, int to) {
        boolean holds(int offset) {
            return offset > from && offset < to;
        }
    }

    /** Plain words; addresses in it stay whole. */
    static Phrase of(String text) {
        return of(List.of(new Plain.Run(text, false)));
    }

    /** What must stand together. */
    static Phrase unbroken(String text) {
        return of(List.of(new Plain.Run(text, true)));
    }

    static Phrase of(List<Plain.Run> runs) {
        StringBuilder text = new StringBuilder();
        List<Stretch> whole = new ArrayList<>();
        for (Plain.Run run : runs) {
            if (run.whole()) {
                whole.add(new Stretch(text.length(), text.length() + run.text().length()));
            }
            text.append(run.text());
        }
        int lead = text.length() - text.toString().stripLeading().length();
        String stripped = text.toString().strip();
        List<Stretch> moved = new ArrayList<>(whole.stream()
                .map(stretch -> new Stretch(
                        Math.clamp(stretch.from - lead, 0, stripped.length()),
                        Math.clamp(stretch.to - lead, 0, stripped.length())))
                .toList());
        WORD.matcher(stripped).results().forEach(word -> {
            int at = address(word.group());
            if (at >= 0) {
                moved.add(new Stretch(word.start() + at, word.end()));
            }
        });
        return new Phrase(stripped, moved);
    }

    /** Where in a word an address, a name or a hashtag begins that goes on to its end; -1 where none does. */
    private static int address(String word) {
        int scheme = word.indexOf("://", 1);
        int name = word.indexOf('@', 1);
        if (scheme > 0 && scheme + 3 < word.length() || name > 0 && name + 1 < word.length()) {
            return 0;
        }
        int hash = word.indexOf('#');
        return hash + 1 < word.length() ? hash : -1;
    }

    /** Its sentences, each with the space behind it; joined they are the text. */
    List<Phrase> sentences(Locale language) {
        return parted(BreakIterator.getSentenceInstance(language), false);
    }

    /** The smallest pieces: words with the space behind them; in writing without spaces, what a line may be broken at. */
    List<Phrase> words(Locale language) {
        return parted(BreakIterator.getLineInstance(language), true);
    }

    private List<Phrase> parted(BreakIterator borders, boolean words) {
        borders.setText(text);
        List<Phrase> parts = new ArrayList<>();
        int from = 0;
        for (int at = borders.next(); at != BreakIterator.DONE; at = borders.next()) {
            if (at == text.length() || mayPart(at, words)) {
                parts.add(part(from, at));
                from = at;
            }
        }
        return parts;
    }

    private boolean mayPart(int at, boolean words) {
        boolean inside = whole.stream().anyMatch(stretch -> stretch.holds(at));
        boolean space = Character.isWhitespace(text.charAt(at - 1));
        // A hyphen is no place to part a name, nor a stop within a number; writing of ideographs has no spaces.
        boolean dense = Character.isIdeographic(text.codePointBefore(at)) || isFullStop(text.charAt(at - 1));
        return !inside && (space || dense && (!words || Character.isIdeographic(text.codePointAt(at))));
    }

    private static boolean isFullStop(char c) {
        return "。！？".indexOf(c) >= 0;
    }

    private Phrase part(int from, int to) {
        return new Phrase(
                text.substring(from, to),
                whole.stream()
                        .filter(stretch -> stretch.from < to && stretch.to > from)
                        .map(stretch -> new Stretch(Math.max(0, stretch.from - from), stretch.to - from))
                        .toList());
    }
}
