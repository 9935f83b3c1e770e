package org.plainfact.bake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plainfact.data.Entry;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Settings;
import org.plainfact.site.Site;

/** What templates can ask of a site beside the page that they print. */
final class Register {
    private final Site site;
    private final Map<String, Entry> sources = new HashMap<>();
    private final Map<String, Route> records = new HashMap<>();
    private final Map<String, Route> workings = new HashMap<>();

    Register(Site site) {
        this.site = site;
        for (Output output : site.outputs()) {
            if (output instanceof Output.Page page && page.text().isEmpty()) {
                enter(page.content(), page.route());
            }
        }
    }

    private void enter(Content content, Route route) {
        switch (content) {
            case Content.OfRecord record -> records.put(record.entry().id(), route);
            case Content.Source source -> {
                records.put(source.entry().id(), route);
                sources.put(source.entry().id(), source.entry());
            }
            case Content.Sources all -> all.entries().forEach(entry -> sources.put(entry.id(), entry));
            case Content.Workings working -> workings.put(working.record(), route);
            default -> {}
        }
    }

    Site site() {
        return site;
    }

    Optional<Route> article(String path) {
        return site.routes().find(path);
    }

    /** Its own page, a source's, or the one with its working. */
    Optional<Route> record(String id) {
        return Optional.ofNullable(records.get(id)).or(() -> Optional.ofNullable(workings.get(id)));
    }

    Optional<Entry> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    Optional<Object> setting(String name) {
        Settings settings = site.settings();
        return Optional.ofNullable(Members.get(settings, Members.of(Settings.class), name));
    }
}
