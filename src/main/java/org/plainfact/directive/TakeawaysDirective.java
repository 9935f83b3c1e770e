package org.plainfact.directive;

import java.util.List;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;

/** What to remember: the items of the list in it, or the takeaways of the page's front matter. */
final class TakeawaysDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.NONE, Need.OPTIONAL);
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        List<List<Inline>> points = call.body().isEmpty()
                ? scope.from().head().takeaways().stream().map(scope::inlines).toList()
                : ListItems.of(call.body()).stream()
                        .map(item -> scope.page().inlines(scope, item))
                        .toList();
        if (points.isEmpty()) {
            scope.findings()
                    .error(
                            "missing-text",
                            call.span(),
                            "there is no takeaway to show",
                            "write a list into the directive, or takeaways into the front matter");
            return List.of();
        }
        return List.of(new Block.Takeaways(points));
    }
}
