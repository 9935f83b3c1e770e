package org.plainfact.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.plainfact.content.Article;
import org.plainfact.directive.Links;

/** Turns addresses that authors write into addresses of the site. */
final class References implements Links {
    /** How wide a picture stands in the default theme: as wide as its column of text, or as the window. */
    private static final String SIZES = "(min-width: 42rem) 39rem, 100vw";

    private final Settings settings;
    private final Addresses addresses;
    private final Published files;

    /**
     * A place on the site.
     *
     * @param path below the base path, decoded, starting with {@code /}; the same page where it is empty
     * @param fragment without {@code #}; empty for none
     */
    record Target(String path, String query, String fragment) {}

    References(Settings settings, Addresses addresses, Published files) {
        this.settings = settings;
        this.addresses = addresses;
        this.files = files;
    }

    @Override
    public String href(String from, String written) {
        return target(from, written, false)
                .map(target -> print(target, written))
                .orElse(written);
    }

    @Override
    public String src(String from, String written) {
        return target(from, written, true).map(target -> print(target, written)).orElse(written);
    }

    @Override
    public Optional<Picture> shown(String from, String written) {
        int mark = written.indexOf('?');
        String path = decoded(mark < 0 ? written : written.substring(0, mark));
        return files.picture(path, from)
                .map(shown -> new Picture(
                        shown.width(),
                        shown.height(),
                        shown.srcset(route -> settings.basePath() + route.encoded()),
                        settings.other().getOrDefault("images_sizes", SIZES)));
    }

    /** The address of a link or picture for those who read the text elsewhere; as written where it leaves the site. */
    String absolute(String from, String written, boolean picture) {
        return target(from, written, picture)
                .filter(target -> target.path.startsWith("/"))
                .map(target -> settings.baseUrl() + printed(target, written))
                .orElse(written);
    }

    /** The same object while every content file stands where it stood. */
    Object ground() {
        return addresses.ground();
    }

    /** Where a written address leads; empty where it leaves the site. */
    Optional<Target> target(String from, String written, boolean picture) {
        if (Links.leave(written)) {
            return Optional.empty();
        }
        int hash = written.indexOf('#');
        String fragment = hash < 0 ? "" : decoded(written.substring(hash + 1));
        String beforeHash = hash < 0 ? written : written.substring(0, hash);
        int mark = beforeHash.indexOf('?');
        String query = mark < 0 ? "" : beforeHash.substring(mark);
        String path = decoded(mark < 0 ? beforeHash : beforeHash.substring(0, mark));
        return Optional.of(new Target(path.isEmpty() ? "" : resolved(from, path, picture), query, fragment));
    }

    /** The file that a link means, where this build leaves it out. */
    Optional<Article> hidden(String from, String written) {
        return addresses.hiddenFile(beside(from, decoded(written.split("[?#]", 2)[0])));
    }

    /** The absolute address of a picture, where it is known. */
    Optional<String> picture(String from, String written) {
        return Links.leave(written)
                ? Optional.of(written)
                : files.find(decoded(written), from).map(addresses::absolute);
    }

    private String resolved(String from, String path, boolean picture) {
        Optional<Route> file = path.startsWith("/") ? Optional.empty() : addresses.find(beside(from, path));
        return file.or(() -> files.find(path, from)).map(Route::path).orElseGet(() -> unknown(from, path, picture));
    }

    /** What is neither an article nor a file that is known: read as a browser does, a picture beside its article. */
    private String unknown(String from, String path, boolean picture) {
        if (path.startsWith("/") || path.endsWith(".md")) {
            return path;
        }
        if (picture) {
            return beside(from.substring(Math.max(0, from.indexOf('/'))), path);
        }
        return beside(addresses.find(from).map(Route::path).orElse("/") + "x", path);
    }

    private String print(Target target, String written) {
        if (target.path.isEmpty() || !target.path.startsWith("/")) {
            return written;
        }
        return settings.basePath() + printed(target, written);
    }

    private static String printed(Target target, String written) {
        int hash = written.indexOf('#');
        return Route.encoded(target.path) + target.query + (hash < 0 ? "" : written.substring(hash));
    }

    /** A path relative to the folder of a file, without dots. It cannot climb above the root. */
    private static String beside(String file, String path) {
        Deque<String> segments = new ArrayDeque<>();
        boolean rooted = file.startsWith("/");
        String joined = file.substring(0, file.lastIndexOf('/') + 1) + path;
        for (String segment : joined.split("/")) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        String end = joined.endsWith("/") && !segments.isEmpty() ? "/" : "";
        return (rooted ? "/" : "") + String.join("/", segments) + end;
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }
}
