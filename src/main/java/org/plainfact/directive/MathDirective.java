package org.plainfact.directive;

import java.util.List;
import org.plainfact.content.Body.Part;
import org.plainfact.content.Passage;
import org.plainfact.directive.Block.Inline;
import org.plainfact.source.SourceSpan;
import org.plainfact.tex.Formula;

/** A formula that stands by itself, in the notation of TeX; {@code :label:} gives it an anchor. */
final class MathDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.NONE, Need.REQUIRED, "label");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        String tex = call.body().markdown();
        try {
            Inline formula = Inline.Tex.of(tex, true);
            String anchor = call.option("label")
                    .map(label -> " id=\"" + Html.escape(scope.page().anchor(label.text())) + "\"")
                    .orElse("");
            return List.of(new Block.Prose(List.of(
                    new Inline.Html("<p class=\"math\" tabindex=\"0\"" + anchor + ">"),
                    formula,
                    new Inline.Html("</p>\n"))));
        } catch (Formula.Malformed e) {
            MathRole.tell(e, place(call, tex, e.offset()), scope);
            return List.of();
        }
    }

    private static SourceSpan place(Part.Directive call, String tex, int offset) {
        int from = tex.lastIndexOf('\n', offset - 1) + 1;
        long line = tex.substring(0, from).chars().filter(c -> c == '\n').count();
        return call.body().passages().stream()
                .flatMap(passage -> passage.runs().stream())
                .map(Passage.Run::at)
                .skip(line)
                .findFirst()
                .map(start -> new SourceSpan(start.path(), start.line(), start.column() + offset - from))
                .orElseGet(call::span);
    }
}
