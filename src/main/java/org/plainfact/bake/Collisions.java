package org.plainfact.bake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** Two things at one address, or at addresses that some file systems take for one. */
final class Collisions {
    private static final Drawer DRAWER = new Drawer("collisions", true, false);

    private final Findings findings;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Claim> folders = new HashMap<>();

    private Collisions(Findings findings) {
        this.findings = findings;
    }

    private record Claim(String file, String owner, SourceSpan span) {}

    /** What stands where. The owners of a site are the same list while nothing on it moves. */
    private record Key(List<Site.Owner> made, List<Site.Owner> copied) {}

    static void tell(Site site, Assets assets, Session session, Findings findings) {
        List<Site.Owner> copied = assets.all().stream()
                .map(asset -> new Site.Owner(asset.route(), asset.path()))
                .toList();
        session.recall(DRAWER, "", new Key(site.owners(), copied), findings, (reads, found) -> {
            Collisions collisions = new Collisions(found);
            collisions.add(new Claim(Manifest.NAME, "the list of published files", SourceSpan.of(Manifest.NAME)));
            Stream.concat(site.owners().stream(), copied.stream()).forEach(owner -> collisions.add(claim(owner)));
            return true;
        });
    }

    /** The path of a file is also its place. */
    private static Claim claim(Site.Owner owner) {
        String file = owner.route().file();
        return new Claim(file, owner.name(), SourceSpan.of(owner.name().contains("/") ? owner.name() : file));
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
