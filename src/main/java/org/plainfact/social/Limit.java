package org.plainfact.social;

/**
 * How long a text may be.
 *
 * @param counting how its length is counted
 * @param most in units of the counting
 */
public record Limit(Counting counting, int most) {
    public Limit {
        if (most < 1) {
            throw new IllegalArgumentException("a limit is at least 1: " + most);
        }
    }

    boolean holds(String text) {
        return counting.of(text) <= most;
    }

    Budget budget(String text) {
        return new Budget(counting, counting.of(text), most);
    }
}
