package org.plainfact.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.chart.Canvas.Anchor;
import org.plainfact.data.Interval;

/** Rows one below the other, their values along one axis: bars, ranges, dots. */
final class RowLayout {
    private static final double MARK = 15;
    private static final double WIDEST_TITLE = 236;
    private static final double WIDEST_VALUE = 210;
    private static final double GAP = 13;

    private final Canvas canvas;
    private final Plot plot;
    private final Plot.Panel panel;

    /** Whether titles stand beside their marks; else above. */
    private final boolean beside;

    private final double left;
    private final double right;

    RowLayout(Canvas canvas, Plot plot, Plot.Panel panel) {
        this.canvas = canvas;
        this.plot = plot;
        this.panel = panel;
        double value = widest(panel.spots().stream().map(spot -> spot.value().display()), Painter.VALUE.size(), true);
        double state = widest(panel.spots().stream().map(spot -> spot.value().state()), Painter.NOTE.size(), false);
        double gutter = Math.max(value, state) + 10;
        this.beside = Painter.isWide(canvas) && gutter <= WIDEST_VALUE;
        double titles = Math.max(
                widest(panel.spots().stream().map(Plot.Spot::title), Painter.TITLE.size(), false),
                widest(panel.spots().stream().map(Plot.Spot::note), Painter.NOTE.size(), false));
        this.left = beside ? Math.min(titles, WIDEST_TITLE) + 14 : 1;
        this.right = canvas.width() - (beside ? gutter : 1);
    }

    private static double widest(Stream<String> texts, double size, boolean bold) {
        return texts.mapToDouble(text -> Lettering.width(text, size, bold))
                .max()
                .orElse(0);
    }

    double draw(double top) {
        Optional<Interval> values = values();
        Optional<Scale> scale = values.map(range -> Painter.across(
                plot.value(), range, left, right, plot.kind() == Kind.BAR ? Painter.Zero.ALWAYS : Painter.Zero.NEAR));
        List<Row> rows = panel.spots().stream().map(this::row).toList();
        double bottom = top + rows.stream().mapToDouble(row -> row.height + GAP).sum();
        scale.ifPresent(axis -> {
            if (beside) {
                grid(axis, top, bottom);
            }
            canvas.line("axis", axis.from(), bottom, axis.to(), bottom);
        });
        double y = top + GAP / 2;
        for (Row row : rows) {
            if (!beside && scale.isPresent()) {
                // Beside marks alone: a line through words is in the way.
                grid(scale.get(), y + row.mark - 3, y + row.height + 3);
            }
            draw(row, y, scale);
            y += row.height + GAP;
        }
        scale.ifPresent(axis -> Painter.ticks(canvas, axis, bottom + 3));
        return scale.isPresent() ? bottom + 3 + Painter.TICK.line() : bottom;
    }

    private Optional<Interval> values() {
        return panel.spots().stream()
                .flatMap(spot -> spot.value().range().stream())
                .reduce((a, b) -> new Interval(Math.min(a.low(), b.low()), Math.max(a.high(), b.high())));
    }

    private void grid(Scale scale, double top, double bottom) {
        for (Scale.Tick tick : scale.ticks()) {
            double x = scale.at(tick.value());
            boolean zero = !scale.log() && tick.value() == 0;
            canvas.line(zero ? "zero" : "grid", x, top, x, bottom);
        }
    }

    /** @param mark how far below its top the mark stands */
    private record Row(Plot.Spot spot, List<String> titles, List<String> notes, double mark, double height) {}

    private Row row(Plot.Spot spot) {
        double room = beside ? left - 14 : canvas.width();
        List<String> titles = Painter.TITLE.lines(spot.title(), room);
        List<String> notes = spot.note().isEmpty() ? List.of() : Painter.NOTE.lines(spot.note(), room);
        double words = titles.size() * Painter.TITLE.line() + notes.size() * Painter.NOTE.line();
        boolean stated = spot.value().range().isPresent();
        if (beside) {
            double value = Painter.VALUE.line() + (spot.value().state().isEmpty() ? 0 : Painter.NOTE.line());
            double height = Math.max(Math.max(words, value), MARK);
            return new Row(spot, titles, notes, (height - MARK) / 2, height);
        }
        double mark = words + valueLines(spot).size() * Painter.VALUE.line() + 3;
        return new Row(spot, titles, notes, mark, mark + (stated ? MARK : 0));
    }

    /** In one line where that has room. */
    private List<String> valueLines(Plot.Spot spot) {
        return Painter.VALUE.width(spot.value().words()) <= canvas.width()
                ? List.of(spot.value().words())
                : Painter.VALUE.lines(spot.value().words(), canvas.width());
    }

    private void draw(Row row, double top, Optional<Scale> scale) {
        double y = canvas.lines(0, beside ? top + centred(row) : top, Anchor.START, Painter.TITLE, row.titles);
        y = canvas.lines(0, y, Anchor.START, Painter.NOTE, row.notes);
        Plot.Value value = row.spot.value();
        if (value.range().isEmpty() || scale.isEmpty()) {
            double at = beside ? top + row.height / 2 + Painter.ABSENT.size() * 0.35 : y + Painter.ABSENT.size();
            canvas.text(beside ? left + 4 : 0, at, Anchor.START, Painter.ABSENT, value.display());
            return;
        }
        mark(value, value.range().get(), scale.get(), top + row.mark);
        if (beside) {
            valueBeside(value, value.range().get(), scale.get(), top, row.height);
        } else {
            valueAbove(row.spot, y);
        }
    }

    private static double centred(Row row) {
        double words = row.titles.size() * Painter.TITLE.line() + row.notes.size() * Painter.NOTE.line();
        return (row.height - words) / 2;
    }

    /** Right of its mark, for which the gutter leaves room. */
    private void valueBeside(Plot.Value value, Interval range, Scale scale, double top, double height) {
        double end = scale.at(range.high());
        double x = (plot.kind() == Kind.BAR ? Math.max(end, scale.at(0)) : end) + 8;
        double lines = Painter.VALUE.line() + (value.state().isEmpty() ? 0 : Painter.NOTE.line());
        double y = top + (height - lines) / 2;
        y = canvas.lines(x, y, Anchor.START, Painter.VALUE, List.of(value.display()));
        if (!value.state().isEmpty()) {
            canvas.text(x, y + Painter.NOTE.size() - 1, Anchor.START, Painter.NOTE, value.state());
        }
    }

    private void valueAbove(Plot.Spot spot, double y) {
        List<String> lines = valueLines(spot);
        if (lines.size() == 1) {
            canvas.text(
                    0,
                    y + Painter.VALUE.size(),
                    Anchor.START,
                    Painter.VALUE,
                    spot.value().display(),
                    spot.value().state());
        } else {
            canvas.lines(0, y, Anchor.START, Painter.VALUE, lines);
        }
    }

    private void mark(Plot.Value value, Interval range, Scale scale, double top) {
        Family family = value.family();
        double low = scale.at(range.low());
        double high = scale.at(range.high());
        switch (plot.kind()) {
            case BAR -> bar(family, range, scale, top);
            case RANGE -> {
                if (range.isPoint()) {
                    canvas.point(family, low, top + MARK / 2, 6);
                } else {
                    canvas.area(family, low, top, high - low, MARK);
                }
            }
            default -> {
                if (range.isPoint()) {
                    canvas.point(family, low, top + MARK / 2, 6);
                } else {
                    span(family, low, high, top);
                }
            }
        }
    }

    /** No middle of a range is marked: nobody states one. */
    private void span(Family family, double low, double high, double top) {
        double y = top + MARK / 2;
        String cap = "v" + Canvas.number(MARK - 4);
        canvas.path(
                "span " + family.word(),
                "M" + Canvas.number(low) + " " + Canvas.number(top + 2) + cap + "M" + Canvas.number(high) + " "
                        + Canvas.number(top + 2) + cap + "M" + Canvas.number(low) + " " + Canvas.number(y) + "H"
                        + Canvas.number(high));
    }

    /** Filled as far as the value goes for certain, open from there to where it may go. */
    private void bar(Family family, Interval range, Scale scale, double top) {
        double zero = scale.at(0);
        double low = scale.at(range.low());
        double high = scale.at(range.high());
        double sure = range.low() >= 0 ? low : range.high() <= 0 ? high : zero;
        if (sure != zero || range.isPoint()) {
            canvas.area(family, Math.min(zero, sure), top, Math.abs(sure - zero), MARK);
        }
        if (!range.isPoint()) {
            canvas.open(family, low, top, high - low, MARK);
        }
    }
}
