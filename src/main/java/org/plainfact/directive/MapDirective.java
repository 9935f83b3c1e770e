package org.plainfact.directive;

import java.util.List;
import java.util.Optional;
import org.plainfact.content.Body.Option;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Block.Step;

/** A picture of steps, with a {@code :caption:}, around a list of {@code - Label: sentence}. */
final class MapDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.NONE, Need.REQUIRED, "caption");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        Option caption = call.options().get("caption");
        List<List<Part>> items = ListItems.of(call.body());
        List<Step> steps = items.stream()
                .flatMap(item -> step(scope.page().inlines(scope, item)).stream())
                .toList();
        if (caption == null) {
            scope.findings()
                    .error(
                            "missing-option",
                            call.span(),
                            "a map needs a caption",
                            "write a line :caption: that says what the steps lead to");
            return List.of();
        }
        if (steps.size() < items.size() || steps.size() < 2) {
            scope.findings()
                    .error(
                            "malformed-map",
                            call.span(),
                            "a map is a list of at least two steps, each a label, a colon and a sentence",
                            "write each step as \"- Label: what happens there.\"");
            return List.of();
        }
        return List.of(new Block.StepMap(
                Plain.text(scope.inlines(caption.inline())), steps, scope.page().anchor("map")));
    }

    private static Optional<Step> step(List<Inline> whole) {
        String item = Plain.text(whole);
        int colon = item.indexOf(':');
        String label = colon < 0 ? "" : item.substring(0, colon).trim();
        String text = item.substring(colon + 1).trim();
        return label.isEmpty() || text.isEmpty() ? Optional.empty() : Optional.of(new Step(label, text, whole));
    }
}
