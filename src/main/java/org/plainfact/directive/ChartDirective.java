package org.plainfact.directive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainfact.chart.Chart;
import org.plainfact.chart.Charts;
import org.plainfact.chart.Wishes;
import org.plainfact.content.Body.Option;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Table;

/** A computed table as a chart: {@code {chart} id}. */
final class ChartDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.REQUIRED, Need.NONE, "as", "value", "over", "scale", "across", "caption");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        return scope
                .table(call.argument().trim(), call.span())
                .flatMap(table -> {
                    String anchor = scope.page().anchor("chart-" + table.id());
                    return block(table, Charts.of(table, wishes(call), anchor, scope.findings()), anchor, call, scope);
                })
                .stream()
                .toList();
    }

    static Wishes wishes(Part.Directive call) {
        Map<String, Wishes.Wish> wishes = call.options().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Wishes.Wish(
                                each.getValue().text(), each.getValue().span())));
        return new Wishes(wishes, call.span());
    }

    static Optional<Block> block(Table table, Optional<Chart> chart, String anchor, Part.Directive call, Scope scope) {
        Option caption = call.options().get("caption");
        List<Inline> words =
                caption == null ? List.of(Inline.Html.of(table.caption())) : scope.inlines(caption.inline());
        return chart.map(drawn -> new Block.ChartBlock(table, words, drawn, anchor));
    }
}
