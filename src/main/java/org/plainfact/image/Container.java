package org.plainfact.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

/**
 * The parts of a picture's file: what it says of its size without being decoded, and the file without what a camera, a
 * telephone or an editor wrote into it – place, time, maker, preview pictures, comments. Pixels and colour profiles stay as
 * they are.
 *
 * @param width in pixels as they are stored
 * @param orientation 1 to 8, as EXIF numbers them (CIPA DC-008, 4.6.5): how the stored pixels are to be turned
 * @param bytes of the file without such things
 * @param moving whether it has several frames
 * @param foursome whether its colours are those of print: cyan, magenta, yellow, black
 */
record Container(
        Format format, int width, int height, int orientation, byte[] bytes, boolean moving, boolean foursome) {
    enum Format {
        JPEG,
        PNG,
        WEBP,
        GIF
    }

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Chunks of PNG (W3C, third edition) that decide how a picture looks. */
    private static final Set<String> SEEN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    static Container of(byte[] file) throws NotAPicture {
        try {
            if (file.length > 3 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8) {
                return jpeg(file);
            }
            if (file.length > PNG.length && Arrays.equals(file, 0, PNG.length, PNG, 0, PNG.length)) {
                return png(file);
            }
            if (text(file, 0, 4).equals("RIFF") && text(file, 8, 4).equals("WEBP")) {
                return webp(file);
            }
            if (text(file, 0, 3).equals("GIF")) {
                ByteBuffer screen = ByteBuffer.wrap(file, 6, 4).order(ByteOrder.LITTLE_ENDIAN);
                return new Container(
                        Format.GIF, screen.getShort() & 0xFFFF, screen.getShort() & 0xFFFF, 1, file, true, false);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw NotAPicture.broken("the file ends in the middle of the picture");
        }
        throw NotAPicture.broken("this is no JPEG, PNG, WebP or GIF, whatever its name says");
    }

    // ---- JPEG (ITU T.81, annex B)

    private static Container jpeg(byte[] file) throws NotAPicture {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 2);
        int width = 0;
        int height = 0;
        int components = 0;
        int orientation = 1;
        int at = 2;
        while (true) {
            if ((file[at] & 0xFF) != 0xFF) {
                throw NotAPicture.broken("between two parts of the picture stands something else");
            }
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xD9) {
                kept.write(file, at, 2);
                break;
            }
            int length = ((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF);
            int end = at + 2 + length;
            if (length < 2 || end > file.length) {
                throw new IndexOutOfBoundsException();
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                height = ((file[at + 5] & 0xFF) << 8) | (file[at + 6] & 0xFF);
                width = ((file[at + 7] & 0xFF) << 8) | (file[at + 8] & 0xFF);
                components = file[at + 9] & 0xFF;
            }
            if (marker == 0xE1 && text(file, at + 4, 4).equals("Exif")) {
                orientation = orientation(file, at + 10, end);
            }
            if (marker == 0xDA) {
                end = endOfScan(file, end);
            }
            if (shown(file, at, marker)) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        return checked(
                new Container(Format.JPEG, width, height, orientation, kept.toByteArray(), false, components == 4));
    }

    /** Whether a segment decides how the picture looks: no comment, and of those of applications JFIF, ICC and Adobe's alone. */
    private static boolean shown(byte[] file, int at, int marker) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return marker != 0xFE
                && (!application
                        || (marker == 0xE0 && text(file, at + 4, 4).equals("JFIF"))
                        || (marker == 0xE2 && text(file, at + 4, 11).equals("ICC_PROFILE"))
                        || (marker == 0xEE && text(file, at + 4, 5).equals("Adobe")));
    }

    /** Offset of the marker behind the compressed pixels. */
    private static int endOfScan(byte[] file, int from) {
        int at = from;
        while (true) {
            if ((file[at] & 0xFF) == 0xFF) {
                int next = file[at + 1] & 0xFF;
                boolean inside = next == 0 || (next >= 0xD0 && next <= 0xD7);
                if (!inside && next != 0xFF) {
                    return at;
                }
            }
            at++;
        }
    }

    // ---- PNG

    private static Container png(byte[] file) throws NotAPicture {
        ByteBuffer in = ByteBuffer.wrap(file);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, PNG.length);
        int orientation = 1;
        boolean moving = false;
        int at = PNG.length;
        String type;
        do {
            int length = in.getInt(at);
            type = text(file, at + 4, 4);
            int end = Math.addExact(at + 12, length);
            if (length < 0 || end > file.length) {
                throw new IndexOutOfBoundsException();
            }
            moving |= type.equals("acTL");
            orientation = type.equals("eXIf") ? orientation(file, at + 8, at + 8 + length) : orientation;
            if (SEEN.contains(type)) {
                kept.write(file, at, end - at);
            }
            at = end;
        } while (!type.equals("IEND"));
        return checked(new Container(
                Format.PNG, in.getInt(16), in.getInt(20), orientation, kept.toByteArray(), moving, false));
    }

    // ---- WebP (RFC 9649)

    private static Container webp(byte[] file) throws NotAPicture {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int whole = Math.min(file.length, Math.addExact(in.getInt(4), 8));
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 12);
        int width = 0;
        int height = 0;
        int orientation = 1;
        boolean moving = false;
        int at = 12;
        while (at + 8 <= whole) {
            String type = text(file, at, 4);
            int length = in.getInt(at + 4);
            int end = Math.min(file.length, Math.addExact(at + 8, Math.addExact(length, length & 1)));
            if (length < 0 || at + 8 + length > file.length) {
                throw new IndexOutOfBoundsException();
            }
            int data = at + 8;
            switch (type) {
                case "VP8X" -> {
                    width = 1 + (in.getInt(data + 4) & 0xFFFFFF);
                    height = 1 + ((in.getInt(data + 6) >>> 8) & 0xFFFFFF);
                    moving = (file[data] & 0x02) != 0;
                }
                case "VP8 " -> {
                    width = width == 0 ? in.getShort(data + 6) & 0x3FFF : width;
                    height = height == 0 ? in.getShort(data + 8) & 0x3FFF : height;
                }
                case "VP8L" -> {
                    int bits = in.getInt(data + 1);
                    width = width == 0 ? 1 + (bits & 0x3FFF) : width;
                    height = height == 0 ? 1 + ((bits >>> 14) & 0x3FFF) : height;
                }
                case "EXIF" -> {
                    int tiff = text(file, data, 4).equals("Exif") ? data + 6 : data;
                    orientation = orientation(file, tiff, data + length);
                }
                default -> {}
            }
            if (Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF").contains(type)) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        byte[] bytes = kept.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
        if (bytes.length > 20 && text(bytes, 12, 4).equals("VP8X")) {
            bytes[20] &= (byte) ~0x0C;
        }
        return checked(new Container(Format.WEBP, width, height, orientation, bytes, moving, false));
    }

    private static Container checked(Container container) throws NotAPicture {
        if (container.width < 1 || container.height < 1) {
            throw NotAPicture.broken("the picture has no pixels");
        }
        return container;
    }

    // ---- EXIF

    /** Tag 0x0112 of the first directory of a TIFF; 1 where there is none, or the directory is broken. */
    private static int orientation(byte[] file, int from, int to) {
        if (to - from < 14) {
            return 1;
        }
        ByteBuffer tiff = ByteBuffer.wrap(Arrays.copyOfRange(file, from, to));
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        if (at < 8 || at > tiff.capacity() - 2) {
            return 1;
        }
        int count = tiff.getShort(at) & 0xFFFF;
        for (int entry = at + 2; count > 0 && entry + 12 <= tiff.capacity(); entry += 12, count--) {
            if ((tiff.getShort(entry) & 0xFFFF) == 0x0112) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static String text(byte[] file, int from, int length) {
        return from + length > file.length ? "" : new String(file, from, length, ISO_8859_1);
    }
}
