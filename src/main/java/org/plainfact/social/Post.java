package org.plainfact.social;

import java.util.List;
import java.util.Optional;
import org.plainfact.source.Finding;

/**
 * An article as it is posted on one platform.
 *
 * @param article the last part of the article's address, which names its folder
 * @param title of the article
 * @param language of its texts, as a BCP 47 tag
 * @param slides with the words for each that the platform has room for
 * @param heading the title of the post, where the platform has one
 * @param messages one, or the posts of a thread
 * @param hashtags without the sign
 * @param link absolute address of the article
 * @param notes what was left out for want of room
 * @param findings what is wrong with it
 */
public record Post(
        Platform platform,
        String article,
        String title,
        String language,
        List<Slide> slides,
        Optional<String> heading,
        List<Message> messages,
        List<String> hashtags,
        String link,
        List<String> notes,
        List<Finding> findings) {
    public Post {
        slides = List.copyOf(slides);
        messages = List.copyOf(messages);
        hashtags = List.copyOf(hashtags);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }

    /** Files of the pictures of the slides, relative to {@link #folder}, in their order. */
    public List<String> pictures() {
        return slides.stream().map(platform::picture).toList();
    }

    /** What the title uses; none where there is none. */
    public List<Budget> headingBudgets() {
        return heading.map(title -> budgets(platform.title(), title)).orElse(List.of());
    }

    /** What the words for each slide use, in the order of the slides. */
    public List<List<Budget>> altBudgets() {
        return slides.stream()
                .map(slide -> budgets(platform.alt(), slide.alt()))
                .toList();
    }

    private static List<Budget> budgets(List<Limit> limits, String text) {
        return limits.stream().map(limit -> limit.budget(text)).toList();
    }

    /** Where its files lie, relative to the folder of all carousels, with a slash at the end. */
    public String folder() {
        return article + "/" + platform.id() + "/";
    }
}
