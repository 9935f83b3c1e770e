package org.plainfact.chart;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plainfact.data.Interval;
import org.plainfact.data.Status;
import org.plainfact.figure.Curve;

/**
 * What a chart shows, before anything has a place.
 *
 * @param over the axis across, where values stand over another column
 * @param line what anchors are compared with
 * @param ends titles of the two columns that a slope joins
 * @param remarks what a reader must know to read it
 */
record Plot(
        Kind kind,
        String title,
        Axis value,
        Optional<Axis> over,
        List<Panel> panels,
        List<Curve.Sample> line,
        List<String> ends,
        List<String> remarks) {
    Plot {
        panels = List.copyOf(panels);
        line = List.copyOf(line);
        ends = List.copyOf(ends);
        remarks = List.copyOf(remarks);
    }

    /** @param unit empty for pure numbers */
    record Axis(String title, String unit, boolean log) {
        /** As it is written at the axis. */
        String words() {
            return title + (unit.isEmpty() ? "" : " (" + unit + ")") + (log ? ", log scale" : "");
        }
    }

    /**
     * Values that may share an axis.
     *
     * @param title what they have in common and others do not; empty where there is one panel
     */
    record Panel(String title, List<Spot> spots) {
        Panel {
            spots = List.copyOf(spots);
        }
    }

    /**
     * One row of the table.
     *
     * @param note what it does not have in common with the others
     * @param values one, or two for a slope
     * @param over where it stands across; empty where nobody states it, or there is no such axis
     */
    record Spot(String title, String note, List<Value> values, Optional<Value> over) {
        Spot {
            values = List.copyOf(values);
        }

        Value value() {
            return values.getFirst();
        }

        boolean absent() {
            return values.stream().anyMatch(value -> value.range().isEmpty());
        }
    }

    /**
     * A value as the table prints it.
     *
     * @param range in the unit of the axis; empty where it is not stated
     */
    record Value(String display, Optional<Interval> range, Status status) {
        /** In brackets behind the value, where a reader must be told. */
        String state() {
            return range.isEmpty() || status.plain() ? "" : "(" + status.word() + ")";
        }

        String words() {
            return state().isEmpty() ? display : display + " " + state();
        }

        Family family() {
            return Family.of(status);
        }
    }

    Stream<Spot> spots() {
        return panels.stream().flatMap(panel -> panel.spots().stream());
    }

    /** The statuses of what is drawn. */
    SortedSet<Status> statuses() {
        SortedSet<Status> statuses = new TreeSet<>();
        spots().flatMap(spot -> spot.values().stream())
                .filter(value -> value.range().isPresent())
                .forEach(value -> statuses.add(value.status()));
        return statuses;
    }
}
