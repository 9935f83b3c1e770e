package org.plainfact.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures for tests, with all that a camera writes into them. */
public final class Camera {
    /** Stands in each part of a file that tells where and by whom it was taken. */
    public static final String SECRET = "Secret place";

    private Camera() {}

    /** Red at the top left, green at the top right, blue at the bottom left, white at the bottom right, with a gradient between. */
    public static BufferedImage scene(int width, int height, boolean clear) {
        BufferedImage image =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        if (!clear) {
            graphics.setPaint(new GradientPaint(0, 0, Color.GRAY, width, height, Color.ORANGE));
            graphics.fillRect(0, 0, width, height);
        }
        int w = width / 4;
        int h = height / 4;
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, w, h);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width - w, 0, w, h);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height - h, w, h);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width - w, height - h, w, h);
        graphics.dispose();
        return image;
    }

    public static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG as a telephone writes it: EXIF with a place, XMP, IPTC, a comment, and a film behind the picture. */
    public static byte[] photograph(int width, int height, int orientation) {
        byte[] jpeg = encoded(scene(width, height, false), "jpg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segment(out, 0xE1, "Exif\0\0", exif(orientation));
        segment(out, 0xE1, "http://ns.adobe.com/xap/1.0/\0", SECRET.getBytes(ISO_8859_1));
        segment(out, 0xED, "Photoshop 3.0\0", SECRET.getBytes(ISO_8859_1));
        segment(out, 0xE2, "MPF\0", SECRET.getBytes(ISO_8859_1));
        segment(out, 0xFE, "", SECRET.getBytes(ISO_8859_1));
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes(("ftypmp42" + SECRET).getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, String name, byte[] data) {
        int length = 2 + name.length() + data.length;
        out.write(0xFF);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(name.getBytes(ISO_8859_1));
        out.writeBytes(data);
    }

    /** A TIFF directory: orientation, maker, and a GPS directory with a latitude. */
    public static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        tiff.putShort((short) 0x010F)
                .putShort((short) 2)
                .putInt(SECRET.length() + 1)
                .putInt(60);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(80);
        tiff.position(60);
        tiff.put(SECRET.getBytes(ISO_8859_1));
        tiff.position(80);
        tiff.putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .put("N\0\0\0".getBytes(ISO_8859_1));
        return tiff.array();
    }

    /** A PNG with a place, a text and a time in it. */
    public static byte[] screenshot(BufferedImage image) {
        byte[] png = encoded(image, "png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        out.writeBytes(chunk("eXIf", exif(1)));
        out.writeBytes(chunk("tEXt", ("Author\0" + SECRET).getBytes(ISO_8859_1)));
        out.writeBytes(chunk("iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + SECRET).getBytes(ISO_8859_1)));
        out.writeBytes(chunk("prVt", SECRET.getBytes(ISO_8859_1)));
        out.write(png, 33, png.length - 33);
        out.writeBytes(SECRET.getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /** A JPEG whose colours are those of print: cyan, magenta, yellow, black. */
    public static byte[] print(int width, int height) throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A PNG whose head says a size that its pixels do not have. */
    public static byte[] bomb(int width, int height) {
        byte[] png = encoded(scene(8, 8, false), "png");
        ByteBuffer bytes = ByteBuffer.wrap(png);
        bytes.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        return png;
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(ISO_8859_1)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        chunk.putInt((int) crc.getValue());
        return chunk.array();
    }

    /** A WebP with a place in it. */
    public static byte[] webp(int width, int height, int orientation) throws IOException {
        byte[] plain = Codec.webp(scene(width, height, false), false);
        byte[] exif = exif(orientation);
        byte[] xmp = (SECRET + SECRET.length()).getBytes(ISO_8859_1);
        ByteBuffer out = ByteBuffer.allocate(plain.length + 18 + 8 + exif.length + 8 + xmp.length + (xmp.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(plain, 0, 4).putInt(out.capacity() - 8).put(plain, 8, 4);
        out.put("VP8X".getBytes(ISO_8859_1)).putInt(10).putInt(0x0C);
        put24(out, width - 1);
        put24(out, height - 1);
        out.put(plain, 12, plain.length - 12);
        out.put("EXIF".getBytes(ISO_8859_1)).putInt(exif.length).put(exif);
        out.put("XMP ".getBytes(ISO_8859_1)).putInt(xmp.length).put(xmp);
        return out.array();
    }

    private static void put24(ByteBuffer out, int number) {
        out.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }
}
