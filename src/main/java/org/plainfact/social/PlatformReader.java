package org.plainfact.social;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainfact.social.Platform.Safe;
import org.plainfact.source.Nearest;

/** Reads one platform; what is wrong is told as an {@link IllegalArgumentException} in words for the author. */
final class PlatformReader {
    private static final Set<String> KEYS = Set.of(
            "name",
            "asOf",
            "source",
            "note",
            "picture",
            "slides",
            "title",
            "text",
            "thread",
            "hashtags",
            "alt",
            "linkInText");
    private static final Set<String> PICTURE_KEYS = Set.of("width", "height", "format", "document", "brand", "safe");

    private final String id;
    private final Members members;

    PlatformReader(String id, Object value) {
        this.id = id;
        this.members = Members.of("it", value, KEYS);
    }

    Platform read() {
        Members picture = members.object("picture", PICTURE_KEYS);
        Members safe = picture.object("safe", Set.of("top", "right", "bottom", "left"));
        Optional<Members> thread =
                members.has("thread") ? Optional.of(members.object("thread", Set.of("numbered"))) : Optional.empty();
        return new Platform(
                id,
                members.text("name"),
                members.text("asOf"),
                members.text("source"),
                members.has("note") ? Optional.of(members.text("note")) : Optional.empty(),
                picture.number("width", 1),
                picture.number("height", 1),
                new Safe(
                        safe.number("top", 0),
                        safe.number("right", 0),
                        safe.number("bottom", 0),
                        safe.number("left", 0)),
                format(picture),
                picture.flag("document", false),
                picture.flag("brand", true),
                members.has("slides") ? Optional.of(members.number("slides", 1)) : Optional.empty(),
                limits("title"),
                limits("text"),
                thread.isPresent(),
                thread.map(it -> it.flag("numbered", false)).orElse(false),
                members.has("hashtags") ? members.number("hashtags", 0) : 0,
                limits("alt"),
                members.flag("linkInText", true));
    }

    private static boolean format(Members picture) {
        String format = picture.text("format");
        if (!format.equals("png") && !format.equals("jpeg")) {
            throw new IllegalArgumentException("\"format\" is png or jpeg, not " + format);
        }
        return format.equals("jpeg");
    }

    private List<Limit> limits(String key) {
        if (!members.has(key)) {
            return List.of();
        }
        if (!(members.values.get(key) instanceof List<?> list)) {
            throw new IllegalArgumentException("\"" + key + "\" is a list: [{ \"counting\": …, \"most\": … }]");
        }
        return list.stream().map(item -> limit(key, item)).toList();
    }

    private static Limit limit(String key, @Nullable Object item) {
        Members limit = Members.of("\"" + key + "\"", item, Set.of("counting", "most"));
        String name = limit.text("counting");
        Counting counting = Counting.named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no counting \"" + name + "\"; "
                        + Nearest.hint(name, Counting.ids()).orElse("known are " + String.join(", ", Counting.ids()))));
        return new Limit(counting, limit.number("most", 1));
    }

    /** The members of an object, each of the kind that is asked for. */
    private record Members(String what, Map<?, ?> values) {
        static Members of(String what, @Nullable Object value, Set<String> keys) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException(what + " is an object");
            }
            map.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> !keys.contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw new IllegalArgumentException(what + " has no member \"" + key + "\"; "
                                + Nearest.hint(key, keys)
                                        .orElse("known are "
                                                + String.join(
                                                        ", ",
                                                        keys.stream().sorted().toList())));
                    });
            return new Members(what, map);
        }

        boolean has(String key) {
            return values.get(key) != null;
        }

        Members object(String key, Set<String> keys) {
            return of("\"" + key + "\"", values.get(key), keys);
        }

        String text(String key) {
            if (values.get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
            throw new IllegalArgumentException("\"" + key + "\" is a text");
        }

        int number(String key, int least) {
            if (values.get(key) instanceof Long number && number >= least && number <= Integer.MAX_VALUE) {
                return number.intValue();
            }
            throw new IllegalArgumentException("\"" + key + "\" is a whole number, at least " + least);
        }

        boolean flag(String key, boolean otherwise) {
            return switch (values.get(key)) {
                case null -> otherwise;
                case Boolean flag -> flag;
                default -> throw new IllegalArgumentException("\"" + key + "\" is true or false");
            };
        }
    }
}
