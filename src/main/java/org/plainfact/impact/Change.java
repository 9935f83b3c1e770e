package org.plainfact.impact;

import java.util.Optional;
import org.plainfact.source.SourceSpan;

/**
 * Something that reads differently.
 *
 * @param address path of the page or file on the site, or the folder of an article's posts
 * @param anchor the nearest id on the page, a pointer in JSON, or the platforms of a post; may be empty
 * @param place in the project, where it is known
 * @param before empty where it is new
 * @param after empty where it is gone
 */
public record Change(
        String address, String anchor, Reading.Kind kind, Optional<SourceSpan> place, String before, String after) {
    /** The same seen from the other side. */
    public Change reversed() {
        return new Change(address, anchor, kind, place, after, before);
    }

    /** Address and anchor in one. */
    public String where() {
        return anchor.isEmpty() ? address : address + (anchor.startsWith("/") ? anchor : "#" + anchor);
    }
}
