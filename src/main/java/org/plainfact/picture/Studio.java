package org.plainfact.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.plainfact.source.Digests;

/**
 * Draws sheets. The same sheet gives the same bytes on any machine of the same Java: typefaces are bundled, and nothing
 * is read but the sheet. Safe for several threads; typefaces are read once, when they are first needed.
 */
public final class Studio {
    private final Faces faces = new Faces();
    private final String digest = faces.digest();

    public Drawing draw(Sheet sheet) {
        Layout.Result result = new Layout(faces).of(sheet);
        return new Drawing(sheet, result.marks(), Inspection.of(sheet, result).flaws());
    }

    /**
     * One PDF, a page for each drawing, with typefaces embedded and text that can be searched.
     *
     * @param language such as {@code en}
     */
    public byte[] pdf(String title, String language, List<Drawing> drawings) {
        try {
            return Binder.bind(title, language, drawings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names what {@link #draw} makes of a sheet: equal for equal drawings by the same version of the program. */
    public String key(Sheet sheet) {
        return Digests.sha256((digest + "\n" + sheet).getBytes(UTF_8));
    }
}
