package org.plainfact.content;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ids given in one article, each once. */
final class Ids {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** Whether the id was free. */
    boolean claim(String id) {
        return taken.add(id);
    }

    /** An id made of words, not yet taken: {@code what-a-token-is}, {@code what-a-token-is-2}. */
    String claimFor(String words) {
        String slug = slug(words);
        String base = slug.isEmpty() ? "section" : slug;
        int number = last.getOrDefault(base, 0);
        String id;
        do {
            number++;
            id = number == 1 ? base : base + "-" + number;
        } while (!claim(id));
        last.put(base, number);
        return id;
    }

    /** Letters and digits of any script in lower case, hyphens between words; empty where there are none. */
    static String slug(String words) {
        String text = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                out.appendCodePoint(c);
            } else if (c != '\'' && c != '\u2019' && !out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        });
        if (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
