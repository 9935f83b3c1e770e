package org.plainfact.preview;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/**
 * A finding and what stands around its place.
 *
 * @param lines of the source, in their order; may be none
 */
public record Report(Finding finding, List<Line> lines) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.-]+|.", Pattern.DOTALL);

    public Report {
        lines = List.copyOf(lines);
    }

    boolean isError() {
        return finding.severity() == Severity.ERROR;
    }

    /**
     * Where to mark a line: from the finding's column to the end of the word there; empty for other lines, and past the end
     * of the line.
     */
    Optional<Marked> marked(Line line) {
        int from = finding.span().column() - 1;
        if (line.number() != finding.span().line() || from >= line.text().length()) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(line.text()).region(from, line.text().length());
        return word.lookingAt() ? Optional.of(new Marked(from, word.end())) : Optional.empty();
    }

    /** Offsets in a line, the end exclusive. */
    record Marked(int from, int to) {}
}
