package org.plainfact.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Provenance;
import org.plainfact.data.Qualifiers;
import org.plainfact.data.Status;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/**
 * All addresses and what stands behind them, computed on demand. An address that cannot be computed gives an absent
 * figure after a finding; what depends on it is absent too, without another finding. Used by one thread.
 */
final class Workbook {
    private final Dataset dataset;
    private final Findings findings;
    private final Application application;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, Set<String>> byRecord = new HashMap<>();
    private final Map<String, List<Optional<String>>> links = new HashMap<>();
    private final Map<String, Figure> done = new HashMap<>();
    private final Set<String> failed = new HashSet<>();

    Workbook(Dataset dataset, Findings findings) {
        this.dataset = dataset;
        this.findings = findings;
        this.application = new Application(findings);
    }

    /** In the order in which they were put. */
    Set<String> addresses() {
        return slots.keySet();
    }

    /** The addresses of a record. */
    Set<String> addresses(String record) {
        return byRecord.getOrDefault(record, Set.of());
    }

    void put(String record, String address, Slot slot) {
        Slot before = slots.putIfAbsent(address, slot);
        byRecord.computeIfAbsent(record, ignored -> new LinkedHashSet<>()).add(address);
        if (before != null) {
            findings.error(
                    "duplicate-name",
                    slot.span(),
                    "\"" + address + "\" is declared already at " + before.span(),
                    "give one of the two another name");
        }
    }

    /** The address that a name stands for: relative to a base, nearest first, or in full. */
    Optional<String> resolve(List<String> bases, String name, String except) {
        for (String base : bases) {
            String address = base + "." + name;
            if (slots.containsKey(address) && !address.equals(except)) {
                return Optional.of(address);
            }
        }
        return Optional.of(name).filter(slots::containsKey);
    }

    boolean failed(String address) {
        return failed.contains(address);
    }

    /**
     * What stands behind an address, before anything is computed.
     *
     * @throws IllegalArgumentException for an address that was never put
     */
    Slot at(String address) {
        return slot(address);
    }

    /** The addresses that it is computed from; of an output one for each input, empty where a name leads nowhere. */
    List<Optional<String>> inputs(String address) {
        return List.copyOf(linksOf(address));
    }

    /** @throws IllegalArgumentException for an address that was never put */
    Figure figure(String address) {
        if (!done.containsKey(address)) {
            compute(address);
        }
        return known(address);
    }

    /** Depth first without recursion: a chain may be longer than the stack. */
    private void compute(String address) {
        Deque<String> waiting = new ArrayDeque<>(List.of(address));
        LinkedHashSet<String> open = new LinkedHashSet<>();
        while (!waiting.isEmpty()) {
            String at = waiting.getFirst();
            open.add(at);
            Optional<String> next = done.containsKey(at) ? Optional.empty() : undone(at);
            if (next.isPresent() && open.contains(next.get())) {
                breakCycle(open, next.get());
            } else if (next.isPresent()) {
                waiting.addFirst(next.get());
            } else {
                if (!done.containsKey(at)) {
                    done.put(at, computed(at));
                }
                waiting.removeFirst();
                open.remove(at);
            }
        }
    }

    private Figure known(String address) {
        Figure figure = done.get(address);
        if (figure == null) {
            throw new IllegalArgumentException("not computed: " + address);
        }
        return figure;
    }

    /** @throws IllegalArgumentException for an address that was never put */
    Slot slot(String address) {
        Slot slot = slots.get(address);
        if (slot == null) {
            throw new IllegalArgumentException("no such address: " + address);
        }
        return slot;
    }

    private Optional<String> undone(String address) {
        return linksOf(address).stream()
                .flatMap(Optional::stream)
                .filter(target -> !done.containsKey(target))
                .findFirst();
    }

    private void breakCycle(Set<String> open, String start) {
        List<String> chain = new ArrayList<>(open);
        chain = chain.subList(chain.indexOf(start), chain.size());
        findings.error(
                "cycle",
                slot(start).span(),
                "a figure depends on itself: " + String.join(" → ", chain) + " → " + start,
                "break the chain at one of them");
        chain.forEach(this::fail);
    }

    private void fail(String address) {
        done.put(address, broken(address));
        failed.add(address);
    }

    /** Addresses of the figures that one is made of: of a formula's inputs in their order, or what an alias stands for. */
    List<Optional<String>> linksOf(String address) {
        List<Optional<String>> known = links.get(address);
        if (known == null) {
            known = linked(address, slot(address));
            links.put(address, known);
        }
        return known;
    }

    private List<Optional<String>> linked(String address, Slot slot) {
        return switch (slot) {
            case Slot.Recorded ignored -> List.of();
            case Slot.Broken ignored -> List.of();
            case Slot.Alias alias -> {
                Optional<String> target = resolve(List.of(alias.base()), alias.target(), address);
                if (target.isEmpty() && namesItself(alias, address)) {
                    findings.error(
                            "cycle",
                            alias.span(),
                            "\"" + alias.target() + "\" stands for itself",
                            "name the figure that it stands for");
                } else if (target.isEmpty()) {
                    tellUnknown(alias.base(), alias.target(), alias.span());
                }
                yield List.of(target);
            }
            case Slot.Output output ->
                output.bindings().stream()
                        .map(binding -> linked(output, binding))
                        .toList();
        };
    }

    private static boolean namesItself(Slot.Alias alias, String address) {
        return address.equals(alias.base() + "." + alias.target());
    }

    private Optional<String> linked(Slot.Output output, Slot.Binding binding) {
        Optional<String> target = resolve(output.bases(), binding.name(), output.address());
        if (target.isEmpty() && binding.declared()) {
            tellUnknown(output.bases().getLast(), binding.name(), binding.span());
        } else if (target.isEmpty()) {
            findings.error(
                    "unbound-input",
                    output.span(),
                    "the formula \"%s\" needs \"%s\", and nothing is bound to it"
                            .formatted(output.formula().formula().id(), binding.name()),
                    "name a figure for it in \"inputs\"");
        }
        return target;
    }

    private Figure computed(String address) {
        Slot slot = slot(address);
        List<Optional<String>> targets = linksOf(address);
        if (slot instanceof Slot.Broken || targets.stream().anyMatch(this::unusable)) {
            failed.add(address);
            return broken(address);
        }
        List<Figure> inputs =
                targets.stream().flatMap(Optional::stream).map(this::known).toList();
        return switch (slot) {
            case Slot.Recorded recorded -> recorded.figure();
            case Slot.Alias ignored -> inputs.getFirst();
            case Slot.Broken ignored -> broken(address);
            case Slot.Output output ->
                application.apply(output, inputs).orElseGet(() -> {
                    failed.add(address);
                    return broken(address);
                });
        };
    }

    private boolean unusable(Optional<String> target) {
        return target.isEmpty() || failed(target.get());
    }

    /** Stands in for what could not be computed, so that one mistake is told once. */
    private Figure broken(String address) {
        int dot = address.indexOf('.');
        String record = dot < 0 ? address : address.substring(0, dot);
        return new Figure(
                address,
                record,
                dot < 0 ? "" : address.substring(dot + 1),
                address,
                record,
                Optional.empty(),
                dataset.units().one(),
                Qualifiers.NONE,
                new Provenance(Status.NOTIONAL, Optional.empty(), Collections.emptySortedSet()),
                Display.NOT_STATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                slot(address).span(),
                "");
    }

    /** Tells that a name leads to no figure, with the nearest that does. */
    void tellUnknown(String base, String name, SourceSpan span) {
        int dot = name.indexOf('.');
        String record = dot < 0 ? base : name.substring(0, dot);
        if (dot > 0 && dataset.find(record).isEmpty()) {
            if (!dataset.complete()) {
                return;
            }
            List<String> ids = dataset.collections().values().stream()
                    .flatMap(List::stream)
                    .map(Entry::id)
                    .toList();
            findings.error("unknown-record", span, "there is no record \"" + record + "\"", Nearest.hint(record, ids));
            return;
        }
        String field = name.substring(dot + 1);
        Optional<Entry> entry = dataset.find(record);
        if (entry.isPresent() && entry.get().find(field).isPresent()) {
            findings.error(
                    "unknown-figure",
                    span,
                    "\"" + name + "\" is no quantity",
                    "only a value with a unit can be computed with");
            return;
        }
        List<String> fields = addresses(record).stream()
                .map(address -> address.substring(record.length() + 1))
                .toList();
        Optional<String> hint = Nearest.to(field, fields)
                .map(near -> "did you mean \"" + name.substring(0, dot + 1) + near + "\"?")
                .or(() -> fields.isEmpty() ? Optional.empty() : Optional.of("there are: " + some(fields)));
        findings.error("unknown-figure", span, "there is no figure \"" + name + "\"", hint);
    }

    private static String some(List<String> names) {
        return names.stream().limit(8).reduce((a, b) -> a + ", " + b).orElse("") + (names.size() > 8 ? ", …" : "");
    }
}
