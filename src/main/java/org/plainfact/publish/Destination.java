package org.plainfact.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.source.Nearest;

/**
 * A target as it is written: by an address on the command line, or by a name in the configuration.
 *
 * @param name what the configuration calls it; the address where it is not in there
 * @param address such as {@code git:https://example.org/site.git#gh-pages}
 * @param settings what else the configuration says of it
 */
public record Destination(String name, String address, SortedMap<String, String> settings) {
    private static final String DEFAULT = "default";

    /** For every kind of target. */
    private static final String HOST_FILES = "host-files";

    public Destination {
        settings = new TreeMap<>(settings);
    }

    /**
     * Finds the target that is meant.
     *
     * @param named name or address; empty for the default, which is the only one where there is but one
     * @param configured what stands behind {@code publish.} in the configuration: {@code default=NAME},
     *     {@code NAME=ADDRESS}, {@code NAME.SETTING=VALUE}
     * @throws WrongTarget where there is none, or something is said of it that is unknown
     */
    public static Destination of(Optional<String> named, SortedMap<String, String> configured) {
        List<String> names = names(configured);
        String wanted = named.or(() -> Optional.ofNullable(configured.get(DEFAULT)))
                .or(() -> names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty())
                .orElseThrow(() -> new WrongTarget(
                        names.isEmpty()
                                ? "name a target, such as file:../public, or configure one: publish.live=file:../public"
                                : "name a target (" + String.join(", ", names)
                                        + "), or configure which: publish.default=" + names.getFirst()));
        Destination found;
        if (names.contains(wanted)) {
            found = new Destination(wanted, configured.getOrDefault(wanted, ""), settings(wanted, configured));
        } else if (wanted.contains(":")) {
            found = new Destination(wanted, wanted, new TreeMap<>());
        } else {
            throw new WrongTarget("there is no target \"" + wanted + "\""
                    + Nearest.hint(wanted, names)
                            .map(hint -> "; " + hint)
                            .orElse("; configure it: publish." + wanted + "=file:…"));
        }
        found.check();
        return found;
    }

    private static List<String> names(Map<String, String> configured) {
        List<String> names = new ArrayList<>();
        for (String key : configured.keySet()) {
            if (!key.contains(".") && !key.equals(DEFAULT)) {
                names.add(key);
            }
        }
        return names;
    }

    private static SortedMap<String, String> settings(String name, Map<String, String> configured) {
        SortedMap<String, String> settings = new TreeMap<>();
        configured.forEach((key, value) -> {
            if (key.startsWith(name + ".")) {
                settings.put(key.substring(name.length() + 1), value);
            }
        });
        return settings;
    }

    private void check() {
        List<String> known = new ArrayList<>(Targets.settings(this));
        known.add(HOST_FILES);
        for (String setting : settings.keySet()) {
            if (!known.contains(setting)) {
                throw new WrongTarget("the key publish." + name + "." + setting + " means nothing"
                        + Nearest.hint(setting, known)
                                .map(hint -> "; " + hint)
                                .orElse("; known are " + String.join(", ", known)));
            }
        }
        flag(HOST_FILES);
    }

    /** What comes before the first colon: {@code file}. */
    String scheme() {
        return address.substring(0, Math.max(0, address.indexOf(':')));
    }

    /** What comes after it. */
    String rest() {
        return address.substring(address.indexOf(':') + 1);
    }

    /** Whether the host takes headers and redirects from the files {@code _headers} and {@code _redirects}. */
    public boolean hostFiles() {
        return flag(HOST_FILES);
    }

    Optional<String> setting(String setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    private boolean flag(String setting) {
        String value = settings.getOrDefault(setting, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new WrongTarget("publish." + name + "." + setting + " is true or false, not \"" + value + "\"");
        }
        return value.equals("true");
    }

    /** A whole number, within bounds. */
    int number(String setting, int otherwise, int least, int most) {
        String value = settings.getOrDefault(setting, String.valueOf(otherwise));
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new WrongTarget("publish." + name + "." + setting + " is a whole number from " + least + " to " + most
                    + ", not \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }
}
