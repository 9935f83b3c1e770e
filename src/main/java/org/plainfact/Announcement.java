package org.plainfact;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.check.Format;
import org.plainfact.data.Json;
import org.plainfact.publish.Entry;
import org.plainfact.publish.FigureChange;
import org.plainfact.publish.Plan;
import org.plainfact.publish.Redirect;
import org.plainfact.source.Finding;

/**
 * What a publish changes for readers, told before it is done.
 *
 * @param redirects all of the new edition
 */
record Announcement(
        String target, Plan plan, List<Redirect> redirects, List<FigureChange> figures, List<Finding> findings) {
    private static final int MOST_LINES = 20;
    private static final String NOTHING = "–";

    void print(PrintWriter out) {
        lines(
                out,
                plan.added().stream().map(entry -> "new       " + entry.path()).toList());
        lines(
                out,
                plan.changed().stream()
                        .map(entry -> "changed   " + entry.path())
                        .toList());
        lines(
                out,
                plan.removed().stream()
                        .map(entry -> "removed   " + entry.path())
                        .toList());
        lines(
                out,
                fresh().stream()
                        .map(each -> "redirect  " + each.from() + " → " + each.to())
                        .toList());
        lines(
                out,
                figures.stream()
                        .map(each ->
                                "figure    " + each.id() + ": " + each.before().orElse(NOTHING) + " → "
                                        + each.after().orElse(NOTHING))
                        .toList());
        out.println(summary());
        out.flush();
    }

    private static void lines(PrintWriter out, List<String> lines) {
        lines.stream().limit(MOST_LINES).forEach(out::println);
        if (lines.size() > MOST_LINES) {
            out.println("          … and " + (lines.size() - MOST_LINES) + " more");
        }
    }

    /** Redirects that readers do not have yet. */
    private List<Redirect> fresh() {
        Set<String> sent = Stream.concat(plan.added().stream(), plan.changed().stream())
                .map(Entry::path)
                .collect(Collectors.toSet());
        return redirects.stream()
                .filter(each -> sent.contains(each.from().file()) || sent.contains("_redirects"))
                .toList();
    }

    private String summary() {
        return "%d new, %d changed, %d removed, %d unchanged; %s to send; %s"
                .formatted(
                        plan.added().size(),
                        plan.changed().size(),
                        plan.removed().size(),
                        plan.unchanged().size(),
                        size(plan.bytes()),
                        figures.size() == 1 ? "1 figure changes" : figures.size() + " figures change");
    }

    /** In powers of a thousand. */
    private static String size(long bytes) {
        if (bytes < 1000) {
            return Terminal.counted(bytes, "byte");
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /**
     * For {@code --json}.
     *
     * @param published whether anything was sent
     * @param milliseconds since the build
     */
    String json(boolean ok, boolean published, long milliseconds) {
        Map<String, Object> out = head(target, ok, published);
        out.put("new", paths(plan.added()));
        out.put("changed", paths(plan.changed()));
        out.put("removed", paths(plan.removed()));
        out.put("unchanged", plan.unchanged().size());
        out.put("bytes", plan.bytes());
        out.put("milliseconds", milliseconds);
        out.put(
                "redirects",
                redirects.stream()
                        .map(each -> ordered(
                                Map.entry("from", each.from().path()),
                                Map.entry("to", each.to().path())))
                        .toList());
        out.put("figures", figures.stream().map(Announcement::json).toList());
        out.put("findings", findings.stream().map(Format::asMap).toList());
        return Json.pretty(out);
    }

    private static Map<String, Object> json(FigureChange change) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", change.id());
        change.before().ifPresent(before -> out.put("before", before));
        change.after().ifPresent(after -> out.put("after", after));
        return out;
    }

    /** Of a site that could not be built. */
    static String failed(String target, List<Finding> findings) {
        Map<String, Object> out = head(target, false, false);
        out.put("findings", findings.stream().map(Format::asMap).toList());
        return Json.pretty(out).strip();
    }

    private static Map<String, Object> head(String target, boolean ok, boolean published) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ok", ok);
        out.put("target", target);
        out.put("published", published);
        return out;
    }

    @SafeVarargs
    private static Map<String, Object> ordered(Map.Entry<String, String>... entries) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            out.put(entry.getKey(), entry.getValue());
        }
        return out;
    }

    private static List<String> paths(List<Entry> entries) {
        return entries.stream().map(Entry::path).toList();
    }
}
