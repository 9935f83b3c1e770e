package org.plainfact.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures, tables, curves, claims and calculators, all computed. */
record ComputedFigures(
        Map<String, Figure> byAddress,
        Map<String, List<Figure>> byRecord,
        Map<String, Table> byId,
        Map<String, Curve> curvesById,
        List<Formula> formulas,
        Declarations declarations,
        Map<String, Claim> claimsById,
        Map<String, Optional<Calculator>> calculatorsById,
        List<String> addresses,
        List<String> tables,
        List<String> claims,
        List<String> calculators)
        implements Figures {
    ComputedFigures(
            Map<String, Figure> byAddress,
            Map<String, List<Figure>> byRecord,
            Map<String, Table> byId,
            Map<String, Curve> curvesById,
            List<Formula> formulas,
            Declarations declarations,
            Map<String, Claim> claimsById,
            Map<String, Optional<Calculator>> calculatorsById) {
        this(
                Map.copyOf(byAddress),
                Map.copyOf(byRecord),
                Map.copyOf(byId),
                Map.copyOf(curvesById),
                List.copyOf(formulas),
                declarations,
                Map.copyOf(claimsById),
                Map.copyOf(calculatorsById),
                byAddress.keySet().stream().sorted().toList(),
                byId.keySet().stream().sorted().toList(),
                claimsById.keySet().stream().sorted().toList(),
                calculatorsById.keySet().stream().sorted().toList());
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

    @Override
    public Optional<Curve> curve(String id) {
        return Optional.ofNullable(curvesById.get(id));
    }

    @Override
    public List<String> curves() {
        return curvesById.keySet().stream().sorted().toList();
    }

    @Override
    public Optional<Claim> claim(String id) {
        return Optional.ofNullable(claimsById.get(id));
    }

    @Override
    public Optional<Calculator> calculator(String id) {
        return calculatorsById.getOrDefault(id, Optional.empty());
    }
}
