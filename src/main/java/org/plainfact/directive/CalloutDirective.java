package org.plainfact.directive;

import java.util.List;
import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.source.Nearest;

/** A box beside the argument: {@code {callout} caution}. */
final class CalloutDirective implements Directive {
    private static final List<String> KINDS = List.of("note", "caution", "example", "not-for");

    @Override
    public Form form() {
        return Form.of(Need.OPTIONAL, Need.REQUIRED, "title");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        String kind = call.argument().isBlank() ? "note" : call.argument().trim();
        if (!KINDS.contains(kind)) {
            scope.findings()
                    .error(
                            "unknown-callout",
                            call.span(),
                            "there is no callout \"" + kind + "\"",
                            Nearest.hint(kind, KINDS).orElse("callouts are " + String.join(", ", KINDS)));
            return List.of();
        }
        Optional<String> title = Optional.ofNullable(call.options().get("title"))
                .map(option -> Plain.text(scope.inlines(option.inline())));
        return List.of(new Block.Callout(kind, title, scope.blocks(call.body())));
    }
}
