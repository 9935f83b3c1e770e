package org.plainfact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plainfact.jbake.JBakeSite;
import org.plainfact.source.Finding;

/** What {@code plainfact init --from-jbake} says of a site that was made for JBake. */
record JBakeReport(String folder, JBakeSite.Survey survey, List<Finding> findings) {
    private static final String GAINED = """
            Without a change, in this folder:
              plainfact build      the same pages at the same addresses; an edit prints what shows it, and an unchanged site nothing
              plainfact serve      the site while you write, brought up to date after each save
              plainfact check      findings on finished pages: broken links, invalid HTML, what screen readers cannot read
              plainfact publish    the site as a whole to a folder, a branch or a bucket
            Nothing was written, and nothing needs to be: src/doc/migrating-from-jbake.md goes on from here.
            """;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("A site made for JBake; plainfact build" + (folder.isEmpty() ? "" : " " + folder)
                + " builds it as it is, into " + survey.output() + ".");
        lines.add("");
        lines.add("Texts: "
                + orNone(survey.texts().entrySet().stream()
                        .map(type -> type.getKey() + " (" + statuses(type.getValue()) + ")")
                        .toList()));
        lines.add("Templates: " + orNone(survey.templates()));
        lines.add("Keys of jbake.properties that count: " + orNone(survey.used()));
        lines.add("Keys that your templates may read: " + orNone(survey.own()));
        lines.add("Keys that mean nothing here: " + orNone(survey.ignored()));
        lines.add(
                "Findings: " + Terminal.counted(findings) + (findings.isEmpty() ? "" : "; plainfact build tells them"));
        rules().forEach((rule, count) -> lines.add("  " + count + " × " + rule));
        lines.add("");
        return String.join("\n", lines) + "\n" + GAINED;
    }

    private static String statuses(Map<String, Integer> statuses) {
        return statuses.entrySet().stream()
                .map(status -> status.getValue() + " " + status.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String orNone(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private Map<String, Long> rules() {
        return findings.stream()
                .collect(Collectors.groupingBy(Finding::rule, java.util.TreeMap::new, Collectors.counting()));
    }
}
