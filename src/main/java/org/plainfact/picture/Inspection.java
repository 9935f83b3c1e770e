package org.plainfact.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainfact.picture.Flaw.Kind;

/** Looks at what was drawn as a reader would: is all of it there, in its place, large and clear enough? */
final class Inspection {
    /** Rounding of a layout, in pixels. */
    private static final double SLACK = 1.5;

    /** Type that WCAG 2.2 (1.4.3) calls large, in CSS pixels: 18 points. */
    private static final double LARGE = 24;

    private static final int QUOTED = 40;

    private final Sheet sheet;
    private final List<Mark> marks;
    private final List<Found> found = new ArrayList<>();
    private final Set<Flaw> told = new HashSet<>();

    /** Boxes with what sticks out of them. */
    private final Map<Mark.Limit, List<Mark.Text>> bursts = new LinkedHashMap<>();

    /** @param y where it is, to be told in the order of reading */
    private record Found(double y, Flaw flaw) {}

    private Inspection(Sheet sheet, List<Mark> marks) {
        this.sheet = sheet;
        this.marks = marks;
    }

    static Inspection of(Sheet sheet, Layout.Result drawn) {
        Inspection inspection = new Inspection(sheet, drawn.marks());
        for (String refused : drawn.refused()) {
            inspection.add(
                    -1,
                    new Flaw(
                            Kind.REFUSED,
                            "",
                            "",
                            "the sheet asks for " + refused + ", which is not drawn",
                            "use text, boxes and CSS 2.1"));
        }
        inspection.look();
        return inspection;
    }

    List<Flaw> flaws() {
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::y))
                .map(Found::flaw)
                .toList();
    }

    private void look() {
        List<Mark.Text> above = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i) instanceof Mark.Text text) {
                Rectangle2D ink = text.outline().getBounds2D();
                if (whole(i, text, ink)) {
                    overlap(text, above);
                    above.add(text);
                    contrast(i, text, ink);
                }
                glyphs(text);
                size(text);
            }
        }
        bursts.forEach(this::burst);
    }

    /** Tells the worst of what can happen to a text's place: one cause has one flaw. Whether all of it is to be seen. */
    private boolean whole(int at, Mark.Text text, Rectangle2D ink) {
        Optional<Mark.Limit> burst = burst(text, ink);
        if (burst.isPresent()) {
            bursts.computeIfAbsent(burst.get(), box -> new ArrayList<>()).add(text);
        } else if (!inside(new Rectangle2D.Double(0, 0, sheet.width(), sheet.height()), ink, SLACK)) {
            add(text, Kind.CUT, quoted(text) + " does not fit on the sheet", "write less on this slide");
        } else if (text.clip().filter(clip -> !clip.contains(smaller(ink))).isPresent()) {
            add(text, Kind.CUT, quoted(text) + " is cut off by the box it is in", "write it shorter");
        } else if (covered(at, ink)) {
            add(text, Kind.CUT, quoted(text) + " is covered by what lies above it", "write less on this slide");
        } else {
            if (!inside(safe(), ink, SLACK)) {
                add(
                        text,
                        Kind.UNSAFE,
                        quoted(text) + " lies where the picture is cropped or covered (%s)".formatted(side(ink)),
                        "keep it inside the safe zone");
            }
            return true;
        }
        return false;
    }

    private void burst(Mark.Limit box, List<Mark.Text> texts) {
        Mark.Text first = texts.getFirst();
        String more = texts.size() == 1 ? " sticks" : " and " + (texts.size() - 1) + " more pieces of text stick";
        add(
                first,
                Kind.OVERFLOW,
                quoted(first) + more + " out of the box " + box.name(),
                "write it shorter, or split it");
    }

    /** A box without a set height grows with its text; then only its width counts. */
    private static Optional<Mark.Limit> burst(Mark.Text text, Rectangle2D ink) {
        double right = text.x() + text.line().width();
        return text.limits().stream()
                .filter(limit -> text.x() < limit.box().getMinX() - SLACK
                        || right > limit.box().getMaxX() + SLACK
                        || limit.high()
                                && (ink.getMinY() < limit.box().getMinY() - SLACK
                                        || ink.getMaxY() > limit.box().getMaxY() + SLACK))
                .findFirst();
    }

    private boolean covered(int at, Rectangle2D ink) {
        return marks.subList(at + 1, marks.size()).stream()
                .anyMatch(mark -> mark instanceof Mark.Area area
                        && area.color().getAlpha() == 255
                        && area.clip().isEmpty()
                        && area.shape().intersects(smaller(ink)));
    }

    private Rectangle2D safe() {
        Sheet.Edges edges = sheet.rules().safe();
        return new Rectangle2D.Double(
                edges.left(),
                edges.top(),
                sheet.width() - edges.left() - edges.right(),
                sheet.height() - edges.top() - edges.bottom());
    }

    private String side(Rectangle2D ink) {
        Rectangle2D safe = safe();
        double[] over = {
            safe.getMinY() - ink.getMinY(),
            ink.getMaxX() - safe.getMaxX(),
            ink.getMaxY() - safe.getMaxY(),
            safe.getMinX() - ink.getMinX()
        };
        String[] names = {"top", "right", "bottom", "left"};
        int worst = 0;
        for (int i = 1; i < over.length; i++) {
            worst = over[i] > over[worst] ? i : worst;
        }
        return "%s, by %d pixels".formatted(names[worst], Math.round(over[worst]));
    }

    private void glyphs(Mark.Text text) {
        if (!text.line().missing().isEmpty()) {
            String missing = text.line().missing().stream()
                    .distinct()
                    .map(point -> "\"%s\" (U+%04X)".formatted(Character.toString(point), point))
                    .collect(Collectors.joining(", "));
            add(text, Kind.GLYPH, "no typeface has " + missing, "write it in words");
        }
    }

    private void size(Mark.Text text) {
        double seen = text.size() / sheet.scale();
        if (seen < sheet.rules().smallest() - 0.05) {
            add(
                    text,
                    Kind.SMALL,
                    String.format(
                            Locale.ROOT,
                            "%s is %.0f pixels high: too small to read at %.0f pixels' width",
                            quoted(text),
                            text.size(),
                            sheet.rules().seen()),
                    "use at least %.0f pixels".formatted(sheet.rules().smallest() * sheet.scale()));
        }
    }

    private void contrast(int at, Mark.Text text, Rectangle2D ink) {
        double least = text.size() / sheet.scale() >= LARGE ? 3 : 4.5;
        double worst = Double.MAX_VALUE;
        for (double part = 0.02; part < 1; part += 0.24) {
            Color behind = behind(at, ink.getMinX() + part * ink.getWidth(), ink.getCenterY());
            worst = Math.min(worst, Contrast.of(Contrast.over(text.color(), behind), behind));
        }
        if (worst < least) {
            add(
                    text,
                    Kind.CONTRAST,
                    String.format(
                            Locale.ROOT, "%s has a contrast of %.2f : 1 to what is behind it", quoted(text), worst),
                    "it takes " + (least == 3 ? "3" : "4.5") + " : 1");
        }
    }

    /** The colour at a point below a mark. */
    private Color behind(int at, double x, double y) {
        Color color = Color.WHITE;
        for (Mark mark : marks.subList(0, at)) {
            if (mark instanceof Mark.Area area && contains(area, x, y)) {
                color = Contrast.over(area.color(), color);
            }
        }
        return color;
    }

    private static boolean contains(Mark.Area area, double x, double y) {
        Optional<Shape> clip = area.clip();
        return area.shape().contains(x, y) && (clip.isEmpty() || clip.get().contains(x, y));
    }

    /** Neighbours in a line may touch; lines are compared by the height of their capitals. */
    private void overlap(Mark.Text text, List<Mark.Text> above) {
        Rectangle2D core = text.core();
        for (Mark.Text other : above) {
            Rectangle2D common = core.createIntersection(other.core());
            double size = Math.min(text.size(), other.size());
            if (common.getWidth() > 0.2 * size && common.getHeight() > 0.15 * size) {
                add(text, Kind.OVERLAP, quoted(text) + " lies on " + quoted(other), "write less on this slide");
                return;
            }
        }
    }

    private static boolean inside(Rectangle2D box, Rectangle2D ink, double slack) {
        return ink.getMinX() >= box.getMinX() - slack
                && ink.getMinY() >= box.getMinY() - slack
                && ink.getMaxX() <= box.getMaxX() + slack
                && ink.getMaxY() <= box.getMaxY() + slack;
    }

    private static Rectangle2D smaller(Rectangle2D ink) {
        return new Rectangle2D.Double(
                ink.getMinX() + SLACK,
                ink.getMinY() + SLACK,
                Math.max(0.1, ink.getWidth() - 2 * SLACK),
                Math.max(0.1, ink.getHeight() - 2 * SLACK));
    }

    private void add(Mark.Text text, Kind kind, String problem, String hint) {
        add(text.y(), new Flaw(kind, shortened(text.words()), text.place(), problem, hint));
    }

    private void add(double y, Flaw flaw) {
        if (told.add(flaw)) {
            found.add(new Found(y, flaw));
        }
    }

    private static String quoted(Mark.Text text) {
        return "\"" + shortened(text.words()) + "\"";
    }

    private static String shortened(String words) {
        String plain = words.replace('\u00A0', ' ').strip();
        return plain.codePointCount(0, plain.length()) <= QUOTED
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, QUOTED - 1)) + "…";
    }
}
