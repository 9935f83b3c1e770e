package org.plainfact.image;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Bytes to pixels and back: JPEG, PNG by the JDK; WebP by libwebp. */
final class Codec {
    /** In the JDK's package of the readers and writers that we mean: a library on the class path may bring others. */
    private static final String JDK = "com.sun.imageio.";

    private static final float JPEG_QUALITY = 0.9f;

    /** Of libwebp's 0 to 1; about what JPEG has at 0.85. */
    private static final float WEBP_QUALITY = 0.8f;

    private Codec() {}

    static BufferedImage decode(Container container) throws NotAPicture {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(container.bytes()))) {
            ImageReader reader = reader(container.format());
            try {
                reader.setInput(in, true, true);
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw NotAPicture.broken("the picture cannot be decoded: "
                    + String.valueOf(e.getMessage()).strip());
        }
    }

    private static ImageReader reader(Container.Format format) throws IOException {
        return format == Container.Format.WEBP
                ? libwebp(() -> new WebPImageReaderSpi().createReaderInstance(null))
                : ofJdk(ImageIO.getImageReadersByFormatName(name(format)));
    }

    /** In the format of the original, for one that had to be turned. */
    static byte[] encode(BufferedImage image, Container.Format format) {
        return switch (format) {
            case JPEG -> {
                ImageWriter writer = ofJdk(ImageIO.getImageWritersByFormatName("jpeg"));
                ImageWriteParam how = writer.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(JPEG_QUALITY);
                yield write(writer, how, image);
            }
            case PNG -> {
                ImageWriter writer = ofJdk(ImageIO.getImageWritersByFormatName("png"));
                yield write(writer, writer.getDefaultWriteParam(), image);
            }
            case WEBP -> webp(image, false);
            case GIF -> throw new IllegalArgumentException("a GIF stays as it is");
        };
    }

    static byte[] webp(BufferedImage image, boolean lossless) {
        // The native code takes pixels with their own colour, not with that weighed by how clear they are.
        BufferedImage plain = Pixels.clear(image) ? straight(image) : image;
        WebPWriteParam how = new WebPWriteParam(Locale.ROOT);
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(lossless ? CompressionType.Lossless : CompressionType.Lossy);
        how.setCompressionQuality(lossless ? 0.6f : WEBP_QUALITY);
        try {
            return write(libwebp(() -> new WebPImageWriterSpi().createWriterInstance(null)), how, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage straight(BufferedImage image) {
        BufferedImage straight = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        straight.setRGB(
                0,
                0,
                image.getWidth(),
                image.getHeight(),
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()),
                0,
                image.getWidth());
        return straight;
    }

    private interface Native<V> {
        V get() throws IOException;
    }

    private static <V> V libwebp(Native<V> use) throws IOException {
        try {
            return use.get();
        } catch (LinkageError | IllegalStateException e) {
            throw new IOException(
                    "WebP cannot be read and written on this machine (" + e.getMessage()
                            + "); images.copies=false in jbake.properties does without it",
                    e);
        }
    }

    private static byte[] write(ImageWriter writer, ImageWriteParam how, BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static <P> P ofJdk(Iterator<P> all) {
        while (all.hasNext()) {
            P one = all.next();
            if (one.getClass().getName().startsWith(JDK)) {
                return one;
            }
        }
        throw new IllegalStateException("the JDK has no such reader or writer");
    }

    private static String name(Container.Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
