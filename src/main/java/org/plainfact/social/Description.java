package org.plainfact.social;

import java.util.List;
import java.util.stream.Collectors;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Plain;
import org.plainfact.figure.Table;

/** A slide in words, for those who do not see it: all of it, or less where a platform has little room. */
final class Description {
    private Description() {}

    /** The longest of three ways to say it that all limits hold; the shortest where none does. */
    static String of(List<Inline> heading, List<Block> body, List<Limit> limits) {
        String words = "";
        for (Detail detail : Detail.values()) {
            words = of(heading, body, detail);
            String each = words;
            if (limits.stream().allMatch(limit -> limit.holds(each))) {
                return words;
            }
        }
        return words;
    }

    /** How much is said of what is long. */
    private enum Detail {
        /** Every cell, step and source. */
        ALL,
        /** Of each row its name and its last figure, of each step its name. */
        MAIN,
        /** What it is, and how much of it there is. */
        OUTLINE
    }

    private static String of(List<Inline> heading, List<Block> body, Detail detail) {
        String text = Plain.text(heading);
        for (Block block : body) {
            String more = of(block, detail).strip();
            text = text + (text.isEmpty() || more.isEmpty() ? "" : ends(text) ? " " : ". ") + more;
        }
        return text.replaceAll("\\s+", " ");
    }

    private static boolean ends(String text) {
        return ".?!:…".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String of(Block block, Detail detail) {
        return switch (block) {
            case Block.TableBlock table -> table(table.table(), detail);
            case Block.ChartBlock chart -> table(chart.table(), detail);
            case Block.StepMap map ->
                map.steps().stream()
                        .map(step -> detail == Detail.ALL ? step.label() + ": " + step.text() : step.label())
                        .collect(Collectors.joining(detail == Detail.ALL ? " " : " → "));
            case Block.SourceList list ->
                detail == Detail.OUTLINE
                        ? String.valueOf(list.sources().size())
                        : list.sources().stream().map(source -> source.title()).collect(Collectors.joining("; "));
            case Block.Callout callout ->
                callout.title().map(title -> title + ": ").orElse("")
                        + callout.body().stream().map(each -> of(each, detail)).collect(Collectors.joining(" "));
            case Block.Prose prose -> Plain.blocks(List.of(prose));
            case Block.BigFigure big -> Plain.figure(big.figure()) + ". " + Plain.text(big.caption());
            case Block.Takeaways takeaways -> Plain.blocks(List.of(takeaways));
            case Block.WorkingBlock working -> Plain.blocks(List.of(working));
            case Block.CalculatorBlock calculator -> Plain.blocks(List.of(calculator));
            case Block.Questions questions -> Plain.blocks(List.of(questions));
        };
    }

    private static String table(Table table, Detail detail) {
        return switch (detail) {
            case ALL -> table.rows().stream().map(row -> row(table, row, 1)).collect(Collectors.joining("; ")) + ".";
            case MAIN ->
                table.rows().stream()
                                .map(row -> row(table, row, row.cells().size() - 1))
                                .collect(Collectors.joining("; "))
                        + ".";
            case OUTLINE ->
                table.columns().stream().map(Table.Column::title).collect(Collectors.joining(", ")) + " × "
                        + table.rows().size() + ".";
        };
    }

    /** {@code Alpha: power 1.2 kW, noise 40 dB}, from a column on. */
    private static String row(Table table, Table.Row row, int from) {
        StringBuilder text = new StringBuilder(row.cells().getFirst().display());
        for (int i = Math.max(1, from); i < row.cells().size(); i++) {
            Table.Column column = table.columns().get(i);
            text.append(i == Math.max(1, from) ? ": " : ", ")
                    .append(column.title())
                    .append(' ')
                    .append(Plain.cell(row.cells().get(i), column));
        }
        return text.toString();
    }
}
