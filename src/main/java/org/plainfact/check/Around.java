package org.plainfact.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainfact.check.Prose.Stretch;

/**
 * What stands around the matches in a sentence, asked for from the first to the last. The sentence is looked through once for all
 * of them: one that says the same word over and over would take time with the square of its length.
 */
final class Around {
    private final Stretch sentence;
    private final Prose prose;
    private final Optional<Pattern> exceptions;
    private final Optional<Pattern> marks;
    private final Map<Context, Boolean> contexts = new HashMap<>();
    private @Nullable Walk excepted;
    private @Nullable Walk parted;
    private @Nullable Boolean question;
    private @Nullable Stretch spoken;
    private boolean speaks;

    /** @param marks parts of speech between clauses */
    Around(Stretch sentence, Prose prose, Optional<Pattern> exceptions, Optional<Pattern> marks) {
        this.sentence = sentence;
        this.prose = prose;
        this.exceptions = exceptions;
        this.marks = marks;
    }

    /** The stretches that an expression matches, in their order, with a place among them that only goes on. */
    private static final class Walk {
        private final List<Stretch> all = new ArrayList<>();
        private int next;

        Walk(Pattern pattern, Stretch sentence, Prose prose) {
            Matcher matcher = pattern.matcher(Metered.of(sentence.of(prose.text())));
            while (matcher.find()) {
                all.add(new Stretch(sentence.start() + matcher.start(), sentence.start() + matcher.end()));
            }
        }

        /** Goes to the first that does not end before an offset. */
        void passTo(int offset) {
            while (next < all.size() && all.get(next).end() <= offset) {
                next++;
            }
        }
    }

    /** Whether an exception holds a part of a match. */
    boolean excepts(Stretch match) {
        if (exceptions.isEmpty()) {
            return false;
        }
        Walk walk = excepted == null ? new Walk(exceptions.get(), sentence, prose) : excepted;
        excepted = walk;
        walk.passTo(match.start());
        return walk.next < walk.all.size() && walk.all.get(walk.next).start() < match.end();
    }

    /** The clause that a match stands in. */
    Stretch clause(Stretch match) {
        if (marks.isEmpty()) {
            return sentence;
        }
        Walk walk = parted == null ? new Walk(marks.get(), sentence, prose) : parted;
        parted = walk;
        walk.passTo(match.start());
        int from =
                walk.next == 0 ? sentence.start() : walk.all.get(walk.next - 1).end();
        int to = sentence.end();
        for (int i = walk.next; i < walk.all.size(); i++) {
            if (walk.all.get(i).start() >= match.end()) {
                to = walk.all.get(i).start();
                break;
            }
        }
        return new Stretch(from, to);
    }

    /** Whether it ends with a question mark. */
    boolean isQuestion() {
        boolean known = question == null ? asks(prose.text(), sentence) : question;
        question = known;
        return known;
    }

    private static boolean asks(String text, Stretch sentence) {
        int end = sentence.end();
        while (end > sentence.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (end > sentence.start() && "”\"’)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > sentence.start() && text.charAt(end - 1) == '?';
    }

    /** Whether a context is found in the sentence. */
    boolean says(Context context) {
        return contexts.computeIfAbsent(context, it -> it.isInSentence(sentence.of(prose.text())));
    }

    /** Whether a figure that is wanted stands in a clause of the sentence; always asked for the same figures. */
    boolean speaks(Stretch clause, Predicate<Prose.Piece.Number> wanted) {
        if (!clause.equals(spoken)) {
            spoken = clause;
            speaks = prose.figuresIn(clause).stream().anyMatch(wanted);
        }
        return speaks;
    }
}
