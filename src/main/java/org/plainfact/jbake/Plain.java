package org.plainfact.jbake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jbake.model.DocumentModel;
import org.jspecify.annotations.Nullable;

/**
 * What engines make of a header or a data file, as content that can be compared and kept, and back again: the same types in the
 * same order.
 */
final class Plain {
    private Plain() {}

    /** What has no value. */
    record Nothing() {}

    /** A moment, in milliseconds since 1970. */
    record Moment(long time) {}

    /** A number that is no whole one of the usual sizes. */
    record Number(Kind kind, String digits) {}

    /** Items in order, of one kind of list. */
    record Items(Kind kind, List<Object> items) {}

    /** Keys and values by turns, of one kind of map, in its own order. */
    record Members(Kind kind, List<Object> members) {}

    enum Kind {
        TEXTS,
        LIST,
        MAP,
        DOCUMENT,
        ORDERED_MAP,
        DOUBLE,
        FLOAT,
        DECIMAL,
        WHOLE
    }

    /** Empty for what only its engine knows. */
    static Optional<Object> of(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.of(new Nothing());
            case String text -> Optional.of(text);
            case Boolean flag -> Optional.of(flag);
            case Integer number -> Optional.of(number);
            case Long number -> Optional.of(number);
            case Double number -> Optional.of(new Number(Kind.DOUBLE, number.toString()));
            case Float number -> Optional.of(new Number(Kind.FLOAT, number.toString()));
            case BigDecimal number -> Optional.of(new Number(Kind.DECIMAL, number.toString()));
            case BigInteger number -> Optional.of(new Number(Kind.WHOLE, number.toString()));
            case String[] texts -> Optional.of(new Items(Kind.TEXTS, List.<Object>of(texts)));
            case Date date ->
                date.getClass() == Date.class ? Optional.of(new Moment(date.getTime())) : Optional.empty();
            case List<?> list -> kind(list).flatMap(kind -> all(list.stream()).map(items -> new Items(kind, items)));
            case Map<?, ?> map ->
                kind(map)
                        .flatMap(kind -> all(map.entrySet().stream()
                                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())))
                                .map(members -> new Members(kind, members)));
            default -> Optional.empty();
        };
    }

    private static Optional<List<Object>> all(Stream<?> values) {
        List<Object> all = new ArrayList<>();
        Iterator<?> each = values.iterator();
        while (each.hasNext()) {
            Object value = each.next();
            Optional<Object> plain = of(value);
            if (plain.isEmpty()) {
                return Optional.empty();
            }
            all.add(plain.get());
        }
        return Optional.of(all);
    }

    /** Lists that cannot be told apart by who reads them are one kind. */
    private static Optional<Kind> kind(List<?> list) {
        return isKnown(list) ? Optional.of(Kind.LIST) : Optional.empty();
    }

    private static Optional<Kind> kind(Map<?, ?> map) {
        if (map instanceof DocumentModel) {
            return Optional.of(Kind.DOCUMENT);
        } else if (!isKnown(map)) {
            return Optional.empty();
        }
        return Optional.of(map instanceof HashMap && !(map instanceof LinkedHashMap) ? Kind.MAP : Kind.ORDERED_MAP);
    }

    /** Of Java, or of the library with which JBake reads JSON in headers, whose lists and maps are Java's with another name. */
    private static boolean isKnown(Object collection) {
        String type = collection.getClass().getName();
        return type.startsWith("java.util.") || type.startsWith("org.json.simple.");
    }

    /** What {@link #of} was given, made anew. */
    static @Nullable Object made(Object plain) {
        return switch (plain) {
            case Nothing nothing -> null;
            case Moment moment -> new Date(moment.time());
            case Number number -> made(number);
            case Items items -> made(items);
            case Members members -> made(members);
            default -> plain;
        };
    }

    private static Object made(Number number) {
        return switch (number.kind()) {
            case DOUBLE -> Double.valueOf(number.digits());
            case FLOAT -> Float.valueOf(number.digits());
            case DECIMAL -> new BigDecimal(number.digits());
            default -> new BigInteger(number.digits());
        };
    }

    private static Object made(Items items) {
        List<@Nullable Object> list = new ArrayList<>();
        items.items().forEach(item -> list.add(made(item)));
        return items.kind() == Kind.TEXTS ? list.toArray(String[]::new) : list;
    }

    private static Object made(Members members) {
        return switch (members.kind()) {
            case DOCUMENT -> document(members);
            case MAP -> filled(HashMap::new, members);
            default -> filled(LinkedHashMap::new, members);
        };
    }

    private static <M extends Map> M filled(Supplier<M> empty, Members members) {
        M map = empty.get();
        put(members, map);
        return map;
    }

    static DocumentModel document(Members members) {
        return filled(DocumentModel::new, members);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The keys are those that were there.
    private static void put(Members members, Map map) {
        List<Object> all = members.members();
        for (int i = 0; i < all.size(); i += 2) {
            map.put(made(all.get(i)), made(all.get(i + 1)));
        }
    }
}
