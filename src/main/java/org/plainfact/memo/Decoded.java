package org.plainfact.memo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads what {@link Encoded} wrote. Makes nothing but records and enums of this program. For one thread. */
final class Decoded {
    private static final String OURS = "org.plainfact.";

    private final DataInputStream in;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    private final BiConsumer<Record, Fingerprint> taken;

    /** @param taken told of each record that stands beside its fingerprint */
    Decoded(InputStream in, BiConsumer<Record, Fingerprint> taken) {
        this.in = new DataInputStream(in);
        this.taken = taken;
    }

    int number() throws IOException {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return number;
            }
        }
    }

    String text() throws IOException {
        int known = number();
        if (known > 0) {
            return texts.get(known - 1);
        }
        byte[] utf8 = new byte[number()];
        in.readFully(utf8);
        String text = new String(utf8, StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }

    Object value() throws IOException {
        char kind = (char) in.readUnsignedByte();
        return switch (kind) {
            case 's' -> text();
            case 'r' -> whole();
            case 'R' -> known();
            case '?' -> Optional.of(value());
            case '-' -> Optional.empty();
            case '[' -> list();
            case '{' -> Collections.unmodifiableMap(map());
            case '*' -> Map.copyOf(map());
            case 'e' -> constant();
            case '=' -> new Alike(fingerprint());
            case '~' -> Later.known(fingerprint());
            case 't' -> true;
            case 'f' -> false;
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            default -> throw new IOException("no kind of value: " + (int) kind);
        };
    }

    private Fingerprint fingerprint() throws IOException {
        return new Fingerprint(in.readLong(), in.readLong());
    }

    private Object known() throws IOException {
        Fingerprint fingerprint = fingerprint();
        Object whole = whole();
        if (whole instanceof Record known) {
            taken.accept(known, fingerprint);
        }
        return whole;
    }

    private Object whole() throws IOException {
        Shape shape = Shape.of(type());
        Object[] components = new Object[shape.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = value();
        }
        return shape.make(components);
    }

    private List<Object> list() throws IOException {
        Object[] items = new Object[number()];
        for (int i = 0; i < items.length; i++) {
            items[i] = value();
        }
        return List.of(items);
    }

    private Map<Object, Object> map() throws IOException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = number(); left > 0; left--) {
            map.put(value(), value());
        }
        return map;
    }

    private Object constant() throws IOException {
        Class<?> type = type();
        String name = text();
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("no constant of " + type.getName() + ": " + name);
    }

    private Class<?> type() throws IOException {
        String name = text();
        Class<?> type = types.get(name);
        if (type == null) {
            type = find(name);
            types.put(name, type);
        }
        return type;
    }

    private static Class<?> find(String name) throws IOException {
        if (!name.startsWith(OURS)) {
            throw new IOException("no class of this program: " + name);
        }
        try {
            Class<?> type = Class.forName(name, false, Decoded.class.getClassLoader());
            if (!type.isRecord() && !type.isEnum()) {
                throw new IOException("neither record nor enum: " + name);
            }
            return type;
        } catch (ClassNotFoundException e) {
            throw new IOException("no class of this program: " + name, e);
        }
    }
}
