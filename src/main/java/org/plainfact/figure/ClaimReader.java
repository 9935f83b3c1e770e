package org.plainfact.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.data.Provenance;
import org.plainfact.data.Status;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/**
 * Reads the collection {@code claims} and works out which of them hold. What is wrong with a declaration is told here;
 * that one does not hold is told where it is said.
 */
final class ClaimReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Dataset dataset;
    private final Workbook workbook;
    private final Map<String, Table> tables;
    private final Findings findings;

    ClaimReader(Dataset dataset, Workbook workbook, Map<String, Table> tables, Findings findings) {
        this.dataset = dataset;
        this.workbook = workbook;
        this.tables = tables;
        this.findings = findings;
    }

    /** By id. */
    Map<String, Claim> read() {
        Map<String, Claim> claims = new LinkedHashMap<>();
        dataset.collection("claims").forEach(entry -> claims.put(entry.id(), claim(entry)));
        return claims;
    }

    private Claim claim(Entry entry) {
        Keys keys = Keys.of(entry, findings);
        Optional<List<ClaimTrial.Bound>> inputs = inputs(entry, keys);
        Optional<ClaimTrial.Rows> rows = rows(keys);
        boolean readable =
                inputs.isPresent() && rows.isPresent() == keys.get("each").isPresent();
        Optional<ClaimTrial> trial = readable ? trial(keys, inputs.get(), rows) : Optional.empty();
        List<Figure> figures = trial.map(ClaimTrial::figures).orElse(List.of());
        return new Claim(
                entry.id(),
                entry.title(),
                words(keys),
                trial.map(ClaimTrial::predicate).orElse(""),
                trial.flatMap(each -> verdict(each, keys)),
                trial.map(ClaimTrial::shown).orElse(""),
                figures,
                provenance(figures),
                keys.text("note"),
                entry.span());
    }

    private List<String> words(Keys keys) {
        List<String> words = keys.texts("words");
        if (words.isEmpty() && !findings.tells(keys.spanOf("words"), "")) {
            findings.error(
                    "missing-key",
                    keys.spanOf("words"),
                    "no words are given in which the claim may be said",
                    "list them in \"words\"");
        }
        return words;
    }

    /** Empty after a finding, also where a figure could not be computed. */
    private Optional<List<ClaimTrial.Bound>> inputs(Entry entry, Keys keys) {
        List<ClaimTrial.Bound> inputs = new ArrayList<>();
        Keys group = keys.group("inputs");
        for (Map.Entry<String, Field> input : group.fields().entrySet()) {
            String address = entry.id() + "." + input.getKey();
            if (!named(input.getKey(), group.spanOf(input.getKey()))) {
                return Optional.empty();
            }
            Figure figure = workbook.figure(address);
            if (workbook.failed(address) || workbook.failed(figure.address())) {
                return Optional.empty();
            }
            inputs.add(new ClaimTrial.Bound(input.getKey(), figure));
        }
        return Optional.of(inputs);
    }

    private boolean named(String name, SourceSpan span) {
        boolean good = NAME.matcher(name).matches();
        if (!good && !findings.tells(span, "")) {
            findings.error(
                    "input-name",
                    span,
                    "\"" + name + "\" cannot be the name of an input",
                    "use small letters, digits and _, such as rate or power_2");
        }
        return good;
    }

    /** The rows of the table that the predicate is to hold for. */
    private Optional<ClaimTrial.Rows> rows(Keys keys) {
        if (keys.get("each").isEmpty()) {
            return Optional.empty();
        }
        Keys each = keys.group("each");
        String name = each.needed("name");
        Table table = tables.get(each.needed("table"));
        if (table == null) {
            unknown("table", each, tables.keySet());
            return Optional.empty();
        }
        List<String> columns = table.columns().stream().map(Table.Column::key).toList();
        int column = columns.indexOf(each.needed("column"));
        if (column < 0) {
            unknown("column", each, columns);
            return Optional.empty();
        }
        return !name.isEmpty() && named(name, each.spanOf("name")) ? rows(each, name, table, column) : Optional.empty();
    }

    private void unknown(String what, Keys each, Collection<String> known) {
        String name = each.text(what).orElse("");
        if (!name.isEmpty() && dataset.complete()) {
            findings.error(
                    "unknown-" + what,
                    each.spanOf(what),
                    "there is no " + what + " \"" + name + "\"",
                    Nearest.hint(name, known));
        }
    }

    private Optional<ClaimTrial.Rows> rows(Keys each, String name, Table table, int column) {
        List<String> except = each.texts("except");
        List<String> records = table.rows().stream().map(Table.Row::record).toList();
        for (String record : except) {
            if (!records.contains(record)) {
                findings.error(
                        "unknown-row",
                        each.spanOf("except"),
                        "the table \"" + table.id() + "\" has no row \"" + record + "\"",
                        Nearest.hint(record, records));
                return Optional.empty();
            }
        }
        List<ClaimTrial.Row> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            if (!except.contains(row.record()) && row.cells().get(column) instanceof Table.Cell.Value value) {
                rows.add(new ClaimTrial.Row(row.title(), value.figure()));
            }
        }
        if (rows.isEmpty()) {
            findings.error(
                    "no-figures",
                    each.spanOf("column"),
                    "the column has no figures to compare in the rows that are left",
                    "name a column of figures");
            return Optional.empty();
        }
        Optional<Double> share = each.get("share").isEmpty() ? Optional.of(1.0) : ratio(each, "share");
        return share.map(needed -> new ClaimTrial.Rows(name, table.id(), rows, needed));
    }

    /** From 0 to 1. */
    private Optional<Double> ratio(Keys keys, String key) {
        Optional<Field> field = keys.get(key);
        if (field.isPresent()
                && field.get() instanceof Field.Number number
                && number.value() >= 0
                && number.value() <= 1) {
            return Optional.of(number.value());
        }
        field.filter(other -> !findings.tells(other.span(), ""))
                .ifPresent(other -> findings.error(
                        "wrong-kind",
                        other.span(),
                        "\"" + key + "\" must be a number from 0 to 1",
                        "correct the value"));
        return Optional.empty();
    }

    private Optional<ClaimTrial> trial(Keys keys, List<ClaimTrial.Bound> inputs, Optional<ClaimTrial.Rows> rows) {
        List<Formula.Parameter> parameters = new ArrayList<>();
        inputs.forEach(input -> parameters.add(parameter(input.name(), input.figure())));
        rows.ifPresent(each ->
                parameters.add(parameter(each.name(), each.rows().getFirst().figure())));
        Optional<Double> within = ratio(keys, "within");
        if (within.isEmpty() && keys.get("within").isPresent()) {
            return Optional.empty();
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (String text : keys.texts("predicate")) {
            try {
                comparisons.add(Comparison.read(text, parameters, within, dataset.units()));
            } catch (MalformedExpression e) {
                findings.add(new Finding(
                        Severity.ERROR, e.rule(), keys.spanOf("predicate"), e.problem() + ", in " + text, e.hint()));
                return Optional.empty();
            }
        }
        if (comparisons.isEmpty()) {
            keys.needed("predicate");
            return Optional.empty();
        }
        ClaimTrial trial = new ClaimTrial(comparisons, parameters, inputs, rows);
        return fits(trial, keys) ? Optional.of(trial) : Optional.empty();
    }

    private static Formula.Parameter parameter(String name, Figure figure) {
        return new Formula.Parameter(name, name, figure.title(), figure.unit());
    }

    /** Only like is compared with like, and nothing is named for no reason. */
    private boolean fits(ClaimTrial trial, Keys keys) {
        QualifierRules rules =
                new QualifierRules(Map.of(), Map.of(), new TreeSet<>(keys.texts("across")), new TreeSet<>());
        List<QualifierRules.Conflict> conflicts = rules.merge(trial.figures()).conflicts();
        conflicts.forEach(conflict ->
                findings.error(conflict.rule(), keys.spanOf("predicate"), conflict.problem(), conflict.hint()));
        List<String> unused = trial.unused();
        unused.forEach(name -> findings.error(
                "unused-input",
                keys.spanOf("inputs"),
                "the predicate does not use \"" + name + "\"",
                "remove it, or correct the predicate"));
        return conflicts.isEmpty() && unused.isEmpty();
    }

    private Optional<Verdict> verdict(ClaimTrial trial, Keys keys) {
        try {
            return Optional.of(trial.verdict());
        } catch (ArithmeticException e) {
            findings.error(
                    "arithmetic",
                    keys.spanOf("predicate"),
                    "the claim cannot be worked out: " + e.getMessage() + ", in " + trial.shown(),
                    "correct the inputs or the predicate");
            return Optional.empty();
        }
    }

    private static Provenance provenance(List<Figure> figures) {
        Provenance result = new Provenance(Status.CONSTANT, Optional.empty(), new TreeSet<>());
        for (Figure figure : figures) {
            result = result.with(figure.provenance());
        }
        return result;
    }
}
