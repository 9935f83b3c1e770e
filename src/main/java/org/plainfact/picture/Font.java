package org.plainfact.picture;

import com.openhtmltopdf.render.FSFont;
import java.util.List;

/**
 * Type as a text asks for it.
 *
 * @param faces the wanted one, then those that stand in for it
 * @param size of an em, in dots
 */
record Font(List<Face> faces, float size) implements FSFont {
    @Override
    public float getSize2D() {
        return size;
    }

    Face face() {
        return faces.getFirst();
    }
}
