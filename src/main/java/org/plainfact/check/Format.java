package org.plainfact.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.data.Json;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/** How findings are told to a reader or a program. */
public enum Format {
    /** For the terminal. */
    TEXT,
    JSON,
    /** SARIF 2.1.0. */
    SARIF,
    /** Workflow commands of GitHub Actions, which become annotations of the changed files. */
    GITHUB;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Stream.of(values()).map(Format::word).toList();
    }

    public static Optional<Format> of(String word) {
        return Stream.of(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    /** A finding as JSON members. */
    public static Map<String, Object> asMap(Finding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("path", finding.span().path());
        out.put("line", finding.span().line());
        out.put("column", finding.span().column());
        out.put("severity", finding.severity().word());
        out.put("rule", finding.rule());
        out.put("problem", finding.problem());
        finding.hint().ifPresent(hint -> out.put("hint", hint));
        return out;
    }

    /**
     * Findings with the numbers of the summary.
     *
     * @param suggestions whether those of the rules that are told were asked for; where not, the member {@code
     *     suggestions} counts those of styles, which are found all the same
     */
    public static String json(Told told, boolean suggestions) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ok", !told.failed());
        out.put("allowed", told.allowed());
        out.put("inBaseline", told.known());
        List<Object> findings = new ArrayList<>();
        told.findings().forEach(finding -> findings.add(asMap(finding)));
        out.put("findings", findings);
        out.put("suggestionsAsked", suggestions);
        out.put("suggestions", told.suggestions().size());
        return Json.pretty(out);
    }

    /** One command a line, as GitHub's runner reads them from the output of a step. */
    public static String github(Told told) {
        return told.findings().stream().map(Format::command).collect(Collectors.joining());
    }

    private static String command(Finding finding) {
        return "::"
                + (finding.severity() == Severity.SUGGESTION
                        ? "notice"
                        : finding.severity().word())
                + " file=" + property(finding.span().path())
                + ",line=" + finding.span().line()
                + ",col=" + finding.span().column()
                + ",title=" + property(finding.rule())
                + "::"
                + message(finding.problem()
                        + finding.hint().map(hint -> "\nhint: " + hint).orElse(""))
                + "\n";
    }

    /** The escapes of GitHub's runner: {@code actions/toolkit}, {@code packages/core/src/command.ts}. */
    private static String message(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return message(text).replace(":", "%3A").replace(",", "%2C");
    }
}
