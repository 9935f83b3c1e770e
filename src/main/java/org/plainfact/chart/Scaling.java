package org.plainfact.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainfact.data.Interval;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;

/** Whether an axis is linear or goes by orders of magnitude. */
final class Scaling {
    private static final List<String> WORDS = List.of("linear", "log");

    private Scaling() {}

    /** As wished, else as the values ask for it; empty after a finding. */
    static Optional<Boolean> log(Kind kind, List<Interval> values, Wishes wishes, Findings findings) {
        Optional<String> wish = wishes.text("scale");
        if (wish.isEmpty()) {
            return Optional.of(kind != Kind.BAR && spansOrders(values));
        }
        if (!WORDS.contains(wish.get())) {
            findings.error(
                    "unknown-scale",
                    wishes.spanOf("scale"),
                    "there is no scale \"" + wish.get() + "\"",
                    Nearest.hint(wish.get(), WORDS).or(() -> Optional.of("scales are linear, log")));
            return Optional.empty();
        }
        boolean log = wish.get().equals("log");
        if (log && kind == Kind.BAR) {
            findings.error(
                    "bar-on-log-scale",
                    wishes.spanOf("scale"),
                    "a log scale has no zero, so that the length of a bar on it says nothing",
                    "write :as: dot or :as: range");
            return Optional.empty();
        }
        if (log && values.stream().anyMatch(range -> range.low() <= 0)) {
            findings.error(
                    "log-of-zero",
                    wishes.spanOf("scale"),
                    "a value of zero or below has no place on a log scale",
                    "write :scale: linear, or leave the row out of the table");
            return Optional.empty();
        }
        return Optional.of(log);
    }

    static boolean spansOrders(List<Interval> values) {
        double low = values.stream().mapToDouble(Interval::low).min().orElse(0);
        double high = values.stream().mapToDouble(Interval::high).max().orElse(0);
        return low > 0 && high / low >= Scale.ORDERS;
    }

    /** Says that unlike values share an axis, as somebody wanted. */
    static String unlike(List<String> qualifiers) {
        return qualifiers.stream()
                .map(name -> name.replace('-', ' '))
                .collect(Collectors.joining(", ", "Not like for like: what is shown differs in ", "."));
    }

    /** Names what is not stated. */
    static Optional<String> absent(List<Plot.Spot> spots) {
        List<String> titles =
                spots.stream().filter(Plot.Spot::absent).map(Plot.Spot::title).toList();
        return titles.isEmpty()
                ? Optional.empty()
                : Optional.of(titles.stream().collect(Collectors.joining("; ", "Not stated: ", ".")));
    }
}
