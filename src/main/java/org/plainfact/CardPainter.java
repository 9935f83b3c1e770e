package org.plainfact;

import java.util.function.Supplier;
import org.plainfact.bake.Painter;
import org.plainfact.picture.Drawing;
import org.plainfact.picture.Sheet;
import org.plainfact.picture.Studio;

/** Draws preview pictures as slides are drawn, to be read on a telephone. */
record CardPainter(Supplier<Studio> studio) implements Painter {
    @Override
    public Painting paint(String html, int width, int height) {
        Drawing drawing = studio.get().draw(new Sheet(html, width, height, Sheet.Rules.phone(Sheet.Edges.NONE)));
        return new Painting(
                drawing.png(), drawing.flaws().stream().map(CardPainter::told).toList());
    }

    private static Painter.Flaw told(org.plainfact.picture.Flaw flaw) {
        String text = flaw.text().isEmpty() ? "" : " (“" + flaw.text() + "”)";
        return new Painter.Flaw(flaw.kind().id(), flaw.problem() + text, flaw.hint());
    }
}
