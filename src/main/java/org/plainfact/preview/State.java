package org.plainfact.preview;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the preview's script is told, as JSON. */
final class State {
    /** With more changed pages every script asks for its own instead. */
    private static final int MOST_CHANGED = 500;

    private State() {}

    /** Of one page: with the SHA-256 of its file, empty where there is none. */
    static String of(Board.Moment moment, String path) {
        Map<String, Object> out = common(moment);
        out.put("sha256", moment.shown().sha256(path));
        return JsonText.of(out);
    }

    /** For a script that has been told nothing yet: every page may have changed. */
    static String first(Board.Moment moment) {
        Map<String, Object> out = common(moment);
        out.put("all", true);
        return JsonText.of(out);
    }

    static String change(Board.Moment before, Board.Moment now) {
        Map<String, Object> out = common(now);
        Map<String, String> changed =
                now.shown() == before.shown() ? Map.of() : now.shown().changedSince(before.shown());
        if (changed.size() > MOST_CHANGED) {
            out.put("all", true);
        } else {
            out.put("changed", changed);
        }
        return JsonText.of(out);
    }

    private static Map<String, Object> common(Board.Moment moment) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", moment.number());
        out.put("building", moment.building());
        out.put("site", moment.shown().hasSite());
        out.put("errors", moment.shown().errors());
        out.put("warnings", moment.shown().warnings());
        out.put("findings", moment.shown().findings());
        return out;
    }
}
