package org.plainfact.image;

import java.util.List;
import java.util.Optional;

/**
 * A picture that is ready to be published.
 *
 * @param width in pixels, as it is seen: after it has been turned as the camera says
 * @param height likewise
 * @param bytes of the picture in its own format, without what a camera or an editor wrote into it
 * @param copies smaller ones, by width
 * @param doubt why there are no copies although there should be
 */
public record Picture(int width, int height, byte[] bytes, List<Copy> copies, Optional<String> doubt) {
    public Picture {
        copies = List.copyOf(copies);
    }

    /** The same picture as WebP, as wide as it says, in sRGB; it takes fewer bytes than the picture. */
    public record Copy(int width, int height, byte[] bytes) {}
}
