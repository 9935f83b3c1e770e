package org.plainfact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plainfact.check.Prose.Stretch;
import org.plainfact.content.Passage;

/** What is counted of a text, under the names of Vale's {@code metric}. */
final class Counts {
    private static final int LONG = 6;
    private static final int MANY_SYLLABLES = 3;

    private Counts() {}

    /**
     * A sentence of a running text.
     *
     * @param start its offset in the text
     * @param words those of letters: figures and code are none
     */
    record Sentence(Prose prose, int start, List<String> words) {}

    /** Each name with nothing counted. */
    static Map<String, Double> none() {
        return of(List.of(), new Syllables());
    }

    static Map<String, Double> of(List<Prose> texts, Syllables syllables) {
        return of(texts, sentences(texts), syllables);
    }

    /** @param sentences those of the texts */
    static Map<String, Double> of(List<Prose> texts, List<Sentence> sentences, Syllables syllables) {
        double spoken = 0;
        double words = 0;
        double characters = 0;
        double many = 0;
        double longer = 0;
        double all = 0;
        for (Sentence sentence : sentences) {
            spoken += sentence.words.isEmpty() ? 0 : 1;
            for (String word : sentence.words) {
                int count = syllables.of(word);
                words++;
                characters += word.length();
                many += count >= MANY_SYLLABLES ? 1 : 0;
                longer += word.length() > LONG ? 1 : 0;
                all += count;
            }
        }
        Map<String, Double> counts = new TreeMap<>();
        counts.put("characters", characters);
        counts.put("complex_words", many);
        counts.put("long_words", longer);
        counts.put(
                "paragraphs", (double) texts.stream().filter(Counts::isRunning).count());
        counts.put("polysyllabic_words", many);
        counts.put("sentences", spoken);
        counts.put("syllables", all);
        counts.put("words", words);
        return counts;
    }

    /** Those of running texts, in order. */
    static List<Sentence> sentences(List<Prose> texts) {
        List<Sentence> sentences = new ArrayList<>();
        for (Prose prose : texts) {
            if (isRunning(prose)) {
                String text = withoutFigures(prose);
                for (Stretch sentence : prose.sentences()) {
                    sentences.add(new Sentence(prose, sentence.start(), words(text, sentence)));
                }
            }
        }
        return sentences;
    }

    /** Paragraphs and items; what somebody else wrote is not counted. */
    static boolean isRunning(Prose prose) {
        return prose.kind() == Passage.Kind.TEXT && !prose.quoted();
    }

    /** A letter, and the letters, digits, apostrophes and hyphens behind it. */
    private static List<String> words(String text, Stretch sentence) {
        List<String> words = new ArrayList<>();
        int at = sentence.start();
        while (at < sentence.end()) {
            int first = text.codePointAt(at);
            int from = at;
            at += Character.charCount(first);
            if (Character.isLetter(first)) {
                while (at < sentence.end() && goesOn(text.codePointAt(at))) {
                    at += Character.charCount(text.codePointAt(at));
                }
                words.add(text.substring(from, at));
            }
        }
        return words;
    }

    private static boolean goesOn(int letter) {
        return Character.isLetterOrDigit(letter)
                || letter == '\''
                || letter == '’'
                || letter == '-'
                || Character.getType(letter) == Character.LETTER_NUMBER
                || Character.getType(letter) == Character.OTHER_NUMBER;
    }

    private static String withoutFigures(Prose prose) {
        List<Stretch> figures = prose.figures().stream()
                .map(figure -> new Stretch(figure.start(), figure.end()))
                .toList();
        return figures.isEmpty() ? prose.text() : prose.without(figures);
    }

    /**
     * The years of school that a text asks for; 0 where there are no words.
     *
     * @see <a href="https://stars.library.ucf.edu/istlibrary/56/">Kincaid, Fishburne, Rogers and Chissom, Derivation of new
     *     readability formulas, Research Branch Report 8-75, 1975</a>
     */
    static double grade(Map<String, Double> counts) {
        double words = counts.getOrDefault("words", 0.0);
        double sentences = counts.getOrDefault("sentences", 0.0);
        return words == 0 || sentences == 0
                ? 0
                : 0.39 * words / sentences + 11.8 * counts.getOrDefault("syllables", 0.0) / words - 15.59;
    }
}
