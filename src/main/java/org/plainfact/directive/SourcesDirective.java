package org.plainfact.directive;

import java.util.List;
import org.plainfact.content.Body.Part;
import org.plainfact.data.Entry;

/** Sources: those named, in that order, or all of the page. */
final class SourcesDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.OPTIONAL, Need.NONE);
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        if (call.argument().isBlank()) {
            // A view: what stands below the list on the page is in it too.
            return List.of(new Block.SourceList(scope.page().uses().sources()));
        }
        List<Entry> named = Library.words(call.argument())
                .flatMap(id -> scope.source(id, call.span()).stream())
                .toList();
        return named.isEmpty() ? List.of() : List.of(new Block.SourceList(named));
    }
}
