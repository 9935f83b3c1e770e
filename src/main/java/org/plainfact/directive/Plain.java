package org.plainfact.directive;

import java.util.List;
import java.util.stream.Collectors;
import org.plainfact.data.Unit;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Calculator;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;

/** The words of inlines and blocks, without markup: for descriptions, feeds and JSON-LD. */
public final class Plain {
    private Plain() {}

    /** A line; a figure is its value and unit, with its status in words where it is not plainly known. */
    public static String text(List<Inline> inlines) {
        return inlines.stream().map(Plain::text).collect(Collectors.joining()).strip();
    }

    /**
     * A stretch of a line of text.
     *
     * @param whole whether it says one figure, and so must not be parted
     */
    public record Run(String text, boolean whole) {}

    /** A line, figures told apart. Line breaks of the source are spaces, those of the text are kept. */
    public static List<Run> runs(List<Inline> inlines) {
        return inlines.stream()
                .map(inline -> new Run(
                        inline instanceof Inline.Html html
                                ? Html.text(html.html().replace('\n', ' '))
                                : text(inline),
                        inline instanceof Inline.FigureRef))
                .toList();
    }

    /** Paragraphs, list items and table rows, each on a line. */
    public static String blocks(List<Block> blocks) {
        return blocks.stream()
                .map(Plain::block)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** {@code 1,200 kW (planned)}. */
    public static String figure(Figure figure) {
        return figure.text() + status(figure);
    }

    static String status(Figure figure) {
        boolean plain = figure.absent() || figure.provenance().status().plain();
        return plain ? "" : " (" + figure.provenance().status().word() + ")";
    }

    static String cell(Table.Cell cell) {
        return cell instanceof Table.Cell.Value value ? value.display() + status(value.figure()) : cell.display();
    }

    /** A cell by itself: {@code 1,200 kW (planned)}. */
    public static String cell(Table.Cell cell, Table.Column column) {
        boolean measured =
                cell instanceof Table.Cell.Value value && !value.figure().absent();
        String unit = column.unit()
                .filter(it -> measured)
                .map(Unit::name)
                .filter(name -> !name.isEmpty())
                .orElse("");
        String state = cell instanceof Table.Cell.Value value ? status(value.figure()) : "";
        return cell.display() + (unit.isEmpty() ? "" : " " + unit) + state;
    }

    static String text(Inline inline) {
        return switch (inline) {
            case Inline.Html html -> Html.text(html.html());
            case Inline.FigureRef ref -> figure(ref.figure());
            case Inline.SourceRef ref -> ref.label().orElse(ref.source().title());
            case Inline.TermRef ref -> ref.label();
            case Inline.PageRef ref -> ref.label();
            case Inline.ClaimRef ref -> ref.words();
            case Inline.Tex tex -> tex.text();
        };
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Prose prose -> text(prose.inlines());
            case Block.TableBlock table -> table(table);
            case Block.ChartBlock chart -> table(chart.asTable());
            case Block.BigFigure big -> big.figure().title() + ": " + figure(big.figure()) + "\n" + text(big.caption());
            case Block.WorkingBlock working -> working(working.figure());
            case Block.CalculatorBlock shown -> calculator(shown.calculator());
            case Block.Callout callout -> callout.title().orElse("") + "\n" + blocks(callout.body());
            case Block.Takeaways takeaways ->
                takeaways.points().stream().map(Plain::text).collect(Collectors.joining("\n"));
            case Block.Questions questions ->
                questions.answers().stream()
                        .map(answer -> answer.question().head().title() + "\n" + blocks(answer.body()))
                        .collect(Collectors.joining("\n"));
            case Block.SourceList list ->
                list.sources().stream().map(source -> source.title()).collect(Collectors.joining("\n"));
            case Block.StepMap map ->
                map.title() + "\n"
                        + map.steps().stream()
                                .map(step -> step.label() + ": " + step.text())
                                .collect(Collectors.joining("\n"));
        };
    }

    private static String table(Block.TableBlock block) {
        Table table = block.table();
        String head = table.columns().stream().map(Plain::head).collect(Collectors.joining(" | "));
        String rows = table.rows().stream()
                .map(row -> row.cells().stream().map(Plain::cell).collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
        return text(block.caption()) + "\n" + head + "\n" + rows + "\n" + notFor(table.notFor());
    }

    /** What a reader must not make of a figure or table, as a sentence. */
    public static String notFor(String claim) {
        return "Do not use this to claim: " + claim + (claim.endsWith(".") ? "" : ".");
    }

    static String head(Table.Column column) {
        return column.title()
                + column.unit()
                        .filter(unit -> !unit.name().isEmpty())
                        .map(unit -> " (" + unit.name() + ")")
                        .orElse("");
    }

    /** Its worked example. */
    private static String calculator(Calculator calculator) {
        String given = calculator.controls().stream()
                .map(control -> control.title() + ": " + given(control))
                .collect(Collectors.joining("\n"));
        String results = calculator.results().stream()
                .map(result -> result.figure().title() + ": " + figure(result.figure()))
                .collect(Collectors.joining("\n"));
        return calculator.title() + "\n" + given + "\n" + results + "\n" + notFor(calculator.notFor());
    }

    /** What a control of a calculator begins with: the record that is chosen, or the number. */
    static String given(Calculator.Control control) {
        return control.options().stream()
                .filter(Calculator.Option::start)
                .map(Calculator.Option::title)
                .findFirst()
                .orElseGet(() -> control.given().stream().map(Plain::figure).collect(Collectors.joining(", ")));
    }

    private static String working(Figure figure) {
        return figure.title() + ": " + figure(figure)
                + figure.working()
                        .map(working -> "\n" + working.formula().readable() + "\n" + working.substituted())
                        .orElse("");
    }
}
