package org.plainfact.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.chart.Canvas.Anchor;
import org.plainfact.chart.Canvas.Style;
import org.plainfact.data.Interval;
import org.plainfact.data.Status;

/** Gives a plot its places on a sheet of some width: head, panels, legend, remarks, from the top down. */
final class Painter {
    static final Style HEAD = new Style("axis-title", 14, true);
    static final Style TITLE = new Style("row-title", 14, false);
    static final Style NOTE = new Style("row-note", 12.5, false);
    static final Style VALUE = new Style("value", 14, true);
    static final Style ABSENT = new Style("absent", 14, false);
    static final Style TICK = new Style("tick", 12.5, false);
    private static final Style PANEL = new Style("panel-title", 14, true);

    /** From here on a sheet has columns; below, what belongs together stands one above the other. */
    private static final double WIDE = 600;

    private static final double SWATCH = 16;
    private static final double GAP = 12;

    private final Canvas canvas;
    private final Plot plot;

    private Painter(Canvas canvas, Plot plot) {
        this.canvas = canvas;
        this.plot = plot;
    }

    static Canvas.Drawing drawing(Plot plot, String id, double width, String title, String description) {
        Canvas canvas = new Canvas(id, width);
        new Painter(canvas, plot).paint();
        return canvas.drawing(title, description);
    }

    static boolean isWide(Canvas canvas) {
        return canvas.width() >= WIDE;
    }

    private void paint() {
        double y = lines(HEAD, plot.value().words(), 4) + GAP / 2;
        for (Plot.Panel panel : plot.panels()) {
            if (!panel.title().isEmpty()) {
                y = lines(PANEL, panel.title(), y + GAP / 2) + 2;
            }
            y = panel(panel, y) + GAP;
        }
        y = legend(y);
        for (String remark : plot.remarks()) {
            y = lines(NOTE, remark, y) + 2;
        }
        canvas.reach(y + 2);
    }

    private double panel(Plot.Panel panel, double top) {
        if (plot.kind() == Kind.SLOPE) {
            return new SlopeLayout(canvas, plot, panel).draw(top);
        }
        return plot.over().isPresent()
                ? new PlaneLayout(canvas, plot, plot.over().get(), panel).draw(top)
                : new RowLayout(canvas, plot, panel).draw(top);
    }

    private double lines(Style style, String text, double top) {
        return canvas.lines(0, top, Anchor.START, style, style.lines(text, canvas.width()));
    }

    /** What the patterns say; without one where all is plainly known. */
    private double legend(double top) {
        Map<Family, String> words = new LinkedHashMap<>();
        for (Status status : plot.statuses()) {
            words.merge(Family.of(status), status.word(), (a, b) -> a + ", " + b);
        }
        if (words.isEmpty() || List.copyOf(words.keySet()).equals(List.of(Family.KNOWN))) {
            return top;
        }
        if (plot.statuses().size() == 1) {
            words.replaceAll((family, word) -> "all values: " + word);
        }
        double x = 0;
        double y = top;
        for (Map.Entry<Family, String> entry : words.entrySet()) {
            double wide = SWATCH + 6 + NOTE.width(entry.getValue());
            if (x > 0 && x + wide > canvas.width()) {
                x = 0;
                y += NOTE.line() + 2;
            }
            swatch(entry.getKey(), x, y);
            canvas.text(x + SWATCH + 6, y + NOTE.size(), Anchor.START, NOTE, entry.getValue());
            x += wide + GAP * 1.5;
        }
        return y + NOTE.line() + 6;
    }

    private void swatch(Family family, double x, double y) {
        if (plot.kind() == Kind.BAR || plot.kind() == Kind.RANGE) {
            canvas.area(family, x + 0.5, y + 2.5, SWATCH - 1, 10);
        } else {
            canvas.point(family, x + SWATCH / 2, y + 8, 5);
        }
    }

    /** Whether an axis reaches to zero. */
    enum Zero {
        /** Where lengths are compared. */
        ALWAYS,
        /** Where that is not far. */
        NEAR,
        NEVER
    }

    /** The axis of all values of a panel. */
    static Scale scale(Plot.Axis axis, Interval values, int steps, double from, double to, Zero zero) {
        return axis.log() ? Scale.log(values, from, to) : Scale.linear(withZero(values, zero), steps, from, to);
    }

    private static Interval withZero(Interval values, Zero zero) {
        boolean near = values.low() >= 0 && values.low() <= values.high() * 0.6
                || values.high() <= 0 && values.high() >= values.low() * 0.6;
        return zero == Zero.ALWAYS || zero == Zero.NEAR && near
                ? new Interval(Math.min(0, values.low()), Math.max(0, values.high()))
                : values;
    }

    /** The numbers of an axis across, each on the sheet and none over another. */
    static void ticks(Canvas canvas, Scale scale, double y) {
        double taken = Double.NEGATIVE_INFINITY;
        for (Scale.Tick tick : scale.ticks()) {
            double half = TICK.width(tick.label()) / 2;
            double x = Math.clamp(scale.at(tick.value()), half, Math.max(half, canvas.width() - half));
            if (x - half > taken + 6) {
                canvas.text(x, y + TICK.size(), Anchor.MIDDLE, TICK, tick.label());
                taken = x + half;
            }
        }
    }

    /** As many steps as their numbers have room. */
    static Scale across(Plot.Axis axis, Interval values, double from, double to, Zero zero) {
        Scale scale = scale(axis, values, 6, from, to, zero);
        for (int steps = 5; steps > 0 && !scale.log() && crowded(scale); steps--) {
            scale = scale(axis, values, steps, from, to, zero);
        }
        return scale;
    }

    private static boolean crowded(Scale scale) {
        double most = scale.ticks().stream()
                .mapToDouble(tick -> TICK.width(tick.label()))
                .max()
                .orElse(0);
        return Math.abs(scale.to() - scale.from()) / Math.max(1, scale.ticks().size() - 1) < most + 14;
    }
}
