package org.plainfact.directive;

import java.util.List;
import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Step;

/** A picture of steps: {@code {map} title} around a list of {@code - Label: sentence}. */
final class MapDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.REQUIRED, Need.REQUIRED);
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        List<List<Part>> items = ListItems.of(call.body());
        List<Step> steps = items.stream()
                .map(item -> Plain.text(scope.page().inlines(scope, item)))
                .flatMap(item -> step(item).stream())
                .toList();
        if (steps.size() < items.size() || steps.size() < 2) {
            scope.findings()
                    .error(
                            "malformed-map",
                            call.span(),
                            "a map is a list of at least two steps, each a label, a colon and a sentence",
                            "write each step as \"- Label: what happens there.\"");
            return List.of();
        }
        return List.of(
                new Block.StepMap(call.argument().trim(), steps, scope.page().anchor("map")));
    }

    private static Optional<Step> step(String item) {
        int colon = item.indexOf(':');
        String label = colon < 0 ? "" : item.substring(0, colon).trim();
        String text = item.substring(colon + 1).trim();
        return label.isEmpty() || text.isEmpty() ? Optional.empty() : Optional.of(new Step(label, text));
    }
}
