package org.plainfact.chart;

import java.util.Optional;
import org.plainfact.figure.Curve;
import org.plainfact.figure.Table;
import org.plainfact.source.Findings;

/** Draws tables and curves. The same input gives the same bytes. */
public final class Charts {
    /** In units of the drawing, which is as wide as its place: on a telephone one unit is about one pixel. */
    private static final double NARROW = 340;

    private static final double WIDE = 760;

    private Charts() {}

    /**
     * A table as a chart.
     *
     * @param id begins the ids of its parts; no other element of the page begins with it
     * @return empty after a finding
     */
    public static Optional<Chart> of(Table table, Wishes wishes, String id, Findings findings) {
        return new PlotReader(table, wishes, findings).plot().map(plot -> drawn(plot, id));
    }

    /** A curve with its anchors; of the wishes only {@code scale} is for it. */
    public static Optional<Chart> of(Curve curve, Wishes wishes, String id, Findings findings) {
        return new CurvePlot(curve, wishes, findings).plot().map(plot -> drawn(plot, id));
    }

    private static Chart drawn(Plot plot, String id) {
        String description = Description.of(plot);
        return new Chart(
                plot.title(),
                description,
                Painter.drawing(plot, id + "-n", NARROW, plot.title(), description)
                        .svg(),
                Painter.drawing(plot, id + "-w", WIDE, plot.title(), description)
                        .svg());
    }
}
