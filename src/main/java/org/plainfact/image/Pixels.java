package org.plainfact.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Pixels in sRGB, turned upright, made smaller. Java's own loops do all of it: the same pixels on any machine. */
final class Pixels {
    private Pixels() {}

    /** Converts by the picture's own colour profile. */
    static BufferedImage srgb(BufferedImage image) {
        return drawn(image, image.getWidth(), image.getHeight(), new AffineTransform(), false);
    }

    /** @param orientation 1 to 8, as EXIF numbers them */
    static BufferedImage upright(BufferedImage image, int orientation) {
        double w = image.getWidth();
        double h = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        boolean lying = orientation >= 5;
        return turn.isIdentity()
                ? image
                : drawn(
                        image,
                        lying ? image.getHeight() : image.getWidth(),
                        lying ? image.getWidth() : image.getHeight(),
                        turn,
                        false);
    }

    /** Halved as long as that is not too small, each pixel the mean of four; then the rest of the way. */
    static BufferedImage smaller(BufferedImage image, int width) {
        BufferedImage from = image;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2) {
            from = scaled(from, from.getWidth() / 2, Math.max(1, from.getHeight() / 2));
        }
        return from.getWidth() == width
                ? from
                : scaled(from, width, height(image.getWidth(), image.getHeight(), width));
    }

    /** That belongs to a width. */
    static int height(int fullWidth, int fullHeight, int width) {
        return (int) Math.max(1, Math.round((double) fullHeight * width / fullWidth));
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        AffineTransform scale = AffineTransform.getScaleInstance(
                (double) width / image.getWidth(), (double) height / image.getHeight());
        return drawn(image, width, height, scale, true);
    }

    private static BufferedImage drawn(
            BufferedImage image, int width, int height, AffineTransform how, boolean smooth) {
        boolean clear = image.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    smooth
                            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            if (smooth) {
                graphics.drawImage(image, 0, 0, width, height, null);
            } else {
                graphics.drawImage(image, how, null);
            }
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    static boolean clear(BufferedImage image) {
        return image.getColorModel().hasAlpha();
    }
}
