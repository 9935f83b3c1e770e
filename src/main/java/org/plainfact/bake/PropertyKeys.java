package org.plainfact.bake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** Where each key of a properties file stands. A key written twice is a finding. */
final class PropertyKeys {
    private final SourceFile source;
    private final Map<String, SourceSpan> spans = new HashMap<>();

    PropertyKeys(SourceFile source, Findings findings) {
        this.source = source;
        boolean continued = false;
        int start = 0;
        for (String line : source.text().split("\n", -1)) {
            if (!continued) {
                key(line, start, findings);
            }
            boolean comment = !continued && isComment(line);
            continued = !comment && continues(line);
            start += line.length() + 1;
        }
    }

    /** The place of the key, or of the file where it is not written. */
    SourceSpan span(String key) {
        return spans.getOrDefault(key, SourceSpan.of(source.path()));
    }

    Collection<String> all() {
        return spans.keySet();
    }

    private void key(String line, int lineStart, Findings findings) {
        String text = line.stripLeading();
        if (text.isEmpty() || isComment(line)) {
            return;
        }
        SourceSpan span = source.at(lineStart + line.length() - text.length());
        String key = keyOf(text);
        SourceSpan first = spans.putIfAbsent(key, span);
        if (first != null) {
            findings.error(
                    "duplicate-key", span, "the key \"" + key + "\" is in line " + first.line() + " too", "keep one");
        }
    }

    private static String keyOf(String text) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                key.append(text.charAt(++i));
            } else if (c == '=' || c == ':' || Character.isWhitespace(c)) {
                break;
            } else {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") || text.startsWith("!");
    }

    private static boolean continues(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return (text.length() - end) % 2 == 1;
    }
}
