package org.plainfact.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.chart.Canvas.Anchor;
import org.plainfact.chart.Canvas.Box;
import org.plainfact.chart.Canvas.Style;
import org.plainfact.data.Interval;
import org.plainfact.figure.Curve;

/** Values over other values: dots and lines in a plane, and curves with what they are compared with. */
final class PlaneLayout {
    private static final double RADIUS = 5;
    private static final Style NAME = new Style("name", 13, false);
    private static final Style NUMBER = new Style("value", 13, true);

    private final Canvas canvas;
    private final Plot plot;
    private final Plot.Axis over;
    private final List<Plot.Spot> placed;
    private final List<Plot.Spot> across;

    /** What no label may cover: those before it, and marks. */
    private final List<Box> taken = new ArrayList<>();

    /** Places on lines, which labels had better not cover. */
    private final List<double[]> trail = new ArrayList<>();

    PlaneLayout(Canvas canvas, Plot plot, Plot.Axis over, Plot.Panel panel) {
        this.canvas = canvas;
        this.plot = plot;
        this.over = over;
        List<Plot.Spot> stated =
                panel.spots().stream().filter(spot -> !spot.absent()).toList();
        this.placed = stated.stream().filter(spot -> at(spot).isPresent()).toList();
        this.across = stated.stream().filter(spot -> at(spot).isEmpty()).toList();
    }

    private static Optional<Interval> at(Plot.Spot spot) {
        return spot.over().flatMap(Plot.Value::range);
    }

    private static Interval of(Plot.Spot spot) {
        return spot.value().range().orElseThrow();
    }

    double draw(double top) {
        Optional<Interval> values = Stream.concat(
                        Stream.concat(placed.stream(), across.stream()).map(PlaneLayout::of),
                        plot.line().stream().map(Curve.Sample::value))
                .reduce(PlaneLayout::hull);
        Optional<Interval> places = Stream.concat(
                        placed.stream().flatMap(spot -> at(spot).stream()),
                        plot.line().stream().map(sample -> Interval.point(sample.over())))
                .reduce(PlaneLayout::hull);
        if (values.isEmpty() || places.isEmpty()) {
            return top;
        }
        double bottom = top + (Painter.isWide(canvas) ? 340 : 280);
        Scale y = Painter.scale(plot.value(), values.get(), 5, bottom, top + 8, Painter.Zero.NEAR);
        double left = 8
                + y.ticks().stream()
                        .mapToDouble(tick -> Painter.TICK.width(tick.label()))
                        .max()
                        .orElse(0);
        Scale x = x(places.get(), left + 4, canvas.width() - 8);
        grid(x, y, left, bottom);
        Box field = new Box(left + 2, top, canvas.width(), bottom - 2);
        curve(x, y);
        join(x, y);
        across.forEach(spot -> rule(spot, y, left));
        placed.forEach(spot -> mark(spot, x, y));
        across.forEach(spot -> nameRule(spot, y, field));
        placed.stream().sorted(Comparator.comparingInt(this::rank)).forEach(spot -> name(spot, x, y, field));
        Painter.ticks(canvas, x, bottom + 8);
        double end = bottom + 8 + Painter.TICK.line() + 2;
        return canvas.lines(0, end, Anchor.START, Painter.HEAD, Painter.HEAD.lines(over.words(), canvas.width()));
    }

    /** A curve ends where its bounds are, other things at round numbers. */
    private Scale x(Interval places, double from, double to) {
        Scale round = Painter.across(over, places, from, to, Painter.Zero.NEVER);
        if (plot.line().isEmpty() || over.log()) {
            return round;
        }
        List<Scale.Tick> ticks = round.ticks().stream()
                .filter(tick -> tick.value() >= places.low() && tick.value() <= places.high())
                .toList();
        return new Scale(places.low(), places.high(), false, ticks, from, to);
    }

    private static Interval hull(Interval a, Interval b) {
        return new Interval(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
    }

    private void grid(Scale x, Scale y, double left, double bottom) {
        for (Scale.Tick tick : y.ticks()) {
            double at = y.at(tick.value());
            canvas.line("grid", left, at, canvas.width(), at);
            canvas.text(left - 8, at + Painter.TICK.size() * 0.35, Anchor.END, Painter.TICK, tick.label());
        }
        for (Scale.Tick tick : x.ticks()) {
            double at = x.at(tick.value());
            canvas.line("axis", at, bottom, at, bottom + 4);
        }
        canvas.line("axis", left, bottom, canvas.width(), bottom);
    }

    /** A band where other inputs are ranges, else a line. */
    private void curve(Scale x, Scale y) {
        if (plot.line().isEmpty()) {
            return;
        }
        StringBuilder high = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (Curve.Sample sample : plot.line()) {
            String how = high.isEmpty() ? "M" : "L";
            high.append(corner(how, x.at(sample.over()), y.at(sample.value().high())));
            trail.add(new double[] {x.at(sample.over()), y.at(sample.value().high())});
            trail.add(new double[] {x.at(sample.over()), y.at(sample.value().low())});
        }
        for (Curve.Sample sample : plot.line().reversed()) {
            back.append(corner("L", x.at(sample.over()), y.at(sample.value().low())));
        }
        boolean band = plot.line().stream().anyMatch(sample -> !sample.value().isPoint());
        if (band) {
            canvas.path("band", high.toString() + back + "z");
            canvas.path("curve", "M" + back.substring(1));
        }
        canvas.path("curve", high.toString());
    }

    private void join(Scale x, Scale y) {
        if (plot.kind() != Kind.LINE) {
            return;
        }
        List<double[]> corners = placed.stream()
                .filter(spot -> of(spot).isPoint() && at(spot).orElseThrow().isPoint())
                .map(spot -> new double[] {x.at(at(spot).orElseThrow().low()), y.at(of(spot).low())})
                .sorted(Comparator.comparingDouble(corner -> corner[0]))
                .toList();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < corners.size(); i++) {
            line.append(corner(i == 0 ? "M" : "L", corners.get(i)[0], corners.get(i)[1]));
            if (i > 0) {
                trail(corners.get(i - 1), corners.get(i));
            }
        }
        if (corners.size() > 1) {
            canvas.path("curve", line.toString());
        }
    }

    private void trail(double[] from, double[] to) {
        int steps = 1 + (int) (Math.hypot(to[0] - from[0], to[1] - from[1]) / 6);
        for (int i = 0; i <= steps; i++) {
            trail.add(new double[] {from[0] + (to[0] - from[0]) * i / steps, from[1] + (to[1] - from[1]) * i / steps});
        }
    }

    private static String corner(String how, double x, double y) {
        return how + Canvas.number(x) + " " + Canvas.number(y);
    }

    private void mark(Plot.Spot spot, Scale x, Scale y) {
        Family family = spot.value().family();
        Interval value = of(spot);
        Interval place = at(spot).orElseThrow();
        double left = x.at(place.low());
        double right = x.at(place.high());
        double top = y.at(value.high());
        double bottom = y.at(value.low());
        if (value.isPoint() && place.isPoint()) {
            canvas.point(family, left, top, RADIUS);
        } else {
            canvas.open(family, left - 1.5, top - 1.5, right - left + 3, bottom - top + 3);
        }
        taken.add(new Box(left, top, right, bottom).around(RADIUS + 1));
    }

    /** Where nobody states the place across, a value is a line over all of them. */
    private void rule(Plot.Spot spot, Scale y, double left) {
        Interval value = of(spot);
        String family = spot.value().family().word();
        for (double end : value.isPoint() ? new double[] {value.low()} : new double[] {value.low(), value.high()}) {
            canvas.line("rule " + family, left, y.at(end), canvas.width(), y.at(end));
        }
        taken.add(new Box(left, y.at(value.high()) - 1, canvas.width(), y.at(value.low()) + 1));
    }

    /** First the ends of what is shown, then what lies between. */
    private int rank(Plot.Spot spot) {
        int index = placed.indexOf(spot);
        return index == 0 ? 0 : index == placed.size() - 1 ? 1 : 2 + index;
    }

    /** The words at a mark: their lines, and their box when they stand at the origin. */
    private record Label(List<String> names, List<String> numbers) {
        double width() {
            return Math.max(
                    names.stream().mapToDouble(NAME::width).max().orElse(0),
                    numbers.stream().mapToDouble(NUMBER::width).max().orElse(0));
        }

        double height() {
            return names.size() * NAME.line() + numbers.size() * NUMBER.line();
        }

        Box at(double left, double top) {
            return new Box(left, top, left + width(), top + height());
        }
    }

    private Label label(Plot.Spot spot) {
        double room = Painter.isWide(canvas) ? 190 : 130;
        boolean alike = plot.statuses().size() == 1;
        List<String> numbers =
                NUMBER.lines(alike ? spot.value().display() : spot.value().words(), room);
        return new Label(plot.kind() == Kind.LINE ? List.of() : NAME.lines(spot.title(), room), numbers);
    }

    private void name(Plot.Spot spot, Scale x, Scale y, Box field) {
        Label label = label(spot);
        Interval value = of(spot);
        Interval place = at(spot).orElseThrow();
        double left = x.at(place.low());
        double right = x.at(place.high());
        double top = y.at(value.high());
        double bottom = y.at(value.low());
        double middle = (top + bottom) / 2 - label.height() / 2;
        double centre = (left + right) / 2 - label.width() / 2;
        List<Box> candidates = new ArrayList<>();
        for (double far : new double[] {RADIUS + 4, RADIUS + 14, RADIUS + 30}) {
            double before = left - far - label.width();
            double behind = right + far;
            double above = top - far - label.height();
            double below = bottom + far;
            candidates.addAll(List.of(
                    label.at(behind, middle),
                    label.at(before, middle),
                    label.at(centre, above),
                    label.at(centre, below),
                    label.at(behind - 4, above + 4),
                    label.at(before + 4, above + 4),
                    label.at(behind - 4, below - 4),
                    label.at(before + 4, below - 4)));
        }
        best(candidates, field).ifPresent(box -> {
            lead(box, Math.clamp((box.left() + box.right()) / 2, left, right), (top + bottom) / 2);
            write(label, box, anchor(box, left, right));
        });
    }

    /** Words are set towards their mark. */
    private static Anchor anchor(Box box, double left, double right) {
        if (box.right() <= left) {
            return Anchor.END;
        }
        return box.left() >= right ? Anchor.START : Anchor.MIDDLE;
    }

    /** From a mark to words that stand some way off. */
    private void lead(Box box, double x, double y) {
        double nearX = Math.clamp(x, box.left(), box.right());
        double nearY = Math.clamp(y, box.top(), box.bottom());
        double far = Math.hypot(nearX - x, nearY - y);
        if (far > RADIUS + 7) {
            double share = (RADIUS + 1) / far;
            canvas.line("leader", x + (nearX - x) * share, y + (nearY - y) * share, nearX, nearY);
        }
    }

    private void nameRule(Plot.Spot spot, Scale y, Box field) {
        Label label = label(spot);
        double above = y.at(of(spot).high()) - label.height() - 3;
        double below = y.at(of(spot).low()) + 4;
        List<Box> candidates = new ArrayList<>();
        for (double share : new double[] {1, 0, 0.5, 0.75, 0.25}) {
            double left = field.left() + 4 + (field.right() - field.left() - label.width() - 8) * share;
            candidates.add(label.at(left, above));
            candidates.add(label.at(left, below));
        }
        best(candidates, field).ifPresent(box -> write(label, box, Anchor.START));
    }

    /** The first that covers least of the lines; none where every place is taken. */
    private Optional<Box> best(List<Box> candidates, Box field) {
        return candidates.stream()
                .filter(box -> box.inside(field))
                .filter(box -> taken.stream().noneMatch(box::overlaps))
                .min(Comparator.comparingLong(this::covered));
    }

    private long covered(Box box) {
        Box near = box.around(3);
        return trail.stream()
                .filter(place -> place[0] > near.left()
                        && place[0] < near.right()
                        && place[1] > near.top()
                        && place[1] < near.bottom())
                .count();
    }

    private void write(Label label, Box box, Anchor anchor) {
        taken.add(box.around(2));
        double x = switch (anchor) {
            case START -> box.left();
            case MIDDLE -> (box.left() + box.right()) / 2;
            case END -> box.right();
        };
        double y = canvas.lines(x, box.top(), anchor, NAME, label.names);
        canvas.lines(x, y, anchor, NUMBER, label.numbers);
    }
}
