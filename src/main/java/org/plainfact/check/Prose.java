package org.plainfact.check;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.plainfact.content.Passage;
import org.plainfact.figure.Figure;
import org.plainfact.source.SourceSpan;

/**
 * A text as its reader meets it, and where each character of it was written. Figures say what they say on the page; code
 * and addresses are no words. What several rules ask of it is worked out once. For one thread.
 */
final class Prose {
    /** Stands for what is no word of a sentence. */
    static final char NO_WORD = '\uFFFC';

    private static final String OPENING = "“\"‘";
    private static final String CLOSING = "”\"’";

    private final Passage.Kind kind;
    private final boolean quoted;
    private final String section;
    private final String text;
    private final List<Piece> pieces;
    private final List<Piece.Number> figures;
    private final List<Piece.Citation> citations;
    private @Nullable List<Stretch> sentences;
    private @Nullable List<Stretch> quotations;

    /** @param pieces in order, without gaps */
    private Prose(Passage.Kind kind, boolean quoted, String section, String text, List<Piece> pieces) {
        this.kind = kind;
        this.quoted = quoted;
        this.section = section;
        this.text = text;
        this.pieces = pieces;
        this.figures = of(Piece.Number.class, pieces);
        this.citations = of(Piece.Citation.class, pieces);
    }

    private static <P extends Piece> List<P> of(Class<P> kind, List<Piece> pieces) {
        return pieces.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Passage.Kind kind() {
        return kind;
    }

    /** Whether somebody else wrote it. */
    boolean quoted() {
        return quoted;
    }

    /** The headings and box that it stands below, as words. */
    String section() {
        return section;
    }

    String text() {
        return text;
    }

    /** A stretch of the text that was written in one place. */
    sealed interface Piece {
        int start();

        SourceSpan at();

        /** Character by character as it is written. */
        record Written(int start, SourceSpan at) implements Piece {}

        /** What a role says. */
        record Said(int start, SourceSpan at) implements Piece {}

        record Number(int start, int end, SourceSpan at, Figure figure) implements Piece {}

        /** A role that names a source. */
        record Citation(int start, SourceSpan at) implements Piece {}
    }

    /** What a role says on its page. */
    sealed interface Meaning {
        record Value(Figure figure) implements Meaning {}

        record Source(String words) implements Meaning {}

        record Words(String words) implements Meaning {}
    }

    static Prose of(Passage passage, String section, Function<Passage.Run.Call, Meaning> meaning) {
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        for (Passage.Run run : passage.runs()) {
            int start = text.length();
            switch (run) {
                case Passage.Run.Words words -> {
                    pieces.add(new Piece.Written(start, words.at()));
                    text.append(words.text());
                }
                case Passage.Run.Code code -> {
                    pieces.add(new Piece.Said(start, code.at()));
                    text.append(NO_WORD);
                }
                case Passage.Run.Call call -> {
                    String said = words(meaning.apply(call), start, call.at(), pieces);
                    text.append(said);
                }
            }
        }
        return new Prose(passage.kind(), passage.quoted(), section, text.toString(), pieces);
    }

    private static String words(Meaning meaning, int start, SourceSpan at, List<Piece> pieces) {
        return switch (meaning) {
            case Meaning.Value value -> {
                String words = value.figure().text();
                pieces.add(new Piece.Number(start, start + words.length(), at, value.figure()));
                yield words;
            }
            case Meaning.Source source -> {
                pieces.add(new Piece.Citation(start, at));
                yield source.words();
            }
            case Meaning.Words other -> {
                pieces.add(new Piece.Said(start, at));
                yield other.words();
            }
        };
    }

    /** Several as one, a paragraph each: what is said of a page as a whole. */
    static Prose page(List<Prose> parts) {
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        for (Prose part : parts) {
            int shift = text.length();
            part.pieces.forEach(piece -> pieces.add(
                    switch (piece) {
                        case Piece.Written it -> new Piece.Written(it.start() + shift, it.at());
                        case Piece.Said it -> new Piece.Said(it.start() + shift, it.at());
                        case Piece.Citation it -> new Piece.Citation(it.start() + shift, it.at());
                        case Piece.Number it ->
                            new Piece.Number(it.start() + shift, it.end() + shift, it.at(), it.figure());
                    }));
            text.append(part.text).append("\n\n");
        }
        return new Prose(Passage.Kind.TEXT, false, "", text.toString(), pieces);
    }

    /** Where a character was written; for what a role says, where the role stands. */
    SourceSpan at(int offset) {
        int behind = firstFrom(pieces, offset + 1);
        Piece found = pieces.get(Math.max(0, behind - 1));
        SourceSpan at = found.at();
        return found instanceof Piece.Written written
                ? new SourceSpan(at.path(), at.line(), at.column() + Math.max(0, offset - written.start()))
                : at;
    }

    /** The number of the first that begins at an offset or behind it; how many there are where none does. */
    private static int firstFrom(List<? extends Piece> pieces, int offset) {
        return behind(pieces.size(), number -> pieces.get(number).start() < offset);
    }

    /** How many of so many, in order, come before a place. */
    private static int behind(int count, IntPredicate before) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<Piece.Number> figures() {
        return figures;
    }

    /** Those that stand in a part of the text as a whole. */
    List<Piece.Number> figuresIn(Stretch part) {
        int from = firstFrom(figures, part.start());
        int to = from;
        while (to < figures.size() && figures.get(to).end() <= part.end()) {
            to++;
        }
        return figures.subList(from, to);
    }

    /** What roles say: numbers in it were not typed here. */
    List<Stretch> said() {
        List<Stretch> said = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            int end = i + 1 < pieces.size() ? pieces.get(i + 1).start() : text.length();
            if (!(pieces.get(i) instanceof Piece.Written)) {
                said.add(new Stretch(pieces.get(i).start(), end));
            }
        }
        return said;
    }

    /** Whether a source is named at or behind an offset and before another. */
    boolean cites(int from, int to) {
        int first = firstFrom(citations, from);
        return first < citations.size() && citations.get(first).start() <= to;
    }

    /** Stretches of the text, without space around them. */
    List<Stretch> sentences() {
        List<Stretch> known = sentences == null ? parted() : sentences;
        sentences = known;
        return known;
    }

    private List<Stretch> parted() {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<Stretch> parts = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            parts.add(new Stretch(from, to));
            from = to;
        }
        return parts;
    }

    /** What stands between marks of quotation, the marks with it. */
    List<Stretch> quotations() {
        List<Stretch> known = quotations == null ? quoted(text) : quotations;
        quotations = known;
        return known;
    }

    /** Whether a part of the text stands between marks of quotation. */
    boolean quotes(Stretch part) {
        List<Stretch> all = quotations();
        int first = firstEnding(all, part.end());
        return first < all.size() && all.get(first).holds(part.start(), part.end());
    }

    /** The end of the sentence in which what ends at an offset ends. */
    int sentenceEnd(int offset) {
        int first = firstEnding(sentences(), offset);
        return first < sentences().size() ? sentences().get(first).end() : text.length();
    }

    /** The number of the first that ends at an offset or behind it; how many there are where none does. */
    private static int firstEnding(List<Stretch> stretches, int offset) {
        return behind(stretches.size(), number -> stretches.get(number).end() < offset);
    }

    private static List<Stretch> quoted(String text) {
        List<Stretch> found = new ArrayList<>();
        // Where the next mark of each kind closes: each that opens would else look through the rest of the text for it.
        int[] closing = {-1, -1, -1};
        int at = 0;
        while (at < text.length()) {
            int kind = OPENING.indexOf(text.charAt(at));
            if (kind >= 0 && closing[kind] <= at) {
                int next = text.indexOf(CLOSING.charAt(kind), at + 1);
                closing[kind] = next < 0 ? text.length() : next;
            }
            if (kind >= 0 && closing[kind] < text.length() && !isApostrophe(text, closing[kind])) {
                found.add(new Stretch(at, closing[kind] + 1));
                at = closing[kind] + 1;
            } else {
                at++;
            }
        }
        return found;
    }

    private static boolean isApostrophe(String text, int at) {
        return text.charAt(at) == '’' && at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1));
    }

    /** The text with stretches made to no word. */
    String without(List<Stretch> stretches) {
        StringBuilder rest = new StringBuilder(text);
        stretches.forEach(stretch -> {
            for (int i = stretch.start(); i < stretch.end(); i++) {
                rest.setCharAt(i, NO_WORD);
            }
        });
        return rest.toString();
    }

    /** Offsets in the text: of the first character, and behind the last. */
    record Stretch(int start, int end) {
        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }

        String of(String text) {
            return text.substring(start, end);
        }
    }
}
