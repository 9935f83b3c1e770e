package org.plainfact.directive;

import java.util.List;
import org.plainfact.content.Body.Part;

/** How a figure is worked out: {@code {working} address}. */
final class WorkingDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.REQUIRED, Need.NONE);
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        return scope.workedFigure(call.argument().trim(), call.span()).stream()
                .<Block>map(Block.WorkingBlock::new)
                .toList();
    }
}
