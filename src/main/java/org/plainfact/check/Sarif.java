package org.plainfact.check;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plainfact.data.Json;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/**
 * Findings as a log of SARIF 2.1.0 (OASIS standard of 27 March 2020) in the form that GitHub's code scanning reads.
 *
 * @param tool name and version of the program, such as {@code Plainfact 1.0}
 * @param help address of the page that describes the rules, without a fragment
 */
public record Sarif(String tool, Catalogue catalogue, Optional<String> help) {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** What stands in an address as it is: the unreserved characters of RFC 3986, and what divides a path. */
    private static final String KEPT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    /** The log as JSON. */
    public String of(Told told) {
        Map<String, Severity> used = new TreeMap<>();
        told.findings()
                .forEach(finding ->
                        used.merge(finding.rule(), finding.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        List<String> ids = List.copyOf(used.keySet());
        Baseline.Counter seen = new Baseline.Counter();
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver(used)));
        run.put("columnKind", "utf16CodeUnits");
        run.put(
                "results",
                told.findings().stream()
                        .map(finding -> result(finding, ids.indexOf(finding.rule()), seen.next(finding)))
                        .toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.pretty(log);
    }

    private Map<String, Object> driver(Map<String, Severity> used) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", tool.split(" ", 2)[0]);
        if (tool.contains(" ")) {
            driver.put("version", tool.split(" ", 2)[1]);
        }
        driver.put(
                "rules",
                used.entrySet().stream()
                        .map(entry -> rule(entry.getKey(), entry.getValue()))
                        .toList());
        return driver;
    }

    private Map<String, Object> rule(String id, Severity severity) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id);
        rule.put("shortDescription", text(catalogue.summary(id).orElse(id)));
        String section = catalogue.sections().getOrDefault(id, id);
        rule.put("help", pair("text", section, "markdown", section));
        help.ifPresent(page -> rule.put("helpUri", page + "#" + id));
        rule.put("defaultConfiguration", Map.of("level", level(severity)));
        return rule;
    }

    /** @param number of the same finding in the same file, from 1 */
    private static Map<String, Object> result(Finding finding, int index, int number) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", finding.span().line());
        region.put("startColumn", finding.span().column());
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", pair("uri", uri(finding.span().path()), "uriBaseId", "%SRCROOT%"));
        place.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", index);
        result.put("level", level(finding.severity()));
        result.put(
                "message",
                text(finding.problem() + finding.hint().map(hint -> "; " + hint).orElse("")));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        String print = finding.span().path() + "\n" + finding.rule() + "\n" + finding.problem() + "\n" + number;
        result.put(
                "partialFingerprints", Map.of("plainfact/v1", Digests.sha256(print.getBytes(StandardCharsets.UTF_8))));
        return result;
    }

    private static String level(Severity severity) {
        return severity == Severity.SUGGESTION ? "note" : severity.word();
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    /** In this order. */
    private static Map<String, Object> pair(String name, String value, String other, String otherValue) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(name, value);
        pair.put(other, otherValue);
        return pair;
    }

    /** With nothing normalised, so that it leads back to the file, and no colon, so that it is never a scheme's. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (KEPT.indexOf(b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append("%%%02X".formatted(b));
            }
        }
        return uri.toString();
    }
}
