package org.plainfact.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainfact.check.Prose.Stretch;
import org.plainfact.check.Rule.Form;

/**
 * The expressions of all styles of a project, looked for together: one pass over a text finds where a match of any may
 * begin. Safe for several threads.
 */
final class Vocabulary {
    private final List<Sought> all;
    private volatile @Nullable Words words;

    Vocabulary(List<Sought> all) {
        this.all = List.copyOf(all);
    }

    static Vocabulary of(List<Style> styles) {
        return new Vocabulary(styles.stream()
                .flatMap(style -> style.rules().stream())
                .flatMap(rule -> switch (rule.form()) {
                    case Form.Existence form -> Stream.of(form.sought());
                    case Form.Substitution form -> form.swaps().stream().map(Rule.Swap::observed);
                    default -> Stream.of();
                })
                .toList());
    }

    /** A beginning: of which expression, and of which of its branches. */
    private record Word(Sought sought, int branch) {}

    private record Words(List<Word> list, WordFinder finder) {}

    /** Made for the first text: where none has changed there is nothing to look for. */
    private Words words() {
        Words known = words;
        if (known == null) {
            synchronized (this) {
                known = words;
                if (known == null) {
                    known = made();
                    words = known;
                }
            }
        }
        return known;
    }

    private Words made() {
        List<Word> list = new ArrayList<>();
        List<String> letters = new ArrayList<>();
        for (Sought sought : all) {
            for (int branch = 0; branch < sought.branches().size(); branch++) {
                for (String beginning : sought.branches().get(branch).beginnings()) {
                    list.add(new Word(sought, branch));
                    letters.add(beginning);
                }
            }
        }
        return new Words(list, new WordFinder(letters));
    }

    Text text(String text) {
        Words known = words();
        Map<Sought, Places> places = new HashMap<>();
        known.finder.find(text, (number, start, length) -> {
            Word word = known.list.get(number);
            places.computeIfAbsent(word.sought, each -> new Places()).add(start, word.branch, length);
        });
        places.values().forEach(Places::sort);
        return new Text(text, places);
    }

    /** A text, and where a match of each expression may begin in it. */
    static final class Text {
        private static final Places NONE = new Places();

        private final String text;
        private final Map<Sought, Places> places;

        private Text(String text, Map<Sought, Places> places) {
            this.text = text;
            this.places = places;
        }

        /** The matches of an expression of the vocabulary in the text, one after the other. */
        Sought.Search matches(Sought sought) {
            return sought.in(text, places.getOrDefault(sought, NONE), 0);
        }

        /** Those in a part of it that is looked at by itself. */
        Sought.Search matches(Sought sought, Stretch part) {
            return sought.in(part.of(text), places.getOrDefault(sought, NONE), part.start());
        }
    }

    /** Places in a text at which branches of an expression may match: by place, then by branch. */
    static final class Places {
        private static final int PLACE = 32;
        private static final int BRANCH = 8;

        private long[] packed = new long[4];
        private int size;

        private void add(int start, int branch, int length) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, 2 * size);
            }
            packed[size++] = (long) start << PLACE | (long) branch << BRANCH | length;
        }

        private void sort() {
            Arrays.sort(packed, 0, size);
        }

        int size() {
            return size;
        }

        int start(int index) {
            return (int) (packed[index] >>> PLACE);
        }

        int branch(int index) {
            return (int) packed[index] >>> BRANCH;
        }

        /** Behind the letters that a match begins with. */
        int end(int index) {
            return start(index) + (int) (packed[index] & (1 << BRANCH) - 1);
        }

        /** The first at or behind a place of the text. */
        int first(int start) {
            int found = Arrays.binarySearch(packed, 0, size, (long) start << PLACE);
            return found >= 0 ? found : -found - 1;
        }
    }
}
