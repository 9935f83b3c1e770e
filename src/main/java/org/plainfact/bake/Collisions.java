package org.plainfact.bake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private record Key(List<Site.Owner> made, List<Site.Owner> copied, List<String> others) {}

    /** @param extras tell themselves where two of them collide */
    static void tell(Site site, Assets assets, Extras extras, Session session, Findings findings) {
        List<String> others = site.owners().isEmpty()
                ? List.of()
                : Stream.concat(
                                extras.pieces().stream().map(Piece::path),
                                extras.copies().stream().map(Extras.Copy::path))
                        .toList();
        List<Site.Owner> copied = assets.all().stream()
                .map(asset -> new Site.Owner(asset.route(), asset.path()))
                .toList();
        session.recall(DRAWER, "", new Key(site.owners(), copied, others), findings, (reads, found) -> {
            Collisions collisions = new Collisions(found);
            collisions.add(new Claim(Manifest.NAME, "the list of published files", SourceSpan.of(Manifest.NAME)));
            Stream.concat(site.owners().stream(), copied.stream()).forEach(owner -> collisions.add(claim(owner)));
            others.forEach(path -> collisions.tell(new Claim(
                    path,
                    extras.origin(path).flatMap(Extras.Origin::text).orElse("a file of JBake's rules"),
                    SourceSpan.of(path))));
            return true;
        });
    }

    /** The path of a file is also its place. */
    private static Claim claim(Site.Owner owner) {
        String file = owner.route().file();
        return new Claim(file, owner.name(), SourceSpan.of(owner.name().contains("/") ? owner.name() : file));
    }

    /** Tells whether somebody else's file can stand beside ours. */
    private void tell(Claim claim) {
        String key = key(claim.file());
        Claim other = Optional.ofNullable(claims.get(key)).orElse(folders.get(key));
        for (int slash = key.lastIndexOf('/'); slash > 0 && other == null; slash = key.lastIndexOf('/', slash - 1)) {
            other = claims.get(key.substring(0, slash));
        }
        if (other != null) {
            tell(other, claim);
        }
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
            tell(claim, other);
        }
    }

    private void tell(Claim claim, Claim other) {
        findings.error(
                "address-collision",
                claim.span(),
                "/" + claim.file() + " (" + claim.owner() + ") cannot stand beside /" + other.file() + " ("
                        + other.owner() + ")",
                "rename one of them");
    }

    /** Names that differ in case or composition only are one name on some systems. */
    private static String key(String file) {
        return Normalizer.normalize(file, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
