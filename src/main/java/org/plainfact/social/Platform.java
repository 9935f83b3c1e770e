package org.plainfact.social;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A social network and what it takes, as of a day. What a network does not say is empty or left to our own choice, which
 * the note says.
 *
 * @param asOf ISO date on which the limits were read
 * @param source who says so
 * @param width of a slide, in pixels
 * @param safe what a slide must keep free of text, for the network's own signs
 * @param jpeg whether it wants JPEG in place of PNG
 * @param document whether the slides are one PDF
 * @param brand whether a slide may bear the site's name
 * @param slides most for each post; empty for any number
 * @param title limits of the title; none where posts have no title
 * @param text limits of the text of each post
 * @param thread whether a longer text is told in several posts
 * @param numbered whether the posts of a thread bear numbers
 * @param hashtags most for each post
 * @param alt limits of the words for a slide; none where the network states none
 * @param linkInText whether the article's address stands in the text, not in a field of its own
 */
public record Platform(
        String id,
        String name,
        String asOf,
        String source,
        Optional<String> note,
        int width,
        int height,
        Safe safe,
        boolean jpeg,
        boolean document,
        boolean brand,
        Optional<Integer> slides,
        List<Limit> title,
        List<Limit> text,
        boolean thread,
        boolean numbered,
        int hashtags,
        List<Limit> alt,
        boolean linkInText) {
    public Platform {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a platform's id is kebab-case: " + id);
        }
        title = List.copyOf(title);
        text = List.copyOf(text);
        alt = List.copyOf(alt);
    }

    /** Widths at the four sides, in pixels. */
    public record Safe(int top, int right, int bottom, int left) {}

    /** Where a post is one document, its file, relative to the folder of the post. */
    public static final String DOCUMENT = "carousel.pdf";

    /** The picture of a slide, relative to the folder of the post. */
    public String picture(Slide slide) {
        return String.format(Locale.ROOT, "slides/%02d.%s", slide.number(), jpeg ? "jpg" : "png");
    }

    /** The files that are posted, relative to the folder of the post. */
    public List<String> media(List<Slide> slidesOfPost) {
        return document
                ? List.of(DOCUMENT)
                : slidesOfPost.stream().map(this::picture).toList();
    }
}
