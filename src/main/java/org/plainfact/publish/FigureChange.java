package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plainfact.data.Json;

/**
 * A figure that readers will see otherwise.
 *
 * @param id its address: {@code record.field}
 * @param before as it is displayed now, with its unit; empty where the site does not have it
 * @param after as it will be displayed, with its unit; empty where it goes
 */
public record FigureChange(String id, Optional<String> before, Optional<String> after) {
    /**
     * By address. A ledger that cannot be read, such as one of a later version, has no figures; where none is live, nothing
     * changes for anybody.
     *
     * @param live the published {@code figures.json}
     * @param next that of the new edition
     */
    public static List<FigureChange> between(Optional<byte[]> live, Optional<byte[]> next) {
        if (live.isEmpty()) {
            return List.of();
        }
        SortedMap<String, String> before = displays(live);
        SortedMap<String, String> after = displays(next);
        SortedSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<FigureChange> changes = new ArrayList<>();
        for (String id : ids) {
            FigureChange change =
                    new FigureChange(id, Optional.ofNullable(before.get(id)), Optional.ofNullable(after.get(id)));
            if (!change.before.equals(change.after)) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static SortedMap<String, String> displays(Optional<byte[]> ledger) {
        SortedMap<String, String> displays = new TreeMap<>();
        try {
            if (ledger.isPresent()
                    && Json.read(Live.LEDGER, new String(ledger.get(), UTF_8)) instanceof Map<?, ?> all
                    && all.get("figures") instanceof List<?> figures) {
                figures.forEach(figure -> enter(figure, displays));
            }
        } catch (IllegalArgumentException e) {
            displays.clear();
        }
        return displays;
    }

    private static void enter(Object figure, Map<String, String> displays) {
        if (figure instanceof Map<?, ?> map
                && map.get("id") instanceof String id
                && map.get("display") instanceof String display
                && map.get("unit") instanceof String unit) {
            // A pure number has a unit without a name.
            displays.put(id, (display + " " + unit).strip());
        }
    }
}
