package org.plainfact.picture;

import java.util.List;

/** A sheet as it is drawn. Its bytes are made when they are asked for. */
public final class Drawing {
    private final Sheet sheet;
    private final List<Mark> marks;
    private final List<Flaw> flaws;

    Drawing(Sheet sheet, List<Mark> marks, List<Flaw> flaws) {
        this.sheet = sheet;
        this.marks = marks;
        this.flaws = flaws;
    }

    public int width() {
        return sheet.width();
    }

    public int height() {
        return sheet.height();
    }

    /** What is wrong with it, from top to bottom. */
    public List<Flaw> flaws() {
        return flaws;
    }

    public byte[] png() {
        return raster().png();
    }

    /** @param quality 0 to 1; from 0.9 on, edges of type are clean */
    public byte[] jpeg(double quality) {
        return raster().jpeg(quality);
    }

    List<Mark> marks() {
        return marks;
    }

    private Raster raster() {
        return Raster.of(marks, width(), height());
    }
}
