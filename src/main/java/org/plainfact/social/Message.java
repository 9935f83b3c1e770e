package org.plainfact.social;

import java.util.List;

/**
 * One text to be posted, with the slides that go with it.
 *
 * @param budgets one for each limit of the platform
 * @param slides may be none
 */
public record Message(String text, List<Budget> budgets, List<Slide> slides) {
    public Message {
        budgets = List.copyOf(budgets);
        slides = List.copyOf(slides);
    }
}
