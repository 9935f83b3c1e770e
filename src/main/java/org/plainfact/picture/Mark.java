package org.plainfact.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** One thing on a sheet, in its pixels; those that come later lie above. */
sealed interface Mark {
    Color color();

    /** What of it is seen; all of it where empty. */
    Optional<Shape> clip();

    /** A filled area. */
    record Area(Shape shape, Color color, Optional<Shape> clip) implements Mark {}

    /**
     * Words on a line.
     *
     * @param x of the first letter
     * @param y of the line that letters stand on
     * @param size of an em
     * @param place see {@link Flaw#place}
     * @param limits boxes that it must stay inside
     */
    record Text(
            String words,
            Line line,
            double x,
            double y,
            double size,
            Color color,
            Optional<Shape> clip,
            String place,
            List<Limit> limits)
            implements Mark {
        /** What is filled to draw it. */
        Path2D outline() {
            return outline(line.glyphs());
        }

        /** @param glyphs those of the line that are wanted */
        Path2D outline(List<Line.Glyph> glyphs) {
            Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
            for (Line.Glyph glyph : glyphs) {
                AffineTransform to = AffineTransform.getTranslateInstance(x + glyph.x(), y);
                to.scale(size, size);
                outline.append(glyph.face().outline(glyph.id()).getPathIterator(to), false);
            }
            return outline;
        }

        /** From the tops of capitals to the line they stand on. */
        Rectangle2D core() {
            return new Rectangle2D.Double(x, y - 0.7 * size, line.width(), 0.7 * size);
        }
    }

    /**
     * A box around a text.
     *
     * @param high whether its height is set, not that of its content
     */
    record Limit(String name, Rectangle2D box, boolean high) {}
}
