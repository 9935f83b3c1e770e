package org.plainfact.image;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes of an author's picture what is published. The same file gives the same bytes. From any thread. */
public final class Darkroom {
    /** Names what this code makes of a file: to be raised with each change of it. */
    public static final int EDITION = 1;

    /** More than any camera's; what a picture of so many pixels takes in memory (200 MB) is there. */
    static final long MOST_PIXELS = 50_000_000;

    /** What screens of telephones and of desks show of a column of text, once and twice as dense. */
    private static final List<Integer> WIDTHS = List.of(480, 800, 1200, 1600);

    /** A photograph without loss takes about two; a drawing or a screen, a tenth of that. */
    private static final double BYTES_A_PIXEL = 0.6;

    private Darkroom() {}

    /**
     * A picture that is ready to be published.
     *
     * @param copies whether smaller ones are wanted, which takes most of the time
     * @throws NotAPicture where it is broken, or has too many pixels to be decoded
     */
    public static Picture develop(byte[] file, boolean copies) throws NotAPicture {
        Container container = Container.of(file);
        long pixels = (long) container.width() * container.height();
        if (pixels > MOST_PIXELS) {
            throw new NotAPicture(
                    "picture-too-large",
                    "the picture has " + container.width() + " × " + container.height() + " pixels; more than "
                            + MOST_PIXELS / 1_000_000 + " million are not decoded",
                    "make it smaller: 3200 pixels are enough for the widest screen");
        }
        boolean turned = container.orientation() > 1;
        boolean wanted = copies && !container.moving() && !container.foursome();
        if (!wanted && !(turned && !container.moving())) {
            return new Picture(
                    container.width(), container.height(), container.bytes(), List.of(), doubt(container, copies));
        }
        if (container.foursome()) {
            return new Picture(
                    container.width(), container.height(), container.bytes(), List.of(), doubt(container, true));
        }
        BufferedImage upright = Pixels.upright(Pixels.srgb(Codec.decode(container)), container.orientation());
        byte[] bytes = turned ? Codec.encode(upright, container.format()) : container.bytes();
        return new Picture(
                upright.getWidth(),
                upright.getHeight(),
                bytes,
                wanted ? copies(upright, bytes.length, container.format()) : List.of(),
                Optional.empty());
    }

    private static Optional<String> doubt(Container container, boolean copies) {
        return container.foursome() && copies
                ? Optional.of(
                        "the picture has the colours of print (CMYK), of which no copies are made; save it in sRGB")
                : Optional.empty();
    }

    private static List<Picture.Copy> copies(BufferedImage full, int limit, Container.Format format) {
        TreeSet<Integer> widths = new TreeSet<>(WIDTHS);
        widths.removeIf(width -> width >= full.getWidth());
        if (full.getWidth() <= WIDTHS.getLast()) {
            widths.add(full.getWidth());
        }
        List<Picture.Copy> copies = new ArrayList<>();
        BufferedImage from = full;
        // The largest first: the next is made of it, which is half of the work.
        for (int width : widths.descendingSet()) {
            from = Pixels.smaller(from, width);
            byte[] webp = webp(from, format);
            if (webp.length < limit) {
                copies.addFirst(new Picture.Copy(from.getWidth(), from.getHeight(), webp));
            }
        }
        return copies;
    }

    /** A PNG is most often a drawing or a screen, whose edges a loss would blur; it may be a photograph. */
    private static byte[] webp(BufferedImage image, Container.Format format) {
        if (format == Container.Format.PNG) {
            byte[] exact = Codec.webp(image, true);
            if (exact.length < BYTES_A_PIXEL * image.getWidth() * image.getHeight()) {
                return exact;
            }
        }
        return Codec.webp(image, false);
    }
}
