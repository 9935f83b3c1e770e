package org.plainfact.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Finds every place of many words in one pass over a text. The words are of ASCII, in small letters; a text may have them
 * in capitals too.
 *
 * @see <a href="https://doi.org/10.1145/360825.360855">Aho and Corasick, Efficient string matching, CACM 18 (1975)</a>
 */
final class WordFinder {
    private static final int ASCII = 128;

    /** Which column of the table a letter has; 0 for those of no word. */
    private final int[] columns = new int[ASCII];

    private final int width;
    private final int[] lengths;

    /** The state that follows, by state and column. */
    private int[] next;

    /** The words that end in a state, by state. */
    private final List<int @Nullable []> ends = new ArrayList<>();

    /** @param words none of them empty; one that is there several times is found as often */
    WordFinder(List<String> words) {
        int count = 0;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                if (columns[word.charAt(i)] == 0) {
                    columns[word.charAt(i)] = ++count;
                }
            }
        }
        for (char letter = 'a'; letter <= 'z'; letter++) {
            columns[Character.toUpperCase(letter)] = columns[letter];
        }
        this.width = count + 1;
        this.lengths = words.stream().mapToInt(String::length).toArray();
        this.next = new int[width];
        ends.add(null);
        for (int word = 0; word < words.size(); word++) {
            add(words.get(word), word);
        }
        join();
    }

    /** What is done with a word that is found. */
    interface Hit {
        /**
         * @param word its number in the list
         * @param start offset of its first letter
         * @param length how many letters it has
         */
        void at(int word, int start, int length);
    }

    private void add(String word, int number) {
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            int step = state * width + columns[word.charAt(i)];
            if (next[step] == 0) {
                next[step] = ends.size();
                ends.add(null);
                if (ends.size() * width > next.length) {
                    next = Arrays.copyOf(next, 2 * ends.size() * width);
                }
            }
            state = next[step];
        }
        ends.set(state, with(ends.get(state), number));
    }

    /** Where a state has no way on, that of its longest ending that is a state too is taken: from the shortest to the longest. */
    private void join() {
        int[] shorter = new int[ends.size()];
        Queue<Integer> open = new ArrayDeque<>();
        for (int column = 1; column < width; column++) {
            if (next[column] != 0) {
                open.add(next[column]);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            int[] more = ends.get(shorter[state]);
            if (more != null) {
                ends.set(state, with(ends.get(state), more));
            }
            for (int column = 1; column < width; column++) {
                int step = state * width + column;
                int instead = next[shorter[state] * width + column];
                if (next[step] == 0) {
                    next[step] = instead;
                } else {
                    shorter[next[step]] = instead;
                    open.add(next[step]);
                }
            }
        }
    }

    private static int[] with(int @Nullable [] words, int... more) {
        if (words == null) {
            return more;
        }
        int[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    /** Tells of all words in the order of their ends. From any thread. */
    void find(String text, Hit hit) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char folded = letter < ASCII ? letter : folded(letter);
            state = folded < ASCII ? next[state * width + columns[folded]] : 0;
            int[] words = ends.get(state);
            if (words != null) {
                for (int word : words) {
                    hit.at(word, i + 1 - lengths[word], lengths[word]);
                }
            }
        }
    }

    /** As {@link java.util.regex.Pattern} compares letters where case means nothing: {@code ſ} is an s. */
    static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }
}
