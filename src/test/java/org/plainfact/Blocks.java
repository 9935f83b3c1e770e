package org.plainfact;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * How a page looks, coarsely: the mean colour of each square of 16 pixels, from the top down to 1,600. Whether an edge of a
 * letter is drawn a little thicker changes a mean by a few of 255; another place or another colour of a thing, by many.
 */
record Blocks(BufferedImage means) {
    private static final int SIDE = 16;
    private static final int DEEPEST = 1600;

    /** From here on the mean of a square is another one. */
    private static final int OTHER = 24;

    /** How large a part of all squares may be another. */
    private static final double FEW = 0.006;

    /** By how much all means together may differ, of 255. */
    private static final double SHADE = 2.5;

    static Blocks of(byte[] screenshot) {
        BufferedImage page = decoded(screenshot);
        int height = Math.min(page.getHeight(), DEEPEST);
        BufferedImage means =
                new BufferedImage(page.getWidth() / SIDE, Math.max(1, height / SIDE), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < means.getHeight(); y++) {
            for (int x = 0; x < means.getWidth(); x++) {
                means.setRGB(x, y, mean(page, x * SIDE, y * SIDE));
            }
        }
        return new Blocks(means);
    }

    static Blocks read(byte[] png) {
        return new Blocks(decoded(png));
    }

    byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(means, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What a reader would see of the difference, in words; empty for none. */
    String difference(Blocks other) {
        int rows = Math.min(means.getHeight(), other.means.getHeight());
        if (means.getWidth() != other.means.getWidth() || Math.abs(means.getHeight() - other.means.getHeight()) > 2) {
            return "another size: " + size() + " and " + other.size() + " squares";
        }
        int others = 0;
        long sum = 0;
        int first = -1;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < means.getWidth(); x++) {
                int largest = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    int apart =
                            Math.abs((means.getRGB(x, y) >> shift & 0xFF) - (other.means.getRGB(x, y) >> shift & 0xFF));
                    largest = Math.max(largest, apart);
                    sum += apart;
                }
                if (largest >= OTHER) {
                    others++;
                    first = first < 0 ? y * SIDE : first;
                }
            }
        }
        int all = rows * means.getWidth();
        if (others > FEW * all) {
            return others + " of " + all + " squares differ, the first " + first + " px from the top";
        }
        double shade = sum / (3.0 * all);
        return shade > SHADE ? "all squares together differ by %.1f of 255".formatted(shade) : "";
    }

    private String size() {
        return means.getWidth() + " × " + means.getHeight();
    }

    private static int mean(BufferedImage page, int left, int top) {
        int[] pixels = page.getRGB(left, top, SIDE, SIDE, null, 0, SIDE);
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int sum = 0;
            for (int pixel : pixels) {
                sum += pixel >> shift & 0xFF;
            }
            mean |= sum / pixels.length << shift;
        }
        return mean;
    }

    private static BufferedImage decoded(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
