package org.plainfact.social;

import java.util.List;

/** Draws the slides of posts. What draws is not known here. */
public interface Easel {
    /** For posts of text alone. */
    Easel NONE = post -> List.of();

    /** The files of a post's slides, under the names that its {@link Platform} gives them; nothing is drawn yet. */
    List<Medium> media(Post post);
}
