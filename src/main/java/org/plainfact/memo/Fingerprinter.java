package org.plainfact.memo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.SourceSpan;

/**
 * Fingerprints values by what is in them: records, lists, maps, optionals, texts, numbers, enums. Two values of the same
 * content have the same fingerprint, in every run and on every machine. Safe for several threads.
 *
 * <p>Records of the classes that are called heavy stand in what holds them by their own fingerprint, which is taken once
 * for each object: most of a site is the same from one build to the next.
 */
public final class Fingerprinter {
    private final boolean places;
    private final Set<Class<?>> heavy;
    private final Map<Class<?>, Function<Object, Object>> forms;
    private volatile Prints known = new Prints();
    private volatile Prints before = new Prints();

    /**
     * @param places whether line and column of a {@link SourceSpan} count
     * @param heavy records that are large or stand in many values
     * @param forms what stands for a value that is no plain content, by a type of the value
     */
    public Fingerprinter(boolean places, Set<Class<?>> heavy, Map<Class<?>, Function<Object, Object>> forms) {
        this.places = places;
        this.heavy = Set.copyOf(heavy);
        this.forms = Map.copyOf(forms);
    }

    /** @throws IllegalArgumentException naming the class of a value that is no plain content */
    public Fingerprint of(@Nullable Object value) {
        if (value != null && heavy.contains(value.getClass())) {
            return heavy((Record) value);
        }
        Encoding out = new Encoding();
        write(value, out);
        return out.fingerprint();
    }

    /** Whether two values have the same content. What is the same object in both is not looked into. */
    boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null || one.getClass() != other.getClass()) {
            return one instanceof List<?> a && other instanceof List<?> b && sameItems(a, b);
        }
        return switch (one) {
            case String text -> text.equals(other);
            case SourceSpan span -> places ? span.equals(other) : span.path().equals(((SourceSpan) other).path());
            case Record whole -> sameComponents(whole, (Record) other);
            case Later<?> later -> later.equals(other);
            case Optional<?> optional -> same(optional.orElse(null), ((Optional<?>) other).orElse(null));
            case List<?> list -> sameItems(list, (List<?>) other);
            default -> of(one).equals(of(other));
        };
    }

    private boolean sameComponents(Record one, Record other) {
        Shape shape = Shape.of(one.getClass());
        for (int i = 0; i < shape.size(); i++) {
            if (!same(shape.get(i, one), shape.get(i, other))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameItems(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (Object item : one) {
            if (!same(item, others.next())) {
                return false;
            }
        }
        return true;
    }

    /** Takes it as given that this is the fingerprint of a record, where it is a heavy one. */
    void know(Record value, Fingerprint fingerprint) {
        if (heavy.contains(value.getClass())) {
            known.put(value, fingerprint);
        }
    }

    /** The fingerprint of a heavy record that was taken of late; null where it was not. */
    @Nullable
    Fingerprint known(Record value) {
        if (!heavy.contains(value.getClass())) {
            return null;
        }
        Fingerprint fingerprint = known.get(value);
        return fingerprint != null ? fingerprint : before.get(value);
    }

    /** Forgets objects that were not seen since the last call. */
    void turn() {
        before = known;
        known = new Prints();
    }

    private Fingerprint heavy(Record value) {
        Fingerprint fingerprint = known.get(value);
        if (fingerprint == null) {
            fingerprint = before.get(value);
            if (fingerprint == null) {
                Encoding out = new Encoding();
                writeComponents(value, out);
                fingerprint = out.fingerprint();
            }
            known.put(value, fingerprint);
        }
        return fingerprint;
    }

    private void write(@Nullable Object value, Encoding out) {
        switch (value) {
            case null -> out.tag('0');
            case String text -> out.text(text);
            case SourceSpan span -> writeSpan(span, out);
            case Record whole -> writeRecord(whole, out);
            case Later<?> later -> writeFingerprint('L', later.fingerprint(), out);
            case Alike alike -> writeFingerprint('A', alike.fingerprint(), out);
            case Optional<?> optional -> {
                out.tag(optional.isPresent() ? '?' : '-');
                optional.ifPresent(inner -> write(inner, out));
            }
            case Map<?, ?> map -> writeMap(map, out);
            case Collection<?> all -> writeAll(unordered(all) && all instanceof Set ? sorted(all) : all, out);
            case Enum<?> constant -> {
                out.tag('e');
                out.text(constant.name());
            }
            case Boolean flag -> out.tag(flag ? 't' : 'f');
            case Integer number -> writeNumber('i', number, out);
            case Long number -> writeNumber('l', number, out);
            case Double number -> writeNumber('d', Double.doubleToLongBits(number), out);
            case BigDecimal number -> out.text(number.toString());
            case BigInteger number -> out.text(number.toString());
            default -> write(form(value), out);
        }
    }

    private Object form(Object value) {
        return forms.entrySet().stream()
                .filter(form -> form.getKey().isInstance(value))
                .findFirst()
                .map(form -> form.getValue().apply(value))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no plain content: " + value.getClass().getName()));
    }

    private static void writeNumber(char kind, long bits, Encoding out) {
        out.tag(kind);
        out.number(bits);
    }

    private void writeSpan(SourceSpan span, Encoding out) {
        out.tag('@');
        out.text(span.path());
        if (places) {
            out.number(span.line());
            out.number(span.column());
        }
    }

    private void writeRecord(Record record, Encoding out) {
        if (!heavy.contains(record.getClass())) {
            writeComponents(record, out);
            return;
        }
        writeFingerprint('h', heavy(record), out);
    }

    private static void writeFingerprint(char kind, Fingerprint fingerprint, Encoding out) {
        out.tag(kind);
        out.number(fingerprint.high());
        out.number(fingerprint.low());
    }

    private void writeComponents(Record record, Encoding out) {
        Shape shape = Shape.of(record.getClass());
        out.tag('r');
        out.number(shape.name());
        for (int i = 0; i < shape.size(); i++) {
            write(shape.get(i, record), out);
        }
    }

    private void writeAll(Collection<?> all, Encoding out) {
        writeNumber('[', all.size(), out);
        all.forEach(each -> write(each, out));
    }

    private void writeMap(Map<?, ?> map, Encoding out) {
        Map<?, ?> ordered = unordered(map) ? sorted(map) : map;
        writeNumber('{', map.size(), out);
        ordered.forEach((key, value) -> {
            write(key, out);
            write(value, out);
        });
    }

    private static List<String> sorted(Collection<?> texts) {
        return texts.stream().map(Fingerprinter::text).sorted().toList();
    }

    private static SortedMap<String, Object> sorted(Map<?, ?> map) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(text(key), value));
        return sorted;
    }

    private static String text(Object key) {
        if (!(key instanceof String text)) {
            throw new IllegalArgumentException(
                    "no text as a key without order: " + key.getClass().getName());
        }
        return text;
    }

    /** The JDK's immutable maps and sets come in another order in each run. */
    static boolean unordered(Object collection) {
        return collection.getClass().getName().startsWith("java.util.ImmutableCollections$");
    }
}
