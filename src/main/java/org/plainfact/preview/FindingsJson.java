package org.plainfact.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.source.Finding;

/** Findings for the preview's script. */
final class FindingsJson {
    /** So many are shown at once; more would help nobody. */
    static final int MOST_SHOWN = 100;

    private FindingsJson() {}

    static String of(List<Report> reports) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("reports", shown(reports).stream().map(FindingsJson::asMap).toList());
        out.put("more", Math.max(0, reports.size() - MOST_SHOWN));
        return JsonText.of(out);
    }

    /** Errors first, each kind in its order. */
    static List<Report> shown(List<Report> reports) {
        return reports.stream()
                .sorted(Comparator.comparing(report -> report.finding().severity()))
                .limit(MOST_SHOWN)
                .toList();
    }

    private static Map<String, Object> asMap(Report report) {
        Finding finding = report.finding();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("place", finding.span().toString());
        out.put("line", finding.span().line());
        out.put("severity", finding.severity().word());
        out.put("problem", finding.problem());
        out.put("rule", finding.rule());
        finding.hint().ifPresent(hint -> out.put("hint", hint));
        out.put(
                "lines",
                report.lines().stream().map(line -> asMap(report, line)).toList());
        return out;
    }

    private static Map<String, Object> asMap(Report report, Line line) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", line.number());
        out.put("text", line.text());
        report.marked(line)
                .ifPresent(marked -> out.put("marked", new ArrayList<>(List.of(marked.from(), marked.to()))));
        return out;
    }
}
