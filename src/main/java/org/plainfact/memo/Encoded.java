package org.plainfact.memo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain content to a stream: records and enums of this program, lists, maps, optionals, texts, numbers. A text that
 * comes again is written as a number. {@link Decoded} reads it. For one thread.
 */
final class Encoded {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int size;
    private final Numbering texts = new Numbering();
    private final Function<Record, @Nullable Fingerprint> taken;

    /**
     * @param out gets pieces of many bytes: what is written comes in pieces of one
     * @param taken the fingerprint of a record, which is written beside it: taking it again is dearer than reading it; null for none
     */
    Encoded(OutputStream out, Function<Record, @Nullable Fingerprint> taken) {
        this.out = out;
        this.taken = taken;
    }

    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
        out.flush();
    }

    private void room(int bytes) throws IOException {
        if (size + bytes > BUFFER) {
            out.write(buffer, 0, size);
            size = 0;
        }
    }

    private void octet(int octet) throws IOException {
        room(1);
        buffer[size++] = (byte) octet;
    }

    private void bytes(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER) {
            room(BUFFER);
            out.write(bytes);
            return;
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** The high bytes first. */
    private void whole(long number, int bytes) throws IOException {
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            octet((int) (number >>> shift));
        }
    }

    private void fingerprint(Fingerprint fingerprint) throws IOException {
        whole(fingerprint.high(), Long.BYTES);
        whole(fingerprint.low(), Long.BYTES);
    }

    void number(int number) throws IOException {
        int left = number;
        while ((left & ~0x7F) != 0) {
            octet((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        octet(left);
    }

    void text(String text) throws IOException {
        int known = texts.of(text);
        if (known >= 0) {
            number(known + 1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(0);
        number(utf8.length);
        bytes(utf8);
    }

    /** @throws IllegalArgumentException naming the class of a value that is no plain content */
    void value(Object value) throws IOException {
        switch (value) {
            case String text -> {
                octet('s');
                text(text);
            }
            case Record whole -> {
                Fingerprint known = taken.apply(whole);
                octet(known == null ? 'r' : 'R');
                if (known != null) {
                    fingerprint(known);
                }
                text(whole.getClass().getName());
                for (Object component : Shape.of(whole.getClass()).components(whole)) {
                    value(component);
                }
            }
            case Optional<?> optional -> {
                octet(optional.isPresent() ? '?' : '-');
                if (optional.isPresent()) {
                    value(optional.get());
                }
            }
            case Collection<?> all -> {
                octet('[');
                number(all.size());
                for (Object each : all) {
                    value(each);
                }
            }
            case Map<?, ?> map -> {
                octet(Fingerprinter.unordered(map) ? '*' : '{');
                number(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    value(entry.getKey());
                    value(entry.getValue());
                }
            }
            case Enum<?> constant -> {
                octet('e');
                text(constant.getDeclaringClass().getName());
                text(constant.name());
            }
            case Alike alike -> {
                octet('=');
                fingerprint(alike.fingerprint());
            }
            case Later<?> later -> {
                octet('~');
                fingerprint(later.fingerprint());
            }
            case Boolean flag -> octet(flag ? 't' : 'f');
            case Integer number -> {
                octet('i');
                whole(number, Integer.BYTES);
            }
            case Long number -> {
                octet('l');
                whole(number, Long.BYTES);
            }
            default ->
                throw new IllegalArgumentException(
                        "no plain content: " + value.getClass().getName());
        }
    }
}
