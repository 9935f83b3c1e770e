package org.plainfact.figure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.source.Findings;

/** Computes every figure, table and curve of a dataset, whether its claims hold, and what its calculators are made of. */
public final class FigureReader {
    private static final Set<String> DECLARATIONS = Set.of("calculators", "charts", "formulas", "tables", "units");

    private FigureReader() {}

    /**
     * Reads formulas, calculations, tables, charts, claims and calculators, and computes all of them. Every problem is told in one run; what could
     * not be computed is an absent figure, so that nothing else complains about it. The same dataset gives the same
     * figures in the same order.
     *
     * @return immutable, safe for several threads
     */
    public static Figures read(Dataset dataset, Findings findings) {
        Map<String, DeclaredFormula> formulas =
                FormulaReader.read(Declarations.of(dataset), dataset.units(), ids(dataset), findings);
        Workbook workbook = new Workbook(dataset, findings);
        CalculationReader calculations = new CalculationReader(dataset, formulas, workbook, findings);
        dataset.collections().forEach((name, entries) -> {
            if (name.equals("calculations")) {
                entries.forEach(entry -> put(entry, workbook, calculations));
            } else if (name.equals("claims")) {
                entries.forEach(entry -> calculations.putInputs(entry, Keys.of(entry, findings)));
            } else if (!DECLARATIONS.contains(name)) {
                entries.forEach(entry -> RecordedFigures.put(entry, Set.of(), workbook));
            }
        });
        Map<String, List<Figure>> byRecord = computed(dataset, workbook);
        TableRows rows = new TableRows(dataset, workbook, findings);
        TableColumns columns = new TableColumns(formulas, workbook, calculations, rows, findings);
        Map<String, Table> tables = new TableReader(dataset, rows, columns, findings).read();
        Map<String, Curve> curves = new CurveReader(dataset, workbook, columns, findings).read();
        curves.forEach((id, curve) -> tables.put(id, curve.table()));
        Map<String, Figure> byAddress = new LinkedHashMap<>();
        workbook.addresses().forEach(address -> byAddress.put(address, workbook.figure(address)));
        List<Formula> declared =
                formulas.values().stream().map(DeclaredFormula::formula).toList();
        Map<String, Claim> claims = new ClaimReader(dataset, workbook, tables, findings).read();
        Map<String, Optional<Calculator>> calculators = new CalculatorReader(dataset, workbook, rows, findings).read();
        return new ComputedFigures(
                byAddress, byRecord, tables, curves, declared, Declarations.of(dataset), claims, calculators);
    }

    private static List<String> ids(Dataset dataset) {
        return dataset.collection("sources").stream().map(Entry::id).toList();
    }

    private static void put(Entry calculation, Workbook workbook, CalculationReader calculations) {
        RecordedFigures.put(calculation, Set.of("inputs", "outputs"), workbook);
        calculations.read(calculation);
    }

    private static Map<String, List<Figure>> computed(Dataset dataset, Workbook workbook) {
        Map<String, List<Figure>> byRecord = new HashMap<>();
        dataset.collections()
                .values()
                .forEach(entries -> entries.forEach(entry -> {
                    List<Figure> figures = workbook.addresses(entry.id()).stream()
                            .map(workbook::figure)
                            .toList();
                    byRecord.put(entry.id(), figures);
                }));
        return byRecord;
    }
}
