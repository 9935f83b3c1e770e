package org.plainfact.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plainfact.data.Json;
import org.plainfact.source.Finding;
import org.plainfact.source.SourceSpan;

/** An impact for the terminal and for programs. */
public final class ImpactText {
    private ImpactText() {}

    /**
     * A line for each place, the old words behind {@code -} and the new behind {@code +}; of downloads and twins only how many of
     * their lines or values differ.
     */
    public static String plain(Impact impact) {
        StringBuilder out = new StringBuilder();
        impact.errors().forEach(error -> out.append(error).append('\n'));
        for (Change change : impact.read()) {
            out.append(change.place().map(place -> place + ": ").orElse(""))
                    .append(change.where())
                    .append(": ")
                    .append(change.kind().word())
                    .append('\n');
            line(out, "  - ", change.before());
            line(out, "  + ", change.after());
        }
        if (!impact.files().isEmpty()) {
            out.append("files: ")
                    .append(impact.files().entrySet().stream()
                            .map(file -> file.getKey() + " (" + file.getValue() + ")")
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        claims(out, "claims that turn false:", impact.broken());
        claims(out, "claims that turn true:", impact.mended());
        return out.append(summary(impact)).append('\n').toString();
    }

    private static void line(StringBuilder out, String mark, String text) {
        if (!text.isEmpty()) {
            out.append(mark).append(text).append('\n');
        }
    }

    private static void claims(StringBuilder out, String head, List<Finding> claims) {
        if (!claims.isEmpty()) {
            out.append(head).append('\n');
            claims.forEach(claim -> out.append(claim).append('\n'));
        }
    }

    /** {@code 12 things on 5 pages and files read differently; 1 claim turns false}. */
    public static String summary(Impact impact) {
        if (!impact.errors().isEmpty()) {
            return count(impact.errors().size(), "error") + "; what reads differently cannot be told";
        }
        long pages = impact.changes().stream().map(Change::address).distinct().count();
        int claims = impact.broken().size();
        String broken = claims == 0
                ? "no claim turns false"
                : count(claims, "claim") + (claims == 1 ? " turns" : " turn") + " false";
        return impact.changes().isEmpty()
                ? "nothing reads differently; " + broken
                : count(impact.changes().size(), "change") + " in " + count(pages, "page or file", "pages and files")
                        + "; " + broken;
    }

    private static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /**
     * {@code changes} with address, anchor, kind, file, line and column where they are known, before and after;
     * {@code claims-false}, {@code claims-true} and {@code errors} as findings. What is new has an empty {@code before}, what is
     * gone an empty {@code after}.
     */
    public static String json(Impact impact) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("changes", impact.changes().stream().map(ImpactText::json).toList());
        out.put("claims-false", impact.broken().stream().map(ImpactText::json).toList());
        out.put("claims-true", impact.mended().stream().map(ImpactText::json).toList());
        out.put("errors", impact.errors().stream().map(ImpactText::json).toList());
        return Json.pretty(out);
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("address", change.address());
        out.put("anchor", change.anchor());
        out.put("kind", change.kind().word());
        change.place().ifPresent(place -> put(out, place));
        out.put("before", change.before());
        out.put("after", change.after());
        return out;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, finding.span());
        out.put("rule", finding.rule());
        out.put("problem", finding.problem());
        finding.hint().ifPresent(hint -> out.put("hint", hint));
        return out;
    }

    private static void put(Map<String, Object> out, SourceSpan place) {
        out.put("file", place.path());
        out.put("line", place.line());
        out.put("column", place.column());
    }
}
