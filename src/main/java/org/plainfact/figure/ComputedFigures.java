package org.plainfact.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures and tables, all computed. */
record ComputedFigures(
        Map<String, Figure> byAddress,
        Map<String, List<Figure>> byRecord,
        Map<String, Table> byId,
        List<Formula> formulas,
        Declarations declarations,
        List<String> addresses,
        List<String> tables)
        implements Figures {
    ComputedFigures(
            Map<String, Figure> byAddress,
            Map<String, List<Figure>> byRecord,
            Map<String, Table> byId,
            List<Formula> formulas,
            Declarations declarations) {
        this(
                Map.copyOf(byAddress),
                Map.copyOf(byRecord),
                Map.copyOf(byId),
                List.copyOf(formulas),
                declarations,
                byAddress.keySet().stream().sorted().toList(),
                byId.keySet().stream().sorted().toList());
    }

    @Override
    public Optional<Figure> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    @Override
    public List<Figure> of(String record) {
        return byRecord.getOrDefault(record, List.of());
    }

    @Override
    public Optional<Table> table(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
