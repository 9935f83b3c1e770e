package org.plainfact.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Digests;

/**
 * A typeface of a family. All measures are in ems, with y downwards. Read when it is first needed, and kept. Safe for
 * several threads.
 */
final class Face {
    private final String family;
    private final int weight;
    private final boolean italic;
    private final String file;
    private volatile @Nullable Loaded loaded;

    /** @param file a resource beside this class */
    Face(String family, int weight, boolean italic, String file) {
        this.family = family;
        this.weight = weight;
        this.italic = italic;
        this.file = file;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    boolean italic() {
        return italic;
    }

    /** Of its file. */
    String digest() {
        return Digests.sha256(bytes());
    }

    /** 0 where it has none. */
    int glyph(int codePoint) {
        return loaded().characters.getGlyphId(codePoint);
    }

    double advance(int glyph) {
        return loaded().advance(glyph);
    }

    /** What is added to the advance of the first of two glyphs. */
    double kerning(int left, int right) {
        Loaded font = loaded();
        return font.kernings.computeIfAbsent((long) left << 16 | right, pair -> font.kerning.between(left, right))
                * font.em;
    }

    Path2D outline(int glyph) {
        Loaded font = loaded();
        return font.outlines.computeIfAbsent(glyph, font::outline);
    }

    double ascent() {
        return loaded().ascent;
    }

    double descent() {
        return loaded().descent;
    }

    double underline() {
        return loaded().underline;
    }

    double underlineThickness() {
        return loaded().underlineThickness;
    }

    /** A copy for one user alone, which closes it. */
    TrueTypeFont open() {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes()));
            // Ligatures would not stand where the letters were set.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded loaded() {
        Loaded font = loaded;
        return font == null ? load() : font;
    }

    private synchronized Loaded load() {
        Loaded font = loaded;
        if (font == null) {
            try {
                font = new Loaded(open());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            loaded = font;
        }
        return font;
    }

    private byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(Face.class.getResourceAsStream("fonts/" + file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }

    private static final class Loaded {
        private final TrueTypeFont font;
        private final CmapLookup characters;
        private final Kerning kerning;
        private final double em;
        private final double ascent;
        private final double descent;
        private final double underline;
        private final double underlineThickness;
        private final Map<Integer, Path2D> outlines = new ConcurrentHashMap<>();
        private final Map<Long, Integer> kernings = new ConcurrentHashMap<>();

        Loaded(TrueTypeFont font) throws IOException {
            this.font = font;
            this.characters = font.getUnicodeCmapLookup();
            TTFTable gpos = font.getTableMap().get("GPOS");
            this.kerning = new Kerning(gpos == null ? new byte[0] : font.getTableBytes(gpos));
            this.em = 1.0 / font.getUnitsPerEm();
            this.ascent = font.getHorizontalHeader().getAscender() * em;
            this.descent = -font.getHorizontalHeader().getDescender() * em;
            this.underline = -font.getPostScript().getUnderlinePosition() * em;
            this.underlineThickness = font.getPostScript().getUnderlineThickness() * em;
        }

        double advance(int glyph) {
            try {
                return font.getAdvanceWidth(glyph) * em;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Path2D outline(int glyph) {
            try {
                GlyphData data = font.getGlyph().getGlyph(glyph);
                GeneralPath path = data == null ? new GeneralPath() : data.getPath();
                return new Path2D.Float(path, AffineTransform.getScaleInstance(em, -em));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
