package org.plainfact.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing an author can mend.
 *
 * @param rule kebab-case id of what must hold, such as {@code unknown-source}
 * @param problem what is wrong, one sentence without a full stop, naming the offending value
 * @param hint how to mend it
 */
public record Finding(Severity severity, String rule, SourceSpan span, String problem, Optional<String> hint)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::span)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::problem);

    public Finding {
        if (!rule.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a rule is kebab-case: " + rule);
        }
        problem = visible(problem);
        hint = hint.map(Finding::visible);
    }

    /** The same, with another weight. */
    public Finding as(Severity other) {
        return new Finding(other, rule, span, problem, hint);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@code path:line:col: error: problem [rule]} and, on a second line, {@code   hint: …}. */
    @Override
    public String toString() {
        String first = visible(span.toString()) + ": " + severity.word() + ": " + problem + " [" + rule + "]";
        return hint.map(text -> first + "\n  hint: " + text).orElse(first);
    }

    /** Whether a character turns the direction of writing until it is turned back, without being seen. */
    static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** Control characters in names must not reach a terminal. */
    private static String visible(String text) {
        if (text.chars().noneMatch(c -> Character.isISOControl(c) || turns(c))) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '\n') {
                out.append("\\n");
            } else if (Character.isISOControl(c) || turns(c)) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }
}
