package org.plainfact.social;

/**
 * What a text uses of what it may.
 *
 * @param used may be more than there is
 */
public record Budget(Counting counting, int used, int most) {
    /** Below 0 where the text is too long. */
    public int left() {
        return most - used;
    }
}
