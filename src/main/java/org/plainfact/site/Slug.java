package org.plainfact.site;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Words as one segment of an address. */
public final class Slug {
    private static final Map<String, String> FOLDED = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ł", "l", "þ", "th", "ð", "d", "ı", "i", "&", " and ");

    private Slug() {}

    /** Lower case, kebab-case, ASCII where there is a plain letter for it; {@code untitled} where nothing is left. */
    public static String of(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> each : FOLDED.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        text = text.replaceAll("(?<=\\p{L})#", "-sharp").replaceAll("(?<=\\p{L})\\+\\+", "-plus-plus");
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("(?<=[a-z])\\p{Mn}+", "");
        String slug = Normalizer.normalize(bare, Normalizer.Form.NFC)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "untitled" : slug;
    }
}
