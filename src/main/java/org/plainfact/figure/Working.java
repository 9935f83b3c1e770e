package org.plainfact.figure;

import java.util.List;

/**
 * How a figure was computed.
 *
 * @param inputs in the order of the formula's declaration
 * @param substituted the expression with the values in it: {@code 102,909 tokens/s ÷ 10.40 kW}
 */
public record Working(Formula formula, List<Input> inputs, String substituted) {
    public Working {
        inputs = List.copyOf(inputs);
    }

    /** One input of the formula and the figure bound to it. */
    public record Input(String name, String symbol, String title, Figure figure) {}
}
