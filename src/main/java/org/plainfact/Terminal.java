package org.plainfact;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/** What the terminal says of looks at a project, in the words of {@code build}. */
record Terminal(PrintWriter out, PrintWriter err) {
    private static final int MOST_FINDINGS = 100;
    private static final int MOST_NAMES = 3;

    /** Each on its lines; of more than a hundred those that matter most, or a warning in each line would hide an error behind them. */
    static void findings(List<Finding> findings, PrintWriter err) {
        Stream<Finding> told = findings.size() > MOST_FINDINGS
                ? findings.stream().sorted(Comparator.comparing(Finding::severity))
                : findings.stream();
        told.limit(MOST_FINDINGS).forEach(err::println);
        if (findings.size() > MOST_FINDINGS) {
            err.printf("… and %d more%n", findings.size() - MOST_FINDINGS);
        }
        err.flush();
    }

    /** {@code 1 error, 2 warnings}. */
    static String counted(List<Finding> findings) {
        return counted(count(findings, Severity.ERROR), "error") + ", "
                + counted(count(findings, Severity.WARNING), "warning");
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** What is no fault of the project. */
    void note(List<String> notes) {
        notes.forEach(note -> err.println("plainfact: " + note));
        err.flush();
    }

    /** What a look found and printed. */
    void tell(Build.Look look, long milliseconds) {
        findings(look.findings(), err);
        String time = String.format(Locale.ROOT, "%d ms", milliseconds);
        if (look.files().isEmpty()) {
            out.println(counted(look.findings()) + "; the last good site is shown (" + time + ")");
        } else {
            out.println(printed(look.printed()) + "; " + counted(look.findings()) + " (" + time + ")");
        }
        out.flush();
    }

    void bug(Throwable bug) {
        Fault.tellBug(bug, err);
    }

    private static String printed(Set<String> addresses) {
        String names = String.join(", ", addresses.stream().limit(MOST_NAMES).toList());
        return switch (addresses.size()) {
            case 0 -> "nothing to print";
            default ->
                counted(addresses.size(), "file") + " printed: " + names + (addresses.size() > MOST_NAMES ? ", …" : "");
        };
    }
}
