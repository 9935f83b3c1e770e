package org.plainfact.impact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plainfact.impact.Edition.Leaf;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;

/**
 * What other data does to a site.
 *
 * @param changes of pages, then of posts, then of other files; by address, in the order of the page
 * @param broken claims that cannot be said any more
 * @param mended claims that can be said again
 * @param errors other errors of either side, which keep a site from being made
 */
public record Impact(List<Change> changes, List<Finding> broken, List<Finding> mended, List<Finding> errors) {
    public Impact {
        changes = List.copyOf(changes);
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
        errors = List.copyOf(errors);
    }

    /** Whether a finding says that words of a claim are not borne out by the data. A site can be looked at all the same. */
    public static boolean claim(Finding finding) {
        return finding.rule().equals("claim-false") || finding.rule().equals("claim-undecided");
    }

    /**
     * The same two editions give the same impact; the other way round they give each change reversed.
     *
     * @throws UncheckedIOException when a file cannot be made again
     */
    public static Impact of(Edition before, Edition after) {
        List<Change> changes = new ArrayList<>();
        if (!before.files().isEmpty() && !after.files().isEmpty()) {
            TreeSet<String> files = paths(before.files(), after.files());
            files.stream().filter(Impact::page).forEach(path -> addFile(path, before, after, changes));
            paths(before.posts(), after.posts()).forEach(article -> addPosts(article, before, after, changes));
            files.stream().filter(Predicate.not(Impact::page)).forEach(path -> addFile(path, before, after, changes));
        }
        List<Finding> errors = new ArrayList<>(errors(before));
        errors(after).stream().filter(error -> !errors.contains(error)).forEach(errors::add);
        return new Impact(changes, broken(before, after), broken(after, before), errors);
    }

    private static boolean page(String path) {
        return path.endsWith(".html");
    }

    /** What readers meet on pages, in feeds and in posts. */
    public List<Change> read() {
        return changes.stream()
                .filter(change -> change.kind() != Reading.Kind.FILE)
                .toList();
    }

    /** How much differs in files that programs and those who calculate read, by address. */
    public Map<String, Long> files() {
        return changes.stream()
                .filter(change -> change.kind() == Reading.Kind.FILE)
                .collect(Collectors.groupingBy(Change::address, LinkedHashMap::new, Collectors.counting()));
    }

    private static TreeSet<String> paths(SortedMap<String, ?> before, SortedMap<String, ?> after) {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths;
    }

    private static void addFile(String path, Edition before, Edition after, List<Change> changes) {
        Leaf old = before.files().get(path);
        Leaf now = after.files().get(path);
        String address = "/" + path.replaceFirst("(^|/)index\\.html$", "$1");
        if (old == null) {
            changes.add(whole(address, "", now == null ? "" : title(path, now)));
        } else if (now == null) {
            changes.add(whole(address, title(path, old), ""));
        } else if (!old.sha256().equals(now.sha256())) {
            Optional<Places> places =
                    Optional.ofNullable(after.texts().get(path)).map(Places::new);
            changes.addAll(Comparing.changes(address, readings(path, old), readings(path, now), places));
        }
    }

    /** Of a page or file that is new or gone. */
    private static Change whole(String address, String before, String after) {
        return new Change(address, "", Reading.Kind.FILE, Optional.empty(), before, after);
    }

    /** What a page that is new or gone is called. */
    private static String title(String path, Leaf leaf) {
        return readings(path, leaf).stream()
                .filter(reading -> reading.kind() == Reading.Kind.HEADING)
                .map(Reading::text)
                .findFirst()
                .orElse(path);
    }

    private static List<Reading> readings(String path, Leaf leaf) {
        try {
            return FileReader.read(path, leaf.content().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What changes in the same way on several platforms is one change. */
    private static void addPosts(String article, Edition before, Edition after, List<Change> changes) {
        SortedMap<String, List<Reading>> old = before.posts().getOrDefault(article, new TreeMap<>());
        SortedMap<String, List<Reading>> now = after.posts().getOrDefault(article, new TreeMap<>());
        Map<Change, TreeSet<String>> platforms = new LinkedHashMap<>();
        for (String platform : paths(old, now)) {
            List<Reading> was = old.getOrDefault(platform, List.of());
            List<Reading> is = now.getOrDefault(platform, List.of());
            for (Change change : Comparing.changes("carousel/" + article, was, is, Optional.empty())) {
                platforms.computeIfAbsent(change, each -> new TreeSet<>()).add(platform);
            }
        }
        platforms.forEach((change, on) -> changes.add(new Change(
                change.address(),
                String.join(",", on),
                change.kind(),
                change.place(),
                change.before(),
                change.after())));
    }

    private static List<Finding> errors(Edition edition) {
        return edition.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(Predicate.not(Impact::claim))
                .toList();
    }

    /** Claims that the second cannot say where the first could. A claim is known by its place: its words hold values. */
    private static List<Finding> broken(Edition before, Edition after) {
        return after.findings().stream()
                .filter(Impact::claim)
                .filter(finding -> before.findings().stream()
                        .noneMatch(other -> claim(other) && other.span().equals(finding.span())))
                .toList();
    }
}
