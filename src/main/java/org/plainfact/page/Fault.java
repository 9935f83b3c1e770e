package org.plainfact.page;

import org.plainfact.source.Severity;

/**
 * What is wrong with one page.
 *
 * @param problem says the same of every page that has it
 * @param hint how to mend it; empty for none
 * @param line in the printed page, from 1
 * @param column in the printed page, from 1
 * @param extract what stands there
 */
record Fault(Severity severity, String rule, String problem, String hint, int line, int column, String extract) {
    /** Where a fault stands in a printed page. */
    record Spot(int line, int column, String extract) {}

    static Fault error(String rule, Spot spot, String problem, String hint) {
        return new Fault(Severity.ERROR, rule, problem, hint, spot.line, spot.column, spot.extract);
    }

    static Fault warning(String rule, Spot spot, String problem, String hint) {
        return new Fault(Severity.WARNING, rule, problem, hint, spot.line, spot.column, spot.extract);
    }
}
