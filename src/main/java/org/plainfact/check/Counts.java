package org.plainfact.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainfact.check.Prose.Stretch;
import org.plainfact.content.Passage;

/** What is counted of a text, under the names of Vale's {@code metric}. */
final class Counts {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}'’-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyàâäéèêëïîöôüû]+");

    /** Vowels side by side that are spoken apart. */
    private static final Pattern APART = Pattern.compile(
            "i(?:a(?!ge|l\\b|n\\b)|o(?!n|us))|(?<=[^tcs])io(?=n)|eo(?!ple|us)|(?<![gq])u[ao](?!y)|(?<=[^aeiou])ying\\b|(?<=[dlmnrt])ia[ln]\\b|[^aeiou]ism\\b");

    /** An e that is not spoken. */
    private static final Pattern SILENT = Pattern.compile(
            "(?<=[^aeiouy])e\\b(?<![^aeiouylr]le)|(?<=[^aeioudt])ed\\b|(?<=[^aeiouszxcg])(?<!sh|ch)es\\b(?<![^aeiouylr]les)|(?<=[a-z]{2}[^aeiou])e(?=ly\\b|ment)");

    private static final int LONG = 6;
    private static final int MANY_SYLLABLES = 3;

    private Counts() {}

    /** Each name with nothing counted. */
    static Map<String, Double> none() {
        return of(List.of());
    }

    static Map<String, Double> of(List<Prose> texts) {
        List<Prose> running = texts.stream().filter(Counts::isRunning).toList();
        List<String> words = new ArrayList<>();
        double sentences = 0;
        for (Prose prose : running) {
            String text = withoutFigures(prose);
            words.addAll(words(text).toList());
            sentences += prose.sentences().stream()
                    .filter(sentence -> words(sentence.of(text)).findAny().isPresent())
                    .count();
        }
        Map<String, Integer> known = new HashMap<>();
        int[] syllables = words.stream()
                .mapToInt(word -> known.computeIfAbsent(word, Counts::syllables))
                .toArray();
        double many = Arrays.stream(syllables)
                .filter(count -> count >= MANY_SYLLABLES)
                .count();
        Map<String, Double> counts = new TreeMap<>();
        counts.put(
                "characters", (double) words.stream().mapToInt(String::length).sum());
        counts.put("complex_words", many);
        counts.put("long_words", (double)
                words.stream().filter(word -> word.length() > LONG).count());
        counts.put("paragraphs", (double) running.size());
        counts.put("polysyllabic_words", many);
        counts.put("sentences", sentences);
        counts.put(
                "syllables", (double) words.stream().mapToInt(Counts::syllables).sum());
        counts.put("words", (double) words.size());
        return counts;
    }

    /** Paragraphs and items; what somebody else wrote is not counted. */
    static boolean isRunning(Prose prose) {
        return prose.kind() == Passage.Kind.TEXT && !prose.quoted();
    }

    /** Words of letters: figures and code are none. */
    static Stream<String> words(Prose prose, Stretch stretch) {
        return words(stretch.of(withoutFigures(prose)));
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
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

    /**
     * Groups of vowels, as one counts by ear: a final e is silent, and so is the e of -es and -ed behind most consonants;
     * some neighbours ({@code ia}, {@code io}, {@code eo} and the like) are two. Abbreviations are spelt out. Right for some
     * nine of ten English words, and off by one for the others.
     *
     * @see <a href="https://metacpan.org/pod/Lingua::EN::Syllable">Lingua::EN::Syllable, from which the idea comes</a>
     */
    static int syllables(String word) {
        if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
            return (int) word.chars().filter(Character::isLetter).count();
        }
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("[’'](?:s|t|d|m|re|ve|ll)?$", "");
        int total = 0;
        for (String part : lower.split("[’'-]+")) {
            if (!part.isEmpty()) {
                long groups = VOWELS.matcher(part).results().count()
                        + APART.matcher(part).results().count()
                        - SILENT.matcher(part).results().count();
                total += (int) Math.max(1, groups);
            }
        }
        return Math.max(1, total);
    }
}
