package org.plainfact.figure;

import java.util.List;
import org.plainfact.data.Interval;

/**
 * A computed figure against one of its inputs: what it would be for other values of that input, all else as it is.
 *
 * @param table what the curve is for some values of the input – its stations, evenly spaced, each a figure with a working
 *     – and below them figures to compare it with, its anchors
 * @param over key of the column of the input
 * @param value key of the column of the figure
 * @param stations how many rows are stations; the others are anchors
 * @param samples from one bound to the other, closer than the stations; none where the figure is absent
 * @param across qualifiers in which the anchors may differ from the curve
 */
public record Curve(Table table, String over, String value, int stations, List<Sample> samples, List<String> across) {
    public Curve {
        samples = List.copyOf(samples);
        across = List.copyOf(across);
    }

    /** A value of the input and what the figure is there, in the units of the columns. */
    public record Sample(double over, Interval value) {}
}
