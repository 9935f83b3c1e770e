package org.plainfact.picture;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Binds drawings to a PDF, in which text stays text. */
final class Binder implements AutoCloseable {
    /** 96 pixels and 72 points to an inch. */
    private static final float POINTS = 0.75f;

    private final PDDocument document = new PDDocument();
    private final Map<Face, PDType0Font> fonts = new HashMap<>();
    private final List<TrueTypeFont> open = new ArrayList<>();

    static byte[] bind(String title, String language, List<Drawing> drawings) throws IOException {
        try (Binder binder = new Binder()) {
            binder.head(title, language);
            for (Drawing drawing : drawings) {
                binder.page(drawing);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
            binder.document.save(out);
            return out.toByteArray();
        }
    }

    /** Without dates, and with an identity that comes from the content alone. */
    private void head(String title, String language) {
        document.setDocumentId(0L);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(language);
    }

    private void page(Drawing drawing) throws IOException {
        PDPage page = new PDPage(new PDRectangle(drawing.width() * POINTS, drawing.height() * POINTS));
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.transform(new Matrix(POINTS, 0, 0, -POINTS, 0, drawing.height() * POINTS));
            for (Mark mark : drawing.marks()) {
                out.saveGraphicsState();
                put(out, mark);
                out.restoreGraphicsState();
            }
        }
    }

    private void put(PDPageContentStream out, Mark mark) throws IOException {
        if (mark.clip().isPresent()) {
            trace(out, mark.clip().get());
            out.clip();
        }
        out.setNonStrokingColor(mark.color());
        if (mark.color().getAlpha() < 255) {
            PDExtendedGraphicsState alpha = new PDExtendedGraphicsState();
            alpha.setNonStrokingAlphaConstant(mark.color().getAlpha() / 255f);
            out.setGraphicsStateParameters(alpha);
        }
        switch (mark) {
            case Mark.Area area -> fill(out, area.shape());
            case Mark.Text text -> write(out, text);
        }
    }

    private static void fill(PDPageContentStream out, Shape shape) throws IOException {
        if (shape.getBounds2D().isEmpty()) {
            return;
        }
        if (trace(out, shape) == PathIterator.WIND_EVEN_ODD) {
            out.fillEvenOdd();
        } else {
            out.fill();
        }
    }

    /** Draws a path; gives its rule of winding. */
    private static int trace(PDPageContentStream out, Shape shape) throws IOException {
        float[] p = new float[6];
        float x = 0;
        float y = 0;
        PathIterator path = shape.getPathIterator(null);
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> out.moveTo(x = p[0], y = p[1]);
                case PathIterator.SEG_LINETO -> out.lineTo(x = p[0], y = p[1]);
                case PathIterator.SEG_QUADTO -> {
                    out.curveTo(
                            x + (p[0] - x) * 2 / 3,
                            y + (p[1] - y) * 2 / 3,
                            p[2] + (p[0] - p[2]) * 2 / 3,
                            p[3] + (p[1] - p[3]) * 2 / 3,
                            p[2],
                            p[3]);
                    x = p[2];
                    y = p[3];
                }
                case PathIterator.SEG_CUBICTO -> out.curveTo(p[0], p[1], p[2], p[3], x = p[4], y = p[5]);
                default -> out.closePath();
            }
        }
        return path.getWindingRule();
    }

    /** A stretch of one face after the other; a character without a glyph is the box that the picture has too. */
    private void write(PDPageContentStream out, Mark.Text text) throws IOException {
        List<Line.Glyph> glyphs = text.line().glyphs();
        for (int from = 0, to; from < glyphs.size(); from = to) {
            Line.Glyph first = glyphs.get(from);
            to = from + 1;
            if (first.id() == 0) {
                fill(out, text.outline(List.of(first)));
                continue;
            }
            while (to < glyphs.size()
                    && glyphs.get(to).id() != 0
                    && glyphs.get(to).face().equals(first.face())) {
                to++;
            }
            write(out, text, glyphs.subList(from, to));
        }
    }

    private void write(PDPageContentStream out, Mark.Text text, List<Line.Glyph> glyphs) throws IOException {
        Line.Glyph first = glyphs.getFirst();
        out.beginText();
        out.setFont(font(first.face()), (float) text.size());
        out.setTextMatrix(new Matrix(1, 0, 0, -1, (float) (text.x() + first.x()), (float) text.y()));
        out.showTextWithPositioning(positioned(text, glyphs));
        out.endText();
    }

    /** Characters, and between two of them how much nearer they are than they would be, in thousandths of an em. */
    private static Object[] positioned(Mark.Text text, List<Line.Glyph> glyphs) {
        List<Object> parts = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        double x = glyphs.getFirst().x();
        for (Line.Glyph glyph : glyphs) {
            double nearer = (x - glyph.x()) / text.size() * 1000;
            if (Math.abs(nearer) > 0.5) {
                parts.add(stretch.toString());
                parts.add((float) nearer);
                stretch.setLength(0);
            }
            stretch.appendCodePoint(glyph.codePoint());
            x = glyph.x() + glyph.face().advance(glyph.id()) * text.size();
        }
        parts.add(stretch.toString());
        return parts.toArray();
    }

    private PDType0Font font(Face face) throws IOException {
        PDType0Font font = fonts.get(face);
        if (font == null) {
            TrueTypeFont file = face.open();
            open.add(file);
            font = PDType0Font.load(document, file, true);
            fonts.put(face, font);
        }
        return font;
    }

    @Override
    public void close() throws IOException {
        document.close();
        for (TrueTypeFont file : open) {
            file.close();
        }
    }
}
