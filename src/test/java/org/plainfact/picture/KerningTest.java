package org.plainfact.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of letters stand as the JDK's own text layout (HarfBuzz) puts them. */
class KerningTest {
    private static final String LETTERS = "ABDFGKLOPRTUVWYZabcefgijkortvwxyz0147.,-–’”?!";
    private static final float SIZE = 1000;

    @ParameterizedTest
    @CsvSource({
        "Source Serif 4, 400, false, SourceSerif4-Regular.ttf",
        "Source Serif 4, 400, true, SourceSerif4-It.ttf",
        "Source Serif 4 Display, 600, false, SourceSerif4Display-Semibold.ttf",
        "Source Sans 3, 600, false, SourceSans3-Semibold.ttf"
    })
    void letters_are_as_near_as_another_text_engine_puts_them(String family, int weight, boolean italic, String file)
            throws IOException, FontFormatException {
        java.awt.Font other = load(file);
        Face face = new Face(family, weight, italic, file);
        FontRenderContext context = new FontRenderContext(null, true, true);
        int moved = 0;
        for (int left : LETTERS.codePoints().toArray()) {
            for (int right : LETTERS.codePoints().toArray()) {
                char[] pair = {(char) left, (char) right};
                GlyphVector set = other.layoutGlyphVector(context, pair, 0, 2, java.awt.Font.LAYOUT_LEFT_TO_RIGHT);
                double advance = face.advance(face.glyph(left));
                double kerning = face.kerning(face.glyph(left), face.glyph(right));
                moved += kerning == 0 ? 0 : 1;
                assertThat((advance + kerning) * SIZE)
                        .as("%s in %s", new String(pair), file)
                        .isCloseTo(set.getGlyphPosition(1).getX(), within(0.6));
            }
        }
        assertThat(moved).isGreaterThan(200);
    }

    private static java.awt.Font load(String file) throws IOException, FontFormatException {
        try (InputStream in = Face.class.getResourceAsStream("fonts/" + file)) {
            return java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, in)
                    .deriveFont(SIZE)
                    .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        }
    }
}
