package org.plainfact.memo;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes plain content to a stream: records and enums of this program, lists, maps, optionals, texts, numbers. A text that
 * comes again is written as a number. {@link Decoded} reads it. For one thread.
 */
final class Encoded {
    private final DataOutputStream out;
    private final Map<String, Integer> texts = new HashMap<>();

    Encoded(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void flush() throws IOException {
        out.flush();
    }

    void number(int number) throws IOException {
        int left = number;
        while ((left & ~0x7F) != 0) {
            out.writeByte((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.writeByte(left);
    }

    void text(String text) throws IOException {
        Integer known = texts.get(text);
        if (known != null) {
            number(known + 1);
            return;
        }
        texts.put(text, texts.size());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(0);
        number(utf8.length);
        out.write(utf8);
    }

    /** @throws IllegalArgumentException naming the class of a value that is no plain content */
    void value(Object value) throws IOException {
        switch (value) {
            case String text -> {
                out.writeByte('s');
                text(text);
            }
            case Record whole -> {
                out.writeByte('r');
                text(whole.getClass().getName());
                for (Object component : Shape.of(whole.getClass()).components(whole)) {
                    value(component);
                }
            }
            case Optional<?> optional -> {
                out.writeByte(optional.isPresent() ? '?' : '-');
                if (optional.isPresent()) {
                    value(optional.get());
                }
            }
            case Collection<?> all -> {
                out.writeByte('[');
                number(all.size());
                for (Object each : all) {
                    value(each);
                }
            }
            case Map<?, ?> map -> {
                out.writeByte(Fingerprinter.unordered(map) ? '*' : '{');
                number(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    value(entry.getKey());
                    value(entry.getValue());
                }
            }
            case Enum<?> constant -> {
                out.writeByte('e');
                text(constant.getDeclaringClass().getName());
                text(constant.name());
            }
            case Alike alike -> {
                out.writeByte('=');
                out.writeLong(alike.fingerprint().high());
                out.writeLong(alike.fingerprint().low());
            }
            case Boolean flag -> out.writeByte(flag ? 't' : 'f');
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            default ->
                throw new IllegalArgumentException(
                        "no plain content: " + value.getClass().getName());
        }
    }
}
