package org.plainfact.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.plainfact.chart.Canvas.Anchor;
import org.plainfact.data.Interval;

/** Two columns of values, those of a row joined by a line, with words at both ends. */
final class SlopeLayout {
    private static final double LEAST = 220;
    private static final double BETWEEN_LABELS = 6;
    private static final double TO_LABEL = 14;

    private final Canvas canvas;
    private final Plot plot;
    private final List<Plot.Spot> spots;
    private final double first;
    private final double second;

    SlopeLayout(Canvas canvas, Plot plot, Plot.Panel panel) {
        this.canvas = canvas;
        this.plot = plot;
        this.spots = panel.spots().stream().filter(spot -> !spot.absent()).toList();
        double between = Painter.isWide(canvas) ? 200 : 84;
        this.first = (canvas.width() - between) / 2 + (Painter.isWide(canvas) ? 40 : 12);
        this.second = first + between;
    }

    /** The words at one end of a line. */
    private static final class Label {
        private final List<String> titles;
        private final List<String> values;
        private final double wanted;
        private double top;

        Label(List<String> titles, List<String> values, double wanted) {
            this.titles = titles;
            this.values = values;
            this.wanted = wanted;
        }

        double height() {
            return titles.size() * Painter.NOTE.line() + values.size() * Painter.VALUE.line() + BETWEEN_LABELS;
        }
    }

    double draw(double top) {
        double y = top;
        if (spots.isEmpty()) {
            return y;
        }
        double heads = Math.max(
                head(plot.ends().getFirst(), first, Anchor.END, y),
                head(plot.ends().getLast(), second, Anchor.START, y));
        y = heads + 8;
        double height = Math.max(LEAST, Math.max(needed(0), needed(1)));
        Scale scale = Painter.scale(plot.value(), values(), 4, y + height - 10, y + 10, Painter.Zero.NEVER);
        canvas.line("axis", first, y, first, y + height);
        canvas.line("axis", second, y, second, y + height);
        for (Plot.Spot spot : spots) {
            line(spot, scale);
        }
        labels(0, scale, y, height);
        labels(1, scale, y, height);
        return y + height + 4;
    }

    private double head(String words, double x, Anchor anchor, double top) {
        return canvas.lines(x, top, anchor, Painter.NOTE, Painter.NOTE.lines(words, room(anchor)));
    }

    private double room(Anchor anchor) {
        return anchor == Anchor.END ? first - TO_LABEL : canvas.width() - second - TO_LABEL;
    }

    private Interval values() {
        return spots.stream()
                .flatMap(spot -> spot.values().stream())
                .flatMap(value -> value.range().stream())
                .reduce((a, b) -> new Interval(Math.min(a.low(), b.low()), Math.max(a.high(), b.high())))
                .orElseThrow();
    }

    private double needed(int end) {
        return spots.stream().mapToDouble(spot -> label(spot, end, 0).height()).sum();
    }

    private Label label(Plot.Spot spot, int end, double wanted) {
        double room = room(end == 0 ? Anchor.END : Anchor.START);
        Plot.Value value = spot.values().get(end);
        List<String> titles = end == 0
                ? Stream.of(spot.title(), spot.note())
                        .filter(text -> !text.isEmpty())
                        .flatMap(text -> Painter.NOTE.lines(text, room).stream())
                        .toList()
                : List.of();
        return new Label(titles, Painter.VALUE.lines(value.words(), room), wanted);
    }

    private void line(Plot.Spot spot, Scale scale) {
        Interval from = spot.values().getFirst().range().orElseThrow();
        Interval to = spot.values().getLast().range().orElseThrow();
        Family family = spot.values().getLast().family();
        if (from.isPoint() && to.isPoint()) {
            canvas.line("join " + family.word(), first, scale.at(from.low()), second, scale.at(to.low()));
        } else {
            canvas.path(
                    "band " + family.word(),
                    corner("M", first, scale.at(from.high()))
                            + corner("L", second, scale.at(to.high()))
                            + corner("L", second, scale.at(to.low()))
                            + corner("L", first, scale.at(from.low()))
                            + "z");
        }
        point(spot.values().getFirst().family(), from, first, scale);
        point(family, to, second, scale);
    }

    private void point(Family family, Interval range, double x, Scale scale) {
        if (range.isPoint()) {
            canvas.point(family, x, scale.at(range.low()), 5);
        }
    }

    private static String corner(String how, double x, double y) {
        return how + Canvas.number(x) + " " + Canvas.number(y);
    }

    private void labels(int end, Scale scale, double top, double height) {
        List<Label> labels = new ArrayList<>();
        for (Plot.Spot spot : spots) {
            Interval range = spot.values().get(end).range().orElseThrow();
            labels.add(label(spot, end, (scale.at(range.low()) + scale.at(range.high())) / 2));
        }
        labels.sort(Comparator.comparingDouble(label -> label.wanted));
        spread(labels, top, top + height);
        labels.forEach(label -> draw(label, end));
    }

    /** As near to its line as may be, none over another: there is room for all of them. */
    private static void spread(List<Label> labels, double top, double bottom) {
        double free = top;
        for (Label label : labels) {
            label.top = Math.max(free, label.wanted - label.height() / 2);
            free = label.top + label.height();
        }
        double end = bottom;
        for (Label label : labels.reversed()) {
            label.top = Math.min(label.top, end - label.height());
            end = label.top;
        }
    }

    private void draw(Label label, int end) {
        Anchor anchor = end == 0 ? Anchor.END : Anchor.START;
        double axis = end == 0 ? first : second;
        double side = end == 0 ? -1 : 1;
        double x = axis + side * TO_LABEL;
        double middle = label.top + label.height() / 2;
        canvas.line("leader", axis + side * 6, label.wanted, x - side * 3, middle);
        double y = canvas.lines(x, label.top + BETWEEN_LABELS / 2, anchor, Painter.NOTE, label.titles);
        canvas.lines(x, y, anchor, Painter.VALUE, label.values);
    }
}
