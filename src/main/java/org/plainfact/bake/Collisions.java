package org.plainfact.bake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** Two things at one address, or at addresses that some file systems take for one. */
final class Collisions {
    private final Findings findings;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Claim> folders = new HashMap<>();

    private Collisions(Findings findings) {
        this.findings = findings;
    }

    private record Claim(String file, String owner, SourceSpan span) {}

    static void tell(Site site, Assets assets, Findings findings) {
        Collisions collisions = new Collisions(findings);
        collisions.add(new Claim(Manifest.NAME, "the list of published files", SourceSpan.of(Manifest.NAME)));
        site.outputs().forEach(output -> collisions.add(claim(output)));
        assets.all()
                .forEach(asset ->
                        collisions.add(new Claim(asset.route().file(), asset.path(), SourceSpan.of(asset.path()))));
    }

    private static Claim claim(Output output) {
        Route route = output.route();
        String owner = output instanceof Output.Page page
                ? Printer.article(page.content())
                        .map(article -> article.path())
                        .orElse("the " + page.content().kind() + " page")
                : "a file that is made";
        return new Claim(route.file(), owner, SourceSpan.of(owner.contains("/") ? owner : route.file()));
    }

    private void add(Claim claim) {
        String key = key(claim.file());
        Claim other = claims.putIfAbsent(key, claim);
        if (other == null) {
            other = folders.get(key);
        }
        for (int slash = key.lastIndexOf('/'); slash > 0 && other == null; slash = key.lastIndexOf('/', slash - 1)) {
            String folder = key.substring(0, slash);
            folders.putIfAbsent(folder, claim);
            other = claims.get(folder);
        }
        if (other != null) {
            findings.error(
                    "address-collision",
                    claim.span(),
                    "/" + claim.file() + " (" + claim.owner() + ") cannot stand beside /" + other.file() + " ("
                            + other.owner() + ")",
                    "rename one of them");
        }
    }

    /** Names that differ in case or composition only are one name on some systems. */
    private static String key(String file) {
        return Normalizer.normalize(file, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
