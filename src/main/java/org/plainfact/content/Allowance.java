package org.plainfact.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/**
 * What an author lets stand against a rule, and why: {@code <!-- plainfact: allow RULE reason -->} above a block or in a
 * line of a text, {@code # plainfact: allow RULE reason} above a key of the front matter.
 *
 * @param rule empty where the comment is not written like this
 * @param reason may be empty, which is a mistake
 * @param span of the comment
 * @param from first line that it speaks of
 * @param to last line that it speaks of; less than {@code from} where nothing follows
 */
public record Allowance(String rule, String reason, SourceSpan span, int from, int to) {
    private static final Pattern COMMENT = Pattern.compile("(?s)\\s*plainfact:\\s*(?:allow\\s+(\\S+)\\s*(.*))?.*");

    /** The one that a comment makes; empty where the comment says something else. */
    static Optional<Allowance> of(String comment, SourceSpan span, int from, int to) {
        Matcher matcher = COMMENT.matcher(comment);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rule = matcher.group(1) == null ? "" : matcher.group(1);
        String reason = matcher.group(2) == null ? "" : matcher.group(2).strip();
        return Optional.of(new Allowance(rule, reason, span, from, to));
    }

    /**
     * Those in the comments of a front matter in YAML: each speaks of the key or item below it, as far as lines are
     * indented deeper.
     *
     * @param end offset in the file behind the front matter
     */
    static List<Allowance> above(SourceFile file, int end) {
        List<String> lines = file.text().substring(0, end).lines().toList();
        List<Allowance> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("#")) {
                int to = i + 1;
                while (to + 1 < lines.size() && indent(lines.get(to + 1)) > indent(lines.get(i))) {
                    to++;
                }
                SourceSpan span = new SourceSpan(file.path(), i + 1, indent(lines.get(i)) + 1);
                of(line.substring(1), span, i + 2, to + 1).ifPresent(found::add);
            }
        }
        return found;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Whether it speaks of a line. */
    public boolean covers(int line) {
        return from <= line && line <= to;
    }
}
