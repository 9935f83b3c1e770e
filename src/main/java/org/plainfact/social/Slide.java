package org.plainfact.social;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Plain;
import org.plainfact.source.SourceSpan;

/**
 * One picture of a carousel, as templates see it. A number on it is the article's figure.
 *
 * @param number from 1, in order
 * @param heading may be empty
 * @param body may be empty
 * @param badges statuses of its figures that a reader must be told of, strongest first: {@code planned}
 * @param alt words for those who do not see it
 * @param span where it was written: in the article or in its {@code .carousel.md}
 */
public record Slide(
        Kind kind,
        int number,
        List<Inline> heading,
        List<Block> body,
        List<String> badges,
        String alt,
        SourceSpan span) {
    public Slide {
        heading = List.copyOf(heading);
        body = List.copyOf(body);
        badges = List.copyOf(badges);
    }

    /** What a slide is for, in the order of the arc. */
    public enum Kind {
        /** The question that makes a reader stop. */
        HOOK,
        /** What it is about. */
        CONTEXT,
        /** One idea. */
        POINT,
        /** A table, or one big figure. */
        TABLE,
        /** The steps of the whole, or all ideas again: what a reader keeps. */
        MAP,
        /** What to do now. */
        ACTION,
        /** Who says so. */
        SOURCES;

        /** The word in Markdown. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }
    }

    /** All that is to be read on it, a line for each paragraph. */
    public String text() {
        String head = Plain.text(heading);
        String rest = Plain.blocks(body);
        // A map and a big figure bear their own title.
        String below = rest.lines().findFirst().filter(head::equals).isPresent()
                ? rest.substring(head.length()).strip()
                : rest;
        return head.isEmpty() || below.isEmpty() ? head + below : head + "\n" + below;
    }

    Slide withAlt(String other) {
        return new Slide(kind, number, heading, body, badges, other, span);
    }
}
