package org.plainfact.directive;

import java.util.Optional;

/** How an address in a text becomes one that works on every page of the site. */
public interface Links {
    /**
     * The address of a link in a file, as the site serves it; unchanged where it leads elsewhere.
     *
     * @param from path of the file
     */
    String href(String from, String written);

    /**
     * The address of a picture in a file, as the site serves it.
     *
     * @param from path of the file
     */
    String src(String from, String written);

    /**
     * How large a picture in a file is; empty where that is not known.
     *
     * @param from path of the file
     */
    Optional<Picture> shown(String from, String written);

    /**
     * @param width in pixels
     * @param srcset addresses and widths of smaller copies as WebP, as the attribute has them; empty for none
     * @param sizes how wide it is shown, as the attribute has it
     */
    record Picture(int width, int height, String srcset, String sizes) {}

    /** Whether an address has a scheme or a host of its own, so that it is printed as it is written. */
    static boolean leave(String written) {
        int colon = written.indexOf(':');
        int slash = written.indexOf('/');
        return written.startsWith("//") || (colon >= 0 && (slash < 0 || colon < slash) && !written.startsWith("#"));
    }
}
