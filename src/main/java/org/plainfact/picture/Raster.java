package org.plainfact.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Pixels, sRGB. Text is filled as outlines, so that no font engine of the machine has a part in it. */
final class Raster {
    private static final String JPEG_METADATA = "javax_imageio_jpeg_image_1.0";
    private static final int COLOURS = 256;

    private final BufferedImage image;

    /** Colours that were asked for; all others are mixed from two of them at edges. */
    private final Set<Integer> plain;

    private Raster(BufferedImage image, Set<Integer> plain) {
        this.image = image;
        this.plain = plain;
    }

    static Raster of(List<Mark> marks, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            for (Mark mark : marks) {
                graphics.setClip(mark.clip().orElse(null));
                graphics.setColor(mark.color());
                graphics.fill(
                        switch (mark) {
                            case Mark.Area area -> area.shape();
                            case Mark.Text text -> text.outline();
                        });
            }
        } finally {
            graphics.dispose();
        }
        return new Raster(
                image, marks.stream().map(mark -> rgb(mark.color().getRGB())).collect(Collectors.toSet()));
    }

    /**
     * With a palette: such a file is half as large, and is written in half the time. For that, mixed colours at edges are
     * rounded by up to 4 of 255, which nobody sees; where there are too many even so, they stay as they are.
     */
    byte[] png() {
        BufferedImage indexed = indexed();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        return write(writer, how, indexed == null ? image : indexed, null);
    }

    /** @param quality 0 to 1; colours are as sharp as light and dark, since coloured type is all edges */
    byte[] jpeg(double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality((float) quality);
        return write(writer, how, image, unsampled(writer, how));
    }

    private IIOMetadata unsampled(ImageWriter writer, ImageWriteParam how) {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(JPEG_METADATA);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        try {
            metadata.setFromTree(JPEG_METADATA, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return metadata;
    }

    private static byte[] write(
            ImageWriter writer, ImageWriteParam how, BufferedImage image, @Nullable IIOMetadata metadata) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same with a palette, in the order of the colours' values; null where there are too many colours. */
    private @Nullable BufferedImage indexed() {
        int[] pixels = rounded();
        int[] palette = palette(pixels);
        if (palette == null) {
            return null;
        }
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage indexed =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] indices = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        int last = -1;
        int index = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != last) {
                last = pixels[i];
                index = Arrays.binarySearch(palette, last);
            }
            indices[i] = (byte) index;
        }
        return indexed;
    }

    private int[] rounded() {
        int[] pixels =
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData().clone();
        int last = -1;
        int other = -1;
        for (int i = 0; i < pixels.length; i++) {
            int rgb = rgb(pixels[i]);
            if (rgb != last) {
                last = rgb;
                other = plain.contains(rgb) ? rgb : rgb & 0xF8F8F8 | 0x040404;
            }
            pixels[i] = other;
        }
        return pixels;
    }

    private static int @Nullable [] palette(int[] pixels) {
        int[] sorted = new int[COLOURS + 1];
        int count = 0;
        int last = -1;
        for (int rgb : pixels) {
            int at = rgb == last ? 0 : Arrays.binarySearch(sorted, 0, count, rgb);
            last = rgb;
            if (at < 0) {
                if (count == COLOURS) {
                    return null;
                }
                System.arraycopy(sorted, -at - 1, sorted, -at, count + at + 1);
                sorted[-at - 1] = rgb;
                count++;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static int rgb(int argb) {
        return argb & 0xFFFFFF;
    }
}
