package org.plainfact.link;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plainfact.link.Reference.Use;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/**
 * Every address of a printed page that stays on the site must lead to a file of it, and to an anchor that is there; and what
 * leads on by itself must arrive. What authors wrote in texts is told at its line before a page is printed; this finds
 * what templates, data and raw HTML add.
 */
public final class InternalLinks {
    /** Rules that no build looks at and whose findings may be let stand. */
    public static final Set<String> RULES = Set.of("redirect-chain");

    private static final String REDIRECTS = "_redirects";
    /** Looking for the nearest of all addresses is slow, and nobody reads a thousand hints. */
    private static final int HINTS = 200;

    private final PrintedSite site;
    private final Places places;
    private final Optional<SourceFile> redirects;
    private final Map<Fault, Fate> faults = new TreeMap<>();
    private final Map<String, Way> ways;

    /** Addresses that lead where they should from every page. */
    private final Set<Reference> right = new HashSet<>();

    private int told;

    /** @param redirects the file {@code _redirects}, where the project brings one */
    public InternalLinks(PrintedSite site, Places places, Optional<SourceFile> redirects) {
        this.site = site;
        this.places = places;
        this.redirects = redirects;
        this.ways = ways();
    }

    /**
     * What is wrong with an address, on whatever pages.
     *
     * @param written as the pages say it
     */
    private record Fault(String rule, String written, String problem, Optional<String> hint)
            implements Comparable<Fault> {
        @Override
        public int compareTo(Fault other) {
            int byProblem = problem.compareTo(other.problem);
            return byProblem != 0 ? byProblem : written.compareTo(other.written);
        }
    }

    /** Pages with one fault: how many, and the first of them. */
    private record Fate(String first, int count) {}

    public void tell(Findings findings) {
        site.pages().forEach((file, page) -> page.references().forEach(reference -> check(file, page, reference)));
        faults.forEach((fault, fate) -> {
            String more = fate.count() > 1 ? " and " + (fate.count() - 1) + " more" : "";
            findings.error(
                    fault.rule(),
                    places.of(fault.written(), fate.first()),
                    fault.problem() + " (printed on "
                            + site.address(fate.first()).getPath() + more + ")",
                    fault.hint());
        });
        redirections(findings);
    }

    private void check(String file, Page page, Reference reference) {
        // The menu stands on every page: what means the same on all of them is followed once.
        boolean anywhere = reference.written().startsWith("/") && page.base().isEmpty();
        if (anywhere && right.contains(reference)) {
            return;
        }
        int before = told;
        follow(file, page, reference);
        if (anywhere && told == before) {
            right.add(reference);
        }
    }

    private void follow(String file, Page page, Reference reference) {
        Optional<URI> address = site.resolve(file, page, reference.written());
        if (address.isEmpty()) {
            fault(file, reference, "\"" + reference.written() + "\" is no address", Optional.empty());
            return;
        }
        site.inside(address.get()).ifPresent(path -> check(file, reference, address.get(), path));
    }

    private void check(String file, Reference reference, URI address, String path) {
        Optional<String> target = site.file(path);
        if (target.isEmpty()) {
            if (!isRedirected(path)) {
                fault(file, reference, problem(reference), nearest(path));
            }
            return;
        }
        String fragment = address.getRawFragment() == null ? "" : Address.decoded(address.getRawFragment());
        Page known = site.pages().get(target.get());
        boolean asks = reference.use() == Use.LINK
                && !fragment.isEmpty()
                && !fragment.startsWith(":~:")
                && !fragment.equalsIgnoreCase("top");
        if (asks && known != null && Collections.binarySearch(known.anchors(), fragment) < 0) {
            fault(
                    file,
                    reference,
                    "\"" + reference.written() + "\" leads to no part of a page: /" + path + " has no \"" + fragment
                            + "\"",
                    Nearest.hint(fragment, known.anchors()));
        }
    }

    private static String problem(Reference reference) {
        String what = reference.use() == Use.FILE ? "no file of this site is there" : "no page or file of this site";
        return "\"" + reference.written() + "\" "
                + (reference.use() == Use.FILE
                        ? "is needed, and " + what
                        : reference.use().verb() + " " + what);
    }

    private void fault(String file, Reference reference, String problem, Optional<String> hint) {
        told++;
        String rule = reference.use() == Use.FILE ? "unknown-asset" : "broken-link";
        faults.merge(
                new Fault(rule, reference.written(), problem, hint),
                new Fate(file, 1),
                (first, next) -> new Fate(first.first(), first.count() + 1));
    }

    private Optional<String> nearest(String path) {
        if (site.file(path + "/").isPresent()) {
            return Optional.of("write a slash at its end");
        }
        return faults.size() > HINTS
                ? Optional.empty()
                : Nearest.hint(
                        "/" + path,
                        site.files().stream()
                                .map(file -> "/" + file.replaceFirst("(^|/)index\\.html$", "$1"))
                                .toList());
    }

    // ---- what leads on by itself

    /**
     * A way on.
     *
     * @param from path below the site's address
     * @param to where it leads, as it is written
     */
    private record Way(String from, String to, SourceSpan place) {}

    private boolean isRedirected(String path) {
        return ways.containsKey(path) || ways.containsKey(path.replaceFirst("/$", ""));
    }

    private void redirections(Findings findings) {
        ways.values().forEach(way -> follow(way, findings));
    }

    private void follow(Way start, Findings findings) {
        List<String> steps = new ArrayList<>(List.of("/" + start.from()));
        Set<String> seen = new HashSet<>(Set.of(start.from()));
        Way at = start;
        while (true) {
            Optional<String> next = target(at);
            if (next.isEmpty()) {
                break;
            }
            steps.add("/" + next.get());
            if (!seen.add(next.get())) {
                findings.error(
                        "redirect-loop",
                        start.place(),
                        "/" + start.from() + " leads on in a circle: " + String.join(" to ", steps),
                        "let one of them be a page");
                return;
            }
            Way further = ways.get(next.get());
            if (further == null) {
                tellLost(start, at, next.get(), findings);
                break;
            }
            at = further;
        }
        if (steps.size() > 2) {
            findings.warning(
                    "redirect-chain",
                    start.place(),
                    "/" + start.from() + " leads on in several steps: " + String.join(" to ", steps),
                    Optional.of("let it lead to " + steps.getLast() + " at once"));
        }
    }

    /** Of pages that lead on, their address is told with all others of the page. */
    private void tellLost(Way start, Way at, String path, Findings findings) {
        boolean written = redirects
                .filter(file -> start.place().path().equals(file.path()))
                .isPresent();
        if (written
                && at == start
                && site.file(path).isEmpty()
                && site.file(path + "/").isEmpty()) {
            findings.error(
                    "broken-link",
                    start.place(),
                    "/" + start.from() + " leads on to no page or file of this site: " + start.to(),
                    nearest(path));
        }
    }

    /** The path that a way leads to; empty where it leads out of the site. */
    private Optional<String> target(Way way) {
        return Address.resolve(site.address(way.from()), way.to()).flatMap(site::inside);
    }

    private Map<String, Way> ways() {
        Map<String, Way> all = new LinkedHashMap<>();
        redirects.ifPresent(file -> lines(file, all));
        site.pages()
                .forEach((file, page) -> page.leadsTo().ifPresent(to -> {
                    String from = file.replaceFirst("(^|/)index\\.html$", "$1");
                    all.putIfAbsent(from, new Way(from, to, places.of(to, file)));
                }));
        return all;
    }

    /** Lines {@code FROM TO [STATUS]} without placeholders; what they mean on a host is decided there. */
    private void lines(SourceFile file, Map<String, Way> all) {
        int start = 0;
        for (String line : file.text().split("\n", -1)) {
            String[] words = line.strip().split("\\s+");
            boolean plain =
                    words.length >= 2 && !line.strip().startsWith("#") && !line.contains("*") && !line.contains("/:");
            boolean leadsOn = plain && (words.length == 2 || words[2].matches("30[1278]!?"));
            int at = start;
            if (leadsOn) {
                Address.resolve(site.address(""), words[0])
                        .flatMap(site::inside)
                        .ifPresent(from -> all.putIfAbsent(
                                from,
                                new Way(
                                        from,
                                        words[1],
                                        file.at(at
                                                + line.length()
                                                - line.stripLeading().length()))));
            }
            start += line.length() + 1;
        }
    }
}
