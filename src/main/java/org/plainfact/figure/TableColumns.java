package org.plainfact.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.data.Interval;
import org.plainfact.data.Quantity;
import org.plainfact.data.Unit;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;

/** Fills the columns of tables. */
final class TableColumns {
    private static final List<String> KINDS = List.of("text", "figure", "formula", "qualifier", "status");
    private static final Table.Cell ABSENT = new Table.Cell.Words(Display.NOT_STATED);

    private final Map<String, DeclaredFormula> formulas;
    private final Workbook workbook;
    private final CalculationReader calculations;
    private final TableRows rows;
    private final Findings findings;

    TableColumns(
            Map<String, DeclaredFormula> formulas,
            Workbook workbook,
            CalculationReader calculations,
            TableRows rows,
            Findings findings) {
        this.formulas = formulas;
        this.workbook = workbook;
        this.calculations = calculations;
        this.rows = rows;
        this.findings = findings;
    }

    /**
     * A column with its cells, one for each row.
     *
     * @param figures that the cells are about; empty where a row has none
     */
    record Filled(Table.Column column, List<Table.Cell> cells, List<Optional<Figure>> figures) {}

    private record Sketch(Entry table, Keys keys, String key, List<TableRows.Line> lines) {
        Table.Column column(String title, Optional<Unit> unit, boolean numeric) {
            return new Table.Column(key, keys.text("title").orElse(title), unit, numeric, keys.text("note"));
        }
    }

    /** @param taken keys of the columns before; the new one is added */
    Optional<Filled> fill(Entry table, Keys column, List<TableRows.Line> lines, Set<String> taken) {
        List<String> kinds = KINDS.stream().filter(column.fields()::containsKey).toList();
        if (kinds.size() != 1) {
            tellKinds(column, kinds);
            return Optional.empty();
        }
        String kind = kinds.getFirst();
        Sketch sketch =
                new Sketch(table, column, key(column.text("key").or(() -> column.text(kind)), kind, taken), lines);
        return switch (kind) {
            case "text" -> Optional.of(text(sketch));
            case "figure" -> Optional.of(values(sketch, figures(sketch, "figure")));
            case "formula" -> formula(sketch);
            case "qualifier" -> Optional.of(qualifier(sketch));
            default -> Optional.of(status(sketch));
        };
    }

    private void tellKinds(Keys column, List<String> kinds) {
        if (!findings.tells(column.span(), "")) {
            findings.error(
                    "column-kind",
                    column.span(),
                    kinds.isEmpty() ? "a column without content" : "a column with both " + String.join(" and ", kinds),
                    "give one of " + String.join(", ", KINDS));
        }
    }

    private static String key(Optional<String> path, String kind, Set<String> taken) {
        String key = kind.equals("status") ? kind : path.orElse(kind).replace('.', '-');
        String free = key;
        for (int i = 2; !taken.add(free); i++) {
            free = key + "-" + i;
        }
        return free;
    }

    private Filled text(Sketch sketch) {
        String path = sketch.keys.text("text").orElse("");
        List<Table.Cell> cells = new ArrayList<>();
        boolean numeric = true;
        boolean known = path.equals("title");
        for (TableRows.Line line : sketch.lines) {
            Optional<Field> field = line.find(path);
            known |= field.isPresent();
            numeric &= field.isEmpty() || field.get() instanceof Field.Number;
            cells.add(words(line, path, field));
        }
        if (!known) {
            tellUnknownPath(sketch, "text", path);
        }
        return new Filled(
                sketch.column(RecordedFigures.words(path), Optional.empty(), numeric && known && !path.equals("title")),
                cells,
                sketch.lines.stream().map(line -> Optional.<Figure>empty()).toList());
    }

    private static Table.Cell words(TableRows.Line line, String path, Optional<Field> field) {
        boolean names = path.equals("title") || path.equals("name");
        if (names && line.path().isEmpty()) {
            return new Table.Cell.Named(
                    line.entry().title(),
                    line.entry().collection(),
                    line.entry().id());
        }
        List<String> words = TableRows.words(field);
        if (words.isEmpty() && path.equals("title")) {
            return new Table.Cell.Words(line.title());
        }
        return words.isEmpty() ? ABSENT : new Table.Cell.Words(String.join(", ", words));
    }

    /** Of each row; a path that no row knows is a finding. */
    private List<Optional<Figure>> figures(Sketch sketch, String key) {
        String path = sketch.keys.text(key).orElse("");
        List<Optional<Figure>> figures =
                sketch.lines.stream().map(line -> rows.figure(line, path)).toList();
        if (figures.stream().allMatch(Optional::isEmpty)) {
            tellUnknownPath(sketch, key, path);
        }
        return figures;
    }

    private void tellUnknownPath(Sketch sketch, String key, String path) {
        if (sketch.lines.isEmpty()) {
            return;
        }
        TableRows.Line line = sketch.lines.getFirst();
        List<String> known = new ArrayList<>(line.fields().fields().keySet());
        for (String base : line.bases()) {
            workbook.addresses(line.entry().id()).stream()
                    .filter(address -> address.startsWith(base + "."))
                    .forEach(address -> known.add(address.substring(base.length() + 1)));
        }
        findings.error(
                "unknown-field",
                sketch.keys.spanOf(key),
                "no row of the table has a " + (key.equals("text") ? "field" : "figure") + " \"" + path + "\"",
                Nearest.hint(path, known));
    }

    private Filled qualifier(Sketch sketch) {
        String name = sketch.keys.text("qualifier").orElse("");
        sketch.keys.needed("of");
        List<Optional<Figure>> figures = figures(sketch, "of");
        List<Table.Cell> cells = figures.stream()
                .map(figure -> figure.flatMap(one -> one.qualifiers().get(name)))
                .map(TableColumns::wordsOrAbsent)
                .toList();
        return new Filled(sketch.column(RecordedFigures.words(name), Optional.empty(), false), cells, figures);
    }

    private Filled status(Sketch sketch) {
        List<Optional<Figure>> figures = figures(sketch, "status");
        List<Table.Cell> cells = figures.stream()
                .map(figure -> figure.filter(one -> !one.absent())
                        .map(one -> one.provenance().status().word()))
                .map(TableColumns::wordsOrAbsent)
                .toList();
        return new Filled(sketch.column("status", Optional.empty(), false), cells, figures);
    }

    private static Table.Cell wordsOrAbsent(Optional<String> words) {
        return words.<Table.Cell>map(Table.Cell.Words::new).orElse(ABSENT);
    }

    private Optional<Filled> formula(Sketch sketch) {
        String id = sketch.keys.text("formula").orElse("");
        DeclaredFormula formula = formulas.get(id);
        if (formula == null) {
            calculations.tellUnknownFormula(id, sketch.keys.spanOf("formula"));
            return Optional.empty();
        }
        List<Slot.Binding> bindings =
                calculations.columnBindings(sketch.table, sketch.key, sketch.keys, formula.formula());
        tellUnbound(sketch, formula.formula(), bindings);
        List<Optional<Figure>> figures = sketch.lines.stream()
                .map(line -> applied(sketch, formula, bindings, line))
                .toList();
        return Optional.of(values(sketch, figures));
    }

    /** An input that no row has. In some rows it makes the cell absent. */
    private void tellUnbound(Sketch sketch, Formula formula, List<Slot.Binding> bindings) {
        for (int i = 0; i < bindings.size(); i++) {
            Slot.Binding binding = bindings.get(i);
            boolean known = sketch.lines.stream()
                    .anyMatch(line -> workbook.resolve(bases(sketch, line), binding.name(), "")
                            .isPresent());
            if (!known && !sketch.lines.isEmpty()) {
                findings.error(
                        binding.declared() ? "unknown-field" : "unbound-input",
                        binding.span(),
                        "no row of the table has a figure \"%s\" for the input \"%s\" of \"%s\""
                                .formatted(
                                        binding.name(), formula.inputs().get(i).name(), formula.id()),
                        "name a figure of the rows in \"inputs\"");
            }
        }
    }

    private static List<String> bases(Sketch sketch, TableRows.Line line) {
        List<String> bases = new ArrayList<>(line.bases());
        bases.add(sketch.table.id());
        return bases;
    }

    private Optional<Figure> applied(
            Sketch sketch, DeclaredFormula formula, List<Slot.Binding> bindings, TableRows.Line line) {
        List<String> bases = bases(sketch, line);
        boolean complete = bindings.stream()
                .allMatch(binding -> workbook.resolve(bases, binding.name(), "").isPresent());
        if (!complete) {
            return Optional.empty();
        }
        Slot.Output output = new Slot.Output(
                sketch.table.id(),
                line.id() + "." + sketch.key,
                sketch.keys.text("title").orElse(formula.formula().title()),
                line.title(),
                formula,
                bases,
                bindings,
                calculations.wishes(Keys.of(sketch.table, findings), sketch.keys, formula.formula()),
                sketch.keys.span(),
                sketch.keys.pointer());
        workbook.put(output.record(), output.address(), output);
        return Optional.of(workbook.figure(output.address()));
    }

    private Filled values(Sketch sketch, List<Optional<Figure>> figures) {
        List<Figure> present = figures.stream()
                .flatMap(Optional::stream)
                .filter(figure -> !workbook.failed(figure.address()))
                .toList();
        Optional<Unit> unit = unit(sketch, present);
        tellUnlike(sketch, figures);
        tellRequired(sketch, figures);
        Optional<Integer> digits = sketch.keys.digits();
        List<Table.Cell> cells = figures.stream()
                .map(figure -> figure.<Table.Cell>map(
                                one -> new Table.Cell.Value(display(one, unit.orElse(one.unit()), digits), one))
                        .orElse(ABSENT))
                .toList();
        String title = present.isEmpty() ? sketch.key : present.getFirst().title();
        return new Filled(sketch.column(title, unit.filter(one -> !present.isEmpty()), true), cells, figures);
    }

    /** The declared unit, else that of the first value; all others must fit. */
    private Optional<Unit> unit(Sketch sketch, List<Figure> figures) {
        Optional<Unit> declared =
                sketch.keys.text("unit").map(name -> calculations.named(name, sketch.keys.spanOf("unit")));
        Optional<Figure> first = figures.stream()
                .filter(figure -> !figure.absent())
                .findFirst()
                .or(() -> figures.stream().findFirst());
        Optional<Unit> unit = declared.or(() -> first.map(Figure::unit));
        for (Figure figure : figures) {
            if (unit.isPresent() && !figure.unit().commensurable(unit.get())) {
                findings.error(
                        "dimension",
                        sketch.keys.span(),
                        "the column is in %s (%s), but %s is in %s (%s)"
                                .formatted(
                                        Program.named(unit.get()),
                                        unit.get().dimension(),
                                        figure.address(),
                                        Program.named(figure.unit()),
                                        figure.unit().dimension()),
                        "show values of one dimension in a column");
                return Optional.empty();
            }
        }
        return unit;
    }

    private void tellUnlike(Sketch sketch, List<Optional<Figure>> figures) {
        for (String name : sketch.keys.texts("comparable")) {
            Optional<Figure> first = Optional.empty();
            for (Optional<Figure> figure : figures) {
                Optional<String> value = figure.flatMap(one -> one.qualifiers().get(name));
                Optional<String> before = first.flatMap(one -> one.qualifiers().get(name));
                if (value.isPresent() && before.isPresent() && !value.equals(before)) {
                    tellUnlike(sketch, name, first.get(), figure.get());
                    break;
                }
                first = first.or(() -> value.isPresent() ? figure : Optional.empty());
            }
            if (first.isEmpty()) {
                tellUnqualified(sketch, name, figures);
            }
        }
    }

    /** A misspelt qualifier would switch the check off in silence. */
    private void tellUnqualified(Sketch sketch, String name, List<Optional<Figure>> figures) {
        List<Figure> stated = figures.stream()
                .flatMap(Optional::stream)
                .filter(figure -> !figure.absent())
                .toList();
        if (stated.isEmpty()) {
            return;
        }
        List<String> known = stated.stream()
                .flatMap(figure -> figure.qualifiers().values().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        findings.error(
                "unknown-qualifier",
                sketch.keys.span(),
                "the column is to be comparable in \"" + name + "\", but no figure in it says its " + name,
                Nearest.hint(name, known)
                        .or(() -> Optional.of("give the figures the qualifier, or leave it out of \"comparable\"")));
    }

    private void tellUnlike(Sketch sketch, String name, Figure first, Figure other) {
        findings.error(
                "unlike-column",
                sketch.keys.span(),
                "%s is \"%s\" for %s but \"%s\" for %s, and the column is to be comparable in it"
                        .formatted(
                                name,
                                first.qualifiers().get(name).orElse(""),
                                first.address(),
                                other.qualifiers().get(name).orElse(""),
                                other.address()),
                "leave out a row, or make two tables");
    }

    private void tellRequired(Sketch sketch, List<Optional<Figure>> figures) {
        if (!sketch.keys.flag("required") || sketch.keys.fields().containsKey("formula")) {
            return;
        }
        for (int i = 0; i < figures.size(); i++) {
            boolean told = figures.get(i)
                    .filter(figure -> workbook.failed(figure.address()))
                    .isPresent();
            if (!told && figures.get(i).filter(figure -> !figure.absent()).isEmpty()) {
                findings.error(
                        "absent-input",
                        sketch.keys.span(),
                        "the column is required, but \"" + sketch.lines.get(i).id() + "\" does not state it",
                        "state the value with its source, or remove \"required\"");
            }
        }
    }

    /** As a cell of a column in the unit prints it. */
    String display(Figure figure, Unit unit, Optional<Integer> digits) {
        if (figure.absent() || (digits.isEmpty() && figure.unit().equals(unit))) {
            return figure.display();
        }
        Interval range = figure.quantity()
                .map(quantity -> quantity.in(unit))
                .map(Quantity::range)
                .orElseThrow();
        boolean count = figure.working()
                .map(working -> formulas.get(working.formula().id()))
                .filter(formula -> formula.program().counts())
                .isPresent();
        return figure.derived() || !powerOfTen(figure.unit().factorTo(unit))
                ? Display.computed(range, digits, count)
                : Display.recorded(range, digits);
    }

    /** A change of prefix keeps the digits of a recorded value. */
    private static boolean powerOfTen(double factor) {
        double exponent = Math.rint(Math.log10(factor));
        return Math.abs(factor / Math.pow(10, exponent) - 1) < 1e-12;
    }
}
