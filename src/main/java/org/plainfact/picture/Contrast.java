package org.plainfact.picture;

import java.awt.Color;

/**
 * How far two colours are apart.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2: contrast ratio</a>
 */
public final class Contrast {
    private Contrast() {}

    /** From 1 to 21. */
    public static double of(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** What is seen where a colour lies on an opaque one. */
    static Color over(Color above, Color below) {
        double part = above.getAlpha() / 255.0;
        return new Color(
                mixed(above.getRed(), below.getRed(), part),
                mixed(above.getGreen(), below.getGreen(), part),
                mixed(above.getBlue(), below.getBlue(), part));
    }

    private static int mixed(int above, int below, double part) {
        return (int) Math.round(above * part + below * (1 - part));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
