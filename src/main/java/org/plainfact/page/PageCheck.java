package org.plainfact.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * Looks at the finished pages of a site, each by itself, and tells what is wrong with many of them once. A page whose bytes
 * were looked at before is not looked at again.
 */
public final class PageCheck {
    private static final Drawer STRUCTURE = new Drawer("structure-of-pages", false, true);
    private static final Drawer VALIDITY = new Drawer("validity-of-pages", false, true);

    private static final long MAX_STYLE_BYTES = 8L << 20;

    private final Session session;
    private final Predicate<String> wanted;
    private final boolean structure;
    private final boolean validity;
    private final Validator validator = new Validator();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    /** What was found on a page. */
    private record Seen(String address, String template, Optional<String> text, List<Fault> faults) {}

    /** The pages that share a fault, and the first of them by address. */
    private record Shared(Seen first, Fault fault, int pages) {
        Shared and(Shared other) {
            Shared earlier = first.address.compareTo(other.first.address) <= 0 ? this : other;
            return new Shared(earlier.first, earlier.fault, pages + other.pages);
        }
    }

    /** Where a fault is told, and what it is. */
    private record Key(String place, String rule, String problem) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byPlace = place.compareTo(other.place);
            int byRule = byPlace != 0 ? byPlace : rule.compareTo(other.rule);
            return byRule != 0 ? byRule : problem.compareTo(other.problem);
        }
    }

    /**
     * @param session the one in which the pages are printed
     * @param wanted which rules are looked at
     */
    public PageCheck(Session session, Predicate<String> wanted) {
        this.session = session;
        this.wanted = wanted;
        this.structure = Structure.RULES.stream().anyMatch(wanted);
        this.validity = wanted.test(Validator.RULE);
    }

    /** From any thread. Holds on to nothing of the page but its faults. */
    public void look(Printed page) {
        if (structure || validity) {
            List<Fault> faults = new ArrayList<>();
            if (structure) {
                faults.addAll(recall(STRUCTURE, page, it -> Structure.faults(it.document())));
            }
            if (validity) {
                faults.addAll(recall(VALIDITY, page, it -> validator.faults(it.html())));
            }
            faults.removeIf(fault -> !wanted.test(fault.rule()));
            seen.add(new Seen(page.address(), page.template(), page.text(), List.copyOf(faults)));
        }
    }

    private interface Looking {
        List<Fault> faults(Printed page);
    }

    private List<Fault> recall(Drawer drawer, Printed page, Looking looking) {
        return session.recall(drawer, page.address(), page.sha256(), reads -> looking.faults(page));
    }

    /** Tells colours of style sheets that cannot be read; other files are passed over. */
    public void lookAtStyles(SourceTree tree, List<Path> files, Findings findings) {
        if (wanted.test(Palette.RULE)) {
            files.stream()
                    .filter(file -> file.toString().endsWith(".css"))
                    .flatMap(file -> tree.read(file, MAX_STYLE_BYTES).stream())
                    .forEach(css -> Palette.tell(css, findings));
        }
    }

    /**
     * Tells what was found. A fault that all pages of a template have, or one without a text, stands at the template;
     * any other at the text.
     *
     * @param told what is known of the texts: a problem in it is not told again of the page
     */
    public void tell(Collection<Finding> told, Findings findings) {
        Set<Key> said = told.stream()
                .map(finding -> new Key("", finding.rule(), finding.problem()))
                .collect(Collectors.toSet());
        Map<String, Integer> pages = new HashMap<>();
        Map<Key, Integer> hit = new HashMap<>();
        for (Seen page : seen) {
            pages.merge(page.template, 1, Integer::sum);
            distinct(page).forEach(fault -> hit.merge(key(page.template, fault), 1, Integer::sum));
        }
        Map<Key, Shared> shared = new TreeMap<>();
        for (Seen page : seen) {
            distinct(page).filter(fault -> !said.contains(key("", fault))).forEach(fault -> {
                int all = pages.getOrDefault(page.template, 0);
                boolean everywhere = all > 1 && hit.getOrDefault(key(page.template, fault), 0) == all;
                String place = everywhere ? page.template : page.text.orElse(page.template);
                shared.merge(key(place, fault), new Shared(page, fault, 1), Shared::and);
            });
        }
        shared.forEach((key, found) -> findings.add(finding(key, found)));
    }

    /** The first of each kind. */
    private static Stream<Fault> distinct(Seen page) {
        Map<Key, Fault> first = new TreeMap<>();
        page.faults.forEach(fault -> first.putIfAbsent(key("", fault), fault));
        return first.values().stream();
    }

    private static Key key(String place, Fault fault) {
        return new Key(place, fault.rule(), fault.problem());
    }

    private static Finding finding(Key key, Shared found) {
        Fault fault = found.fault;
        String more = found.pages > 1 ? " and " + (found.pages - 1) + " more" : "";
        String where = "see line " + fault.line() + ", column " + fault.column() + " of the page: " + fault.extract();
        return new Finding(
                fault.severity(),
                fault.rule(),
                SourceSpan.of(key.place),
                fault.problem() + " (on " + found.first.address + more + ")",
                Optional.of(fault.hint().isEmpty() ? where : fault.hint() + "; " + where));
    }
}
