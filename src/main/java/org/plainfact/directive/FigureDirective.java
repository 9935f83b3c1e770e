package org.plainfact.directive;

import java.util.List;
import org.plainfact.content.Body.Option;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;

/** One big number, with what it says: {@code {figure} address}. */
final class FigureDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.REQUIRED, Need.NONE, "caption");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        Option caption = call.options().get("caption");
        List<Inline> words = caption == null ? List.of() : scope.inlines(caption.inline());
        return scope.workedFigure(call.argument().trim(), call.span()).stream()
                .<Block>map(figure -> new Block.BigFigure(figure, words))
                .toList();
    }
}
