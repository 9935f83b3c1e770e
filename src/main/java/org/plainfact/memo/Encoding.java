package org.plainfact.memo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A value as bytes: no two different values of the forms that are written have the same. For one thread. */
final class Encoding {
    private byte[] bytes = new byte[512];
    private int size;

    void tag(char tag) {
        room(1);
        bytes[size++] = (byte) tag;
    }

    void number(long number) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (number >>> shift);
        }
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        tag('s');
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(bytes, 0, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
