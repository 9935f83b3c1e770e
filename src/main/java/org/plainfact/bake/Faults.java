package org.plainfact.bake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** What went wrong in templates: each fault is told once, however many pages it hit. Safe for several threads. */
public final class Faults {
    private final Map<TemplateFault, Fate> faults = new ConcurrentHashMap<>();

    /** What pages suffered from one fault: how many, and the first of them by address. */
    private record Fate(String first, long count) {
        Fate and(Fate other) {
            return new Fate(first.compareTo(other.first) <= 0 ? first : other.first, count + other.count);
        }
    }

    /** @param page its address */
    void add(String page, TemplateFault fault) {
        faults.merge(fault, new Fate(page, 1), Fate::and);
    }

    /**
     * Adds what Freemarker threw.
     *
     * @param page its address
     * @param folder what stands before a template's name in findings, with its slash
     * @param template the page's own
     */
    public void add(String page, Throwable thrown, String folder, String template) {
        TemplateFault.read(thrown, folder, template).ifPresent(fault -> add(page, fault));
    }

    /** Adds that a page took too long. */
    public void addSlow(String page, String template) {
        add(page, TemplateFault.tooSlow(template, Printer.Limits.USUAL.longest()));
    }

    /** Adds what no exception tells. */
    public void add(String page, SourceSpan span, String problem, Optional<String> hint) {
        add(page, new TemplateFault(span, problem, hint));
    }

    public void tell(Findings findings) {
        faults.forEach((fault, fate) -> {
            String more = fate.count() > 1 ? " and " + (fate.count() - 1) + " more" : "";
            findings.error(
                    "template",
                    fault.span(),
                    fault.problem() + " (printing " + fate.first() + more + ")",
                    fault.hint());
        });
    }
}
