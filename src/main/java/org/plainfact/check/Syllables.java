package org.plainfact.check;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The syllables of English words. Texts of a site say the same words again and again: each is estimated once. */
final class Syllables {
    /** More than the texts of a site know; beyond them all are estimated anew. */
    private static final int MOST_KNOWN = 100_000;

    private static final Pattern VOWELS = Pattern.compile("[aeiouyàâäéèêëïîöôüû]+");

    /** Vowels side by side that are spoken apart. */
    private static final Pattern APART = Pattern.compile(
            "i(?:a(?!ge|l\\b|n\\b)|o(?!n|us))|(?<=[^tcs])io(?=n)|eo(?!ple|us)|(?<![gq])u[ao](?!y)|(?<=[^aeiou])ying\\b|(?<=[dlmnrt])ia[ln]\\b|[^aeiou]ism\\b");

    /** An e that is not spoken. */
    private static final Pattern SILENT = Pattern.compile(
            "(?<=[^aeiouy])e\\b(?<![^aeiouylr]le)|(?<=[^aeioudt])ed\\b|(?<=[^aeiouszxcg])(?<!sh|ch)es\\b(?<![^aeiouylr]les)|(?<=[a-z]{2}[^aeiou])e(?=ly\\b|ment)");

    private final Map<String, Integer> known = new ConcurrentHashMap<>();

    /** As {@link #estimated}. From any thread. */
    int of(String word) {
        Integer before = known.get(word);
        if (before != null) {
            return before;
        }
        int syllables = estimated(word);
        if (known.size() < MOST_KNOWN) {
            known.put(word, syllables);
        }
        return syllables;
    }

    /**
     * Groups of vowels, as one counts by ear: a final e is silent, and so is the e of -es and -ed behind most consonants;
     * some neighbours ({@code ia}, {@code io}, {@code eo} and the like) are two. Abbreviations are spelt out. Right for some
     * nine of ten English words, and off by one for the others.
     *
     * @see <a href="https://metacpan.org/pod/Lingua::EN::Syllable">Lingua::EN::Syllable, from which the idea comes</a>
     */
    static int estimated(String word) {
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
