package org.plainfact.social;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Plain;
import org.plainfact.figure.Calculator;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;

/** What stands on a slide: its figures, its lines of text, what can be counted. */
final class Shown {
    private Shown() {}

    static Stream<Figure> figures(List<Inline> heading, List<Block> body) {
        return Stream.concat(inlineFigures(heading), body.stream().flatMap(Shown::figures));
    }

    private static Stream<Figure> figures(Block block) {
        return switch (block) {
            case Block.TableBlock table ->
                Stream.concat(
                        inlineFigures(table.caption()), cells(table.table()).map(Table.Cell.Value::figure));
            case Block.ChartBlock chart -> figures(chart.asTable());
            case Block.BigFigure big -> Stream.concat(Stream.of(big.figure()), inlineFigures(big.caption()));
            case Block.WorkingBlock working -> Stream.of(working.figure());
            case Block.CalculatorBlock shown ->
                Stream.concat(
                        shown.calculator().controls().stream().flatMap(control -> control.given().stream()),
                        shown.calculator().results().stream().map(Calculator.Result::figure));
            case Block.Callout callout -> callout.body().stream().flatMap(Shown::figures);
            case Block.Questions questions ->
                questions.answers().stream()
                        .flatMap(answer -> answer.body().stream())
                        .flatMap(Shown::figures);
            case Block.Prose prose -> inlineFigures(prose.inlines());
            case Block.Takeaways takeaways -> takeaways.points().stream().flatMap(Shown::inlineFigures);
            case Block.SourceList list -> Stream.of();
            case Block.StepMap map -> map.steps().stream().flatMap(step -> inlineFigures(step.whole()));
        };
    }

    /** The table that a block shows, as it is or drawn. */
    static Optional<Table> table(Block block) {
        return switch (block) {
            case Block.TableBlock table -> Optional.of(table.table());
            case Block.ChartBlock chart -> Optional.of(chart.table());
            default -> Optional.empty();
        };
    }

    private static Stream<Table.Cell.Value> cells(Table table) {
        return table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell instanceof Table.Cell.Value value ? Stream.of(value) : Stream.of());
    }

    private static Stream<Figure> inlineFigures(List<Inline> inlines) {
        return inlines.stream()
                .flatMap(inline -> inline instanceof Inline.FigureRef ref ? Stream.of(ref.figure()) : Stream.of());
    }

    /** The lines that an author wrote; what comes out of data is not among them. */
    static Stream<List<Inline>> lines(Slide slide) {
        boolean fromData = slide.body().stream().flatMap(Shown::title).anyMatch(Plain.text(slide.heading())::equals);
        return Stream.concat(
                fromData ? Stream.of() : Stream.of(slide.heading()),
                slide.body().stream().flatMap(Shown::lines));
    }

    private static Stream<String> title(Block block) {
        return switch (block) {
            case Block.TableBlock table -> Stream.of(table.table().title());
            case Block.ChartBlock chart -> Stream.of(chart.table().title());
            case Block.BigFigure big -> Stream.of(big.figure().title());
            default -> Stream.of();
        };
    }

    private static Stream<List<Inline>> lines(Block block) {
        return switch (block) {
            case Block.Prose prose -> Stream.of(prose.inlines());
            case Block.BigFigure big -> Stream.of(big.caption());
            case Block.Callout callout ->
                Stream.concat(
                        callout.title().stream().map(Shown::words),
                        callout.body().stream().flatMap(Shown::lines));
            case Block.Questions questions ->
                questions.answers().stream()
                        .flatMap(answer -> Stream.concat(
                                Stream.of(words(answer.question().head().title())),
                                answer.body().stream().flatMap(Shown::lines)));
            case Block.Takeaways takeaways -> takeaways.points().stream();
            case Block.StepMap map -> map.steps().stream().map(Block.Step::whole);
            case Block.TableBlock table ->
                Plain.text(table.caption()).equals(table.table().caption()) ? Stream.of() : Stream.of(table.caption());
            case Block.ChartBlock chart -> lines(chart.asTable());
            case Block.WorkingBlock working -> Stream.of();
            case Block.CalculatorBlock calculator -> Stream.of();
            case Block.SourceList list -> Stream.of();
        };
    }

    private static List<Inline> words(String text) {
        return List.of(Inline.Html.of(text));
    }

    /** How many things a slide lists: each may be named as a number beside them. */
    static Stream<Integer> counts(Block block) {
        return switch (block) {
            case Block.TableBlock table ->
                Stream.of(table.table().rows().size(), table.table().columns().size());
            case Block.ChartBlock chart -> counts(chart.asTable());
            case Block.Takeaways takeaways -> Stream.of(takeaways.points().size());
            case Block.StepMap map -> Stream.of(map.steps().size());
            case Block.SourceList list -> Stream.of(list.sources().size());
            case Block.Questions questions -> Stream.of(questions.answers().size());
            case Block.Callout callout -> callout.body().stream().flatMap(Shown::counts);
            case Block.Prose prose -> Stream.of();
            case Block.BigFigure big -> Stream.of();
            case Block.WorkingBlock working -> Stream.of();
            case Block.CalculatorBlock calculator -> Stream.of();
        };
    }
}
