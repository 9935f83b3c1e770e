package org.plainfact.directive;

import java.util.Locale;

/** Names of extensions and targets. */
final class Names {
    private Names() {}

    /** {@code NotFor} and {@code Not for} to {@code not-for}. */
    static String kebab(String words) {
        return words.trim()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("[\\s_]+", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The id of an extension: its class name without the kind at its end. */
    static String idOf(Class<?> type, String kind) {
        String name = type.getSimpleName();
        return kebab(name.substring(0, name.length() - kind.length()));
    }
}
