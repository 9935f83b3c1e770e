package org.plainfact.site;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Words as one segment of an address. */
public final class Slug {
    private static final Map<String, String> FOLDED = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ł", "l", "þ", "th", "ð", "d", "ı", "i", "&", " and ");

    /** Less than a {@link Route} takes in one segment, for what is written before or behind it. */
    private static final int MOST_BYTES = 200;

    private Slug() {}

    /**
     * Lower case, kebab-case, ASCII where there is a plain letter for it; {@code untitled} where nothing is left. Of very
     * many words it is the first.
     */
    public static String of(String words) {
        String text = words.toLowerCase(Locale.ROOT).replaceAll("['’]", "");
        for (Map.Entry<String, String> each : FOLDED.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        text = text.replaceAll("(?<=\\p{L})#", "-sharp").replaceAll("(?<=\\p{L})\\+\\+", "-plus-plus");
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("(?<=[a-z])\\p{Mn}+", "");
        String slug = Normalizer.normalize(bare, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "untitled" : shortened(slug);
    }

    private static String shortened(String slug) {
        int end = slug.length();
        while (slug.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            end = slug.offsetByCodePoints(end, -1);
        }
        int word = slug.lastIndexOf('-', end);
        return slug.substring(0, end < slug.length() && word > end / 2 ? word : end);
    }
}
