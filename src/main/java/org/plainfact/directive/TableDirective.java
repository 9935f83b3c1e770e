package org.plainfact.directive;

import java.util.List;
import org.plainfact.content.Body.Option;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Table;

/** A computed table: {@code {table} id}. */
final class TableDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.REQUIRED, Need.NONE, "caption");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        return scope.table(call.argument().trim(), call.span()).stream()
                .map(table -> block(table, call, scope))
                .toList();
    }

    private static Block block(Table table, Part.Directive call, Scope scope) {
        Option caption = call.options().get("caption");
        List<Inline> words = caption == null
                ? List.of(new Inline.Html(Html.escape(table.caption())))
                : scope.inlines(caption.inline());
        return new Block.TableBlock(table, words, scope.page().anchor("table-" + table.id()));
    }
}
