package org.plainfact.figure;

import java.util.List;
import java.util.Optional;
import org.plainfact.data.Status;

/**
 * How a figure was computed.
 *
 * @param inputs in the order of the formula's declaration
 * @param substituted the expression with the values in it: {@code 102,909 tokens/s ÷ 10.40 kW}
 * @param digits significant digits that were asked for in place of the usual number
 * @param strongest the strongest status that was allowed, however well the inputs are known
 */
public record Working(
        Formula formula, List<Input> inputs, String substituted, Optional<Integer> digits, Optional<Status> strongest) {
    public Working {
        inputs = List.copyOf(inputs);
    }

    /** One input of the formula and the figure bound to it. */
    public record Input(String name, String symbol, String title, Figure figure) {}
}
