package org.plainfact.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.site.MediaType;
import org.plainfact.site.Published;
import org.plainfact.site.Route;
import org.plainfact.source.Digests;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * The files that are published as they are. A file of the asset folder has its content's fingerprint in its name, so
 * browsers may keep it for ever; {@code root/} holds what must keep its name, such as {@code favicon.ico}. Pictures
 * beside articles keep theirs too.
 */
public final class Assets implements Published {
    private static final Drawer DRAWER = new Drawer("assets", true, false);
    private static final Drawer FILES = new Drawer("asset-files", true, false);
    private static final String ROOT = "root/";
    private static final long MAX_TEXT_BYTES = 8L << 20;
    private static final int FINGERPRINT = 12;
    private static final Set<String> BESIDE_ARTICLES =
            Set.of("svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "mp4", "webm", "mp3", "pdf");
    private static final Set<String> ARTICLES = Set.of("md", "markdown");

    private final SourceTree tree;
    private final Photographs photographs;
    private final String contentFolder;
    private final Findings findings;
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, Asset> published = new TreeMap<>();
    private final Map<String, Asset> besideArticles = new TreeMap<>();
    private final List<Asset> copies = new ArrayList<>();
    private final Set<Route> routes = new HashSet<>();
    private final Set<String> open = new HashSet<>();

    private Assets(SourceTree tree, String contentFolder, Photographs photographs, Findings findings) {
        this.tree = tree;
        this.photographs = photographs;
        this.contentFolder = contentFolder + "/";
        this.findings = findings;
    }

    /** Reads and fingerprints the files of the asset folder and the media beside articles, where they have changed. */
    public static Assets read(SourceTree tree, Configuration configuration, Session session, Findings findings) {
        List<String> folders = List.of(configuration.assetFolder(), configuration.contentFolder());
        List<List<Path>> all = folders.stream().map(tree::files).toList();
        List<Path> files = session.recall(
                FILES,
                "",
                all,
                reads -> all.stream()
                        .flatMap(List::stream)
                        .filter(file -> !ARTICLES.contains(suffix(tree.name(file))))
                        .toList());
        return session.recall(
                DRAWER,
                "assets",
                List.of(folders, configuration.copiesPictures(), configuration.sanitise()),
                tree,
                files,
                findings,
                (source, found) -> read(source, files, configuration, session, found));
    }

    private static Assets read(
            SourceTree tree, List<Path> files, Configuration configuration, Session session, Findings findings) {
        String assetFolder = configuration.assetFolder();
        String contentFolder = configuration.contentFolder();
        String kept = assetFolder + "/" + ROOT;
        Set<Path> copied = files.stream()
                .filter(file ->
                        configuration.copiesPictures() && !tree.name(file).startsWith(kept))
                .collect(Collectors.toSet());
        Assets assets =
                new Assets(tree, contentFolder, Photographs.of(files, tree, session, copied, findings), findings);
        tree.files(assetFolder)
                .forEach(file -> assets.files.put(tree.name(file).substring(assetFolder.length() + 1), file));
        assets.files.keySet().forEach(assets::publish);
        if (configuration.sanitise()) {
            files.forEach(file -> ActiveDrawing.tell(tree, file, findings));
        }
        tree.files(contentFolder)
                .forEach(file -> assets.beside(tree.name(file).substring(contentFolder.length() + 1), file));
        assets.all().forEach(asset -> assets.routes.add(asset.route()));
        return assets;
    }

    /**
     * A published file.
     *
     * @param path in the project
     * @param made the bytes in place of the file's own
     * @param sha256 of what is published, in hexadecimal
     * @param integrity of style sheets and scripts
     * @param shown how it is shown, of a picture whose size is known
     */
    record Asset(
            String path,
            Path file,
            Route route,
            Optional<Proof.Content> made,
            String sha256,
            long size,
            Optional<String> integrity,
            String type,
            Optional<Shown> shown) {
        Asset(
                String path,
                Path file,
                Route route,
                Optional<Proof.Content> made,
                String sha256,
                long size,
                Optional<String> integrity,
                String type) {
            this(path, file, route, made, sha256, size, integrity, type, Optional.empty());
        }

        Asset with(Shown picture) {
            return new Asset(path, file, route, made, sha256, size, integrity, type, Optional.of(picture));
        }
    }

    Collection<String> names() {
        return published.keySet();
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(published.get(name));
    }

    /** Paths in the project of the pages among them, by their paths on the site. */
    public Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        all().stream()
                .filter(asset -> asset.type().startsWith("text/html"))
                .forEach(asset -> pages.put(asset.route().file(), asset.path()));
        return pages;
    }

    /** A file of the asset folder may be written with a slash before it. */
    @Override
    public Optional<Route> find(String written, String from) {
        return findFor(written.startsWith("/") ? written.substring(1) : written, from)
                .map(Asset::route);
    }

    @Override
    public Optional<Shown> picture(String written, String from) {
        return findFor(written.startsWith("/") ? written.substring(1) : written, from)
                .flatMap(Asset::shown);
    }

    @Override
    public boolean has(Route route) {
        return routes.contains(route);
    }

    /** A file as an article names it: below the asset folder, or relative to the article's folder. */
    Optional<Asset> findFor(String written, String from) {
        return find(written).or(() -> resolve(folder(from), written).map(besideArticles::get));
    }

    /** The folder of an article's file relative to the content folder, with a slash at the end unless empty. */
    private String folder(String path) {
        String below = path.startsWith(contentFolder) ? path.substring(contentFolder.length()) : path;
        return below.substring(0, below.lastIndexOf('/') + 1);
    }

    /** All, sorted by path, copies of pictures behind them. */
    Collection<Asset> all() {
        Map<String, Asset> all = new LinkedHashMap<>();
        published.values().forEach(asset -> all.put(asset.path(), asset));
        besideArticles.values().forEach(asset -> all.put(asset.path(), asset));
        return Stream.concat(all.values().stream(), copies.stream()).toList();
    }

    /** Resolves a relative path; empty where it leaves the folder. */
    private static Optional<String> resolve(String folder, String relative) {
        if (relative.isEmpty() || relative.startsWith("/")) {
            return Optional.empty();
        }
        Path path = Path.of("/" + folder).resolve(relative);
        int up = 0;
        for (Path step : path) {
            up += step.toString().equals("..") ? -1 : step.toString().equals(".") ? 0 : 1;
            if (up < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(path.normalize().toString().substring(1));
    }

    private void beside(String name, Path file) {
        String suffix = suffix(name);
        if (ARTICLES.contains(suffix)) {
            return;
        }
        String path = tree.name(file);
        if (!BESIDE_ARTICLES.contains(suffix)) {
            findings.warning(
                    "unpublished-file",
                    SourceSpan.of(path),
                    "only articles and media are published from here",
                    Optional.of("move it to the asset folder, or remove it"));
            return;
        }
        plain(name, path, file, sha256 -> "/" + name).ifPresent(asset -> besideArticles.put(name, asset));
    }

    private void publish(String name) {
        Path file = files.get(name);
        if (file == null || published.containsKey(name)) {
            return;
        }
        open.add(name);
        asset(name, tree.name(file), file).ifPresent(asset -> published.put(name, asset));
        open.remove(name);
    }

    private Optional<Asset> asset(String name, String path, Path file) {
        return switch (suffix(name)) {
            case "css" ->
                tree.read(file, MAX_TEXT_BYTES)
                        .map(source -> rewritten(name, new Stylesheet(source)).getBytes(StandardCharsets.UTF_8))
                        .flatMap(bytes -> checked(name, path, file, bytes));
            case "js", "mjs" -> checked(name, path, file, bytes(file));
            default -> plain(name, path, file, sha256 -> place(name, sha256));
        };
    }

    private Optional<Asset> checked(String name, String path, Path file, byte[] bytes) {
        String sha256 = Digests.sha256(bytes);
        return route(place(name, sha256), path)
                .map(route -> new Asset(
                        path,
                        file,
                        route,
                        Optional.of(() -> bytes),
                        sha256,
                        bytes.length,
                        Optional.of(Digests.integrity(bytes)),
                        MediaType.of(name).name()));
    }

    /** @param place where it stands, by the digest of what is published */
    private Optional<Asset> plain(String name, String path, Path file, UnaryOperator<String> place) {
        Optional<Photographs.Photograph> photograph = photographs.find(file);
        Optional<Stamp> own = photograph.flatMap(it -> it.sizes().own());
        String sha256 = own.map(Stamp::sha256).orElseGet(() -> tree.sha256(file));
        return route(place.apply(sha256), path)
                .map(route -> new Asset(
                        path,
                        file,
                        route,
                        own.flatMap(stamp -> photograph.map(it -> () -> it.own(stamp))),
                        sha256,
                        own.map(Stamp::size).orElseGet(() -> size(file)),
                        Optional.empty(),
                        MediaType.of(path).name()))
                .map(asset -> photograph
                        .flatMap(it -> shown(name, asset, it))
                        .or(() -> Drawn.size(tree, file, asset.route(), asset.type()))
                        .map(asset::with)
                        .orElse(asset));
    }

    private Optional<Shown> shown(String name, Asset asset, Photographs.Photograph photograph) {
        Photographs.Sizes sizes = photograph.sizes();
        if (sizes.width() == 0) {
            return Optional.empty();
        }
        List<Shown.Copy> shown = new ArrayList<>();
        for (Photographs.Copy copy : sizes.copies()) {
            String folder = asset.route().path();
            String bare = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
            String file = bare + "-" + copy.width() + fingerprint(copy.stamp().sha256()) + ".webp";
            route(folder.substring(0, folder.lastIndexOf('/') + 1) + file, asset.path())
                    .ifPresent(route -> {
                        shown.add(new Shown.Copy(route, copy.width()));
                        copies.add(new Asset(
                                asset.path(),
                                asset.file(),
                                route,
                                Optional.of(() -> photograph.copy(copy)),
                                copy.stamp().sha256(),
                                copy.stamp().size(),
                                Optional.empty(),
                                "image/webp"));
                    });
        }
        return Optional.of(new Shown(asset.route(), sizes.width(), sizes.height(), shown));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rewritten(String name, Stylesheet sheet) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return sheet.with(reference -> target(name, folder, reference));
    }

    private Optional<String> target(String name, String folder, Stylesheet.Reference reference) {
        Optional<String> target = resolve(folder, reference.target());
        if (target.isEmpty() || !files.containsKey(target.get())) {
            findings.error(
                    "unknown-asset",
                    reference.span(),
                    "there is no file \"" + reference.target() + "\" for this style sheet",
                    target.flatMap(path -> Nearest.hint(path, files.keySet()))
                            .or(() -> Optional.of("write a path relative to the style sheet")));
            return Optional.empty();
        }
        if (open.contains(target.get())) {
            findings.error(
                    "import-cycle",
                    reference.span(),
                    "\"" + target.get() + "\" is imported by what it imports",
                    "remove one of the imports");
            return Optional.empty();
        }
        publish(target.get());
        // A style sheet stands where its place says, whatever its fingerprint is.
        Path from = Path.of(place(name, "")).resolveSibling("");
        return find(target.get())
                .map(asset -> from.relativize(Path.of(asset.route().path())).toString());
    }

    private static String place(String name, String sha256) {
        if (name.startsWith(ROOT)) {
            return "/" + name.substring(ROOT.length());
        }
        if (sha256.isEmpty()) {
            return "/assets/" + name;
        }
        int slash = name.lastIndexOf('/');
        int dot = name.lastIndexOf('.');
        String fingerprint = fingerprint(sha256);
        return "/assets/"
                + (dot > slash + 1 ? name.substring(0, dot) + fingerprint + name.substring(dot) : name + fingerprint);
    }

    private static String fingerprint(String sha256) {
        return "." + sha256.substring(0, FINGERPRINT);
    }

    private Optional<Route> route(String place, String path) {
        try {
            return Optional.of(Route.of(place));
        } catch (IllegalArgumentException e) {
            findings.error("address", SourceSpan.of(path), String.valueOf(e.getMessage()), "rename the file");
            return Optional.empty();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
