package org.plainfact.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plainfact.data.Entry;
import org.plainfact.data.Unit;
import org.plainfact.data.Units;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/** Reads the collection {@code formulas}. A formula that cannot be used is left out, after a finding. */
final class FormulaReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Units units;
    private final Collection<String> sources;
    private final Findings findings;

    private FormulaReader(Units units, Collection<String> sources, Findings findings) {
        this.units = units;
        this.sources = sources;
        this.findings = findings;
    }

    /**
     * By id, in the order of the file.
     *
     * @param sources the ids that a formula may name
     */
    static Map<String, DeclaredFormula> read(
            Declarations declarations, Units units, Collection<String> sources, Findings findings) {
        FormulaReader reader = new FormulaReader(units, sources, findings);
        Map<String, DeclaredFormula> formulas = new LinkedHashMap<>();
        for (Entry entry : declarations.formulas()) {
            reader.read(entry).ifPresent(formula -> formulas.put(entry.id(), formula));
        }
        return formulas;
    }

    private Optional<DeclaredFormula> read(Entry entry) {
        Keys keys = Keys.of(entry, findings);
        List<Formula.Parameter> inputs = inputs(keys);
        String text = keys.needed("expression");
        Optional<Unit> unit = unit(keys, "unit");
        if (unit.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Node tree = new ExpressionReader(names(inputs)).read(text);
            Program program = Program.of(tree, inputs, unit.get(), units);
            tellUnused(keys, tree.names());
            Formula formula = formula(entry, keys, inputs, unit.get(), text, tree);
            return Optional.of(new DeclaredFormula(formula, tree, program, rules(keys), sources(keys)));
        } catch (MalformedExpression e) {
            SourceSpan place = inside(keys.spanOf("expression"), e.offset());
            findings.add(new Finding(Severity.ERROR, e.rule(), place, e.problem(), e.hint()));
        } catch (ArithmeticException e) {
            findings.error("dimension", keys.spanOf("expression"), "the dimension is out of range", "lower the powers");
        }
        return Optional.empty();
    }

    /** The place within a JSON string that has no escapes before it, as expressions have none. */
    private static SourceSpan inside(SourceSpan string, int offset) {
        return new SourceSpan(string.path(), string.line(), string.column() + 1 + offset);
    }

    private static Set<String> names(List<Formula.Parameter> inputs) {
        Set<String> names = new TreeSet<>();
        inputs.forEach(input -> names.add(input.name()));
        return names;
    }

    private List<Formula.Parameter> inputs(Keys keys) {
        List<Formula.Parameter> inputs = new ArrayList<>();
        for (Keys input : keys.groups("inputs")) {
            String name = input.needed("name");
            if (!NAME.matcher(name).matches()) {
                findings.error(
                        "input-name",
                        input.spanOf("name"),
                        "\"" + name + "\" cannot be the name of an input",
                        "use small letters, digits and _, such as rate or power_2");
            } else if (names(inputs).contains(name)) {
                findings.error("duplicate-name", input.spanOf("name"), "two inputs are called \"" + name + "\"");
            } else {
                unit(input, "unit").ifPresent(unit -> inputs.add(parameter(input, name, unit)));
            }
        }
        return inputs;
    }

    private void tellUnused(Keys keys, Set<String> used) {
        for (Keys input : keys.groups("inputs")) {
            input.text("name")
                    .filter(name -> !used.contains(name))
                    .ifPresent(name -> findings.warning(
                            "unused-input",
                            input.spanOf("name"),
                            "the expression does not use the input \"" + name + "\"",
                            Optional.of("remove it, or correct the expression")));
        }
    }

    private static Formula.Parameter parameter(Keys keys, String name, Unit unit) {
        return new Formula.Parameter(
                name, keys.text("symbol").orElse(name), keys.text("title").orElse(name.replace('_', ' ')), unit);
    }

    private Optional<Unit> unit(Keys keys, String key) {
        String name = keys.needed(key);
        return name.isEmpty() ? Optional.empty() : Optional.of(units.read(name, keys.spanOf(key), findings));
    }

    private SortedSet<String> sources(Keys keys) {
        SortedSet<String> named = new TreeSet<>(keys.texts("sources"));
        for (String source : named) {
            if (!sources.contains(source)) {
                findings.error(
                        "unknown-source",
                        keys.spanOf("sources"),
                        "there is no source \"" + source + "\"",
                        Nearest.hint(source, sources));
            }
        }
        return named;
    }

    private static QualifierRules rules(Keys keys) {
        return new QualifierRules(
                keys.textByKey("requires"),
                keys.textByKey("sets"),
                new TreeSet<>(keys.texts("across")),
                new TreeSet<>(keys.texts("drops")));
    }

    private static Formula formula(
            Entry entry, Keys keys, List<Formula.Parameter> inputs, Unit unit, String text, Node tree) {
        Map<String, String> symbols = new HashMap<>();
        Map<String, String> titles = new HashMap<>();
        inputs.forEach(input -> {
            symbols.put(input.name(), input.symbol());
            titles.put(input.name(), input.title());
        });
        String symbol = keys.text("symbol").orElse("");
        return new Formula(
                entry.id(),
                entry.title(),
                symbol,
                text,
                Notation.readable(tree, name -> symbols.getOrDefault(name, name)),
                Notation.mathml(symbol, tree, symbols),
                Notation.mathmlInWords(entry.title(), tree, titles),
                inputs,
                unit,
                keys.text("note"),
                keys.text("not-for"),
                keys.span());
    }
}
