package org.plainfact.picture;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.extend.FontResolver;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.TextRenderer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.FontResolverHelper;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.FSFontMetrics;
import com.openhtmltopdf.render.JustificationInfo;
import java.util.List;

/** Chooses and measures type for the layout. */
final class Typesetter implements FontResolver, TextRenderer {
    private final Faces faces;

    Typesetter(Faces faces) {
        this.faces = faces;
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification wanted) {
        boolean italic = wanted.fontStyle == IdentValue.ITALIC || wanted.fontStyle == IdentValue.OBLIQUE;
        int weight = FontResolverHelper.convertWeightToInt(wanted.fontWeight);
        List<String> families = wanted.families == null ? List.of() : List.of(wanted.families);
        return new Font(faces.chosen(families, weight, italic), wanted.size);
    }

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        return (int) Math.ceil(Line.of(text, (Font) font, 0, 0).width());
    }

    @Override
    public FSFontMetrics getFSFontMetrics(FontContext context, FSFont font, String text) {
        return new Metrics(((Font) font).face(), font.getSize2D());
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y) {
        ((Canvas) device).write(text, x, y, 0, 0);
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y, JustificationInfo info) {
        double letter = info.getNonSpaceAdjust();
        ((Canvas) device).write(text, x, y, letter, info.getSpaceAdjust() - letter);
    }

    /** Those of the wanted face: one that stands in for it does not move the lines. */
    private record Metrics(Face face, float size) implements FSFontMetrics {
        @Override
        public float getAscent() {
            return (float) (face.ascent() * size);
        }

        @Override
        public float getDescent() {
            return (float) (face.descent() * size);
        }

        @Override
        public float getStrikethroughOffset() {
            return -0.3f * size;
        }

        @Override
        public float getStrikethroughThickness() {
            return getUnderlineThickness();
        }

        @Override
        public float getUnderlineOffset() {
            return (float) (face.underline() * size);
        }

        @Override
        public float getUnderlineThickness() {
            return (float) (face.underlineThickness() * size);
        }
    }
}
