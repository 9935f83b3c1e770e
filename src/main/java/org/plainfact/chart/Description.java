package org.plainfact.chart;

import java.util.stream.Collectors;

/** A plot in words, for those who do not see it: every value that it shows. */
final class Description {
    private Description() {}

    static String of(Plot plot) {
        StringBuilder text = new StringBuilder();
        text.append(
                switch (plot.kind()) {
                    case BAR -> "Bars";
                    case RANGE -> "Ranges";
                    case DOT -> "Dots";
                    case LINE -> "Line";
                    case SLOPE ->
                        "Slopes from " + plot.ends().getFirst() + " to "
                                + plot.ends().getLast();
                });
        text.append(": ").append(plot.value().words());
        plot.over().ifPresent(over -> text.append(", over ").append(over.words()));
        text.append('.');
        for (Plot.Panel panel : plot.panels()) {
            if (!panel.title().isEmpty()) {
                text.append(' ').append(panel.title()).append(':');
            }
            text.append(' ')
                    .append(panel.spots().stream().map(spot -> spot(spot, plot)).collect(Collectors.joining("; ")))
                    .append('.');
        }
        plot.remarks().forEach(remark -> text.append(' ').append(remark));
        return text.toString();
    }

    private static String spot(Plot.Spot spot, Plot plot) {
        String name = spot.title() + (spot.note().isEmpty() ? "" : ", " + spot.note());
        String values = spot.values().stream().map(Plot.Value::words).collect(Collectors.joining(" → "));
        String place = plot.over().isEmpty()
                ? ""
                : " at " + spot.over().map(Plot.Value::words).orElse("a place that is not stated");
        return name + ": " + values + place;
    }
}
