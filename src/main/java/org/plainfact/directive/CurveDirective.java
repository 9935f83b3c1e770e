package org.plainfact.directive;

import java.util.List;
import org.plainfact.chart.Charts;
import org.plainfact.content.Body.Part;

/** A figure against one of its inputs, as the data declares it: {@code {curve} id}. */
final class CurveDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.REQUIRED, Need.NONE, "scale", "caption");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        return scope
                .curve(call.argument().trim(), call.span())
                .flatMap(curve -> {
                    String anchor = scope.page().anchor("curve-" + curve.table().id());
                    return ChartDirective.block(
                            curve.table(),
                            Charts.of(curve, ChartDirective.wishes(call), anchor, scope.findings()),
                            anchor,
                            call,
                            scope);
                })
                .stream()
                .toList();
    }
}
