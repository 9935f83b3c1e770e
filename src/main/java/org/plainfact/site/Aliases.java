package org.plainfact.site;

import java.util.Locale;
import java.util.stream.Stream;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** A page at each old address that leads to the new one. */
record Aliases(Plan plan, Faces faces, Findings findings) implements Pages {
    @Override
    public void addTo(Outputs outputs) {
        faces.all().forEach(page -> page.head().aliases().forEach(alias -> add(page, alias, outputs)));
    }

    private void add(Face page, String alias, Outputs outputs) {
        SourceSpan place = page.spanOf("aliases");
        try {
            Route route = route(alias);
            Link target = page.link();
            outputs.add(
                    "the alias " + alias,
                    place,
                    plan.draft(route, target.title(), plan.labels().get("moved"), new Content.Redirect(target.route()))
                            .unlisted()
                            .page());
        } catch (IllegalArgumentException e) {
            findings.error(
                    "malformed-alias",
                    place,
                    "the alias \"" + alias + "\" is no address of this site: " + e.getMessage(),
                    "write a path such as /old-name/");
        }
    }

    /** @throws IllegalArgumentException naming what is wrong with it */
    static Route route(String alias) {
        String path = alias.startsWith("/") ? alias : "/" + alias;
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (Stream.of(path.split("/")).anyMatch(segment -> segment.startsWith("."))) {
            throw new IllegalArgumentException("a segment starts with a dot");
        }
        if (last.contains(".") && !last.toLowerCase(Locale.ROOT).matches(".*\\.html?")) {
            throw new IllegalArgumentException("only pages can lead elsewhere, and " + last + " is none");
        }
        return Route.of(last.isEmpty() || last.contains(".") ? path : path + "/");
    }
}
