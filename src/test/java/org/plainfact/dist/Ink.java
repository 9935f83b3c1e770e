package org.plainfact.dist;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Draws text into a PNG and reads it again: what a runtime needs for pictures. Run by {@code src/test/dist/install.sh}. */
public final class Ink {
    private Ink() {}

    /** Fails where no text comes out. */
    public static void main(String[] arguments) throws IOException {
        BufferedImage picture = new BufferedImage(400, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        pen.drawString("Plainfact", 10, 60);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", png)) {
            throw new IllegalStateException("nothing here writes PNG");
        }
        BufferedImage read = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png.toByteArray())));
        int inked = 0;
        for (int x = 0; x < read.getWidth(); x++) {
            for (int y = 0; y < read.getHeight(); y++) {
                inked += (read.getRGB(x, y) & 0xff) > 128 ? 1 : 0;
            }
        }
        if (inked < 500) {
            throw new IllegalStateException("the text has only " + inked + " pixels");
        }
        System.out.println(inked + " pixels of text");
    }
}
