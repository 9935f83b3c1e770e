package org.plainfact.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.plainfact.memo.Crew;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.page.Printed;

/** A site as it is printed: its files, and what its pages say of other addresses. */
public final class PrintedSite {
    private static final Drawer DRAWER = new Drawer("printed-links", false, true);
    private static final String INDEX = "index.html";

    private final String baseUrl;
    private final URI home;
    private final Set<String> files;
    private final SortedMap<String, Page> pages;

    /** What addresses mean that mean the same on every page: those of the menu stand on each. */
    private final Map<String, Optional<URI>> known = new ConcurrentHashMap<>();

    /**
     * A file of the site.
     *
     * @param sha256 of its bytes, in hexadecimal
     */
    public record File(String sha256, Content content) {}

    /** Makes the bytes of a file. From any thread. */
    public interface Content {
        byte[] bytes() throws IOException;
    }

    private PrintedSite(String baseUrl, Set<String> files, SortedMap<String, Page> pages) {
        this.baseUrl = baseUrl;
        this.home = URI.create(baseUrl + "/");
        this.files = files;
        this.pages = Collections.unmodifiableSortedMap(pages);
    }

    /**
     * Reads a page that is at hand: {@link #read} in the same session need not have it made again. From any thread.
     *
     * @param path of its file
     */
    public static void see(String path, Printed page, Session session) {
        if (isPage(path.toLowerCase(Locale.ROOT))) {
            session.recall(DRAWER, path, page.sha256(), reads -> PageReader.html(page.document()));
        }
    }

    /** As {@link #see(String, Printed, Session)}, of a feed or a site map. */
    public static void see(String path, File file, Session session) {
        if (isRead(path)) {
            recall(path, file, session);
        }
    }

    /**
     * Reads the pages, feeds and site map. One that is as in an earlier build is not read again.
     *
     * @param baseUrl of the site, without a slash at the end
     * @param files by path
     * @param others paths of files that are no pages
     */
    public static PrintedSite read(String baseUrl, Map<String, File> files, Set<String> others, Session session) {
        Map<String, Page> pages = new ConcurrentHashMap<>();
        List<String> read = files.keySet().stream().filter(PrintedSite::isRead).toList();
        Crew.work(read, path -> pages.put(path, recall(path, Objects.requireNonNull(files.get(path)), session)));
        Set<String> all = new HashSet<>(files.keySet());
        all.addAll(others);
        return new PrintedSite(baseUrl, Set.copyOf(all), new TreeMap<>(pages));
    }

    private static Page recall(String path, File file, Session session) {
        return session.recall(DRAWER, path, file.sha256(), reads -> page(path, file));
    }

    private static boolean isRead(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return isPage(name) || name.endsWith(".xml");
    }

    private static boolean isPage(String path) {
        return path.endsWith(".html") || path.endsWith(".htm");
    }

    private static Page page(String path, File file) {
        try {
            byte[] bytes = file.content().bytes();
            return isPage(path.toLowerCase(Locale.ROOT)) ? PageReader.html(bytes) : PageReader.xml(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By path, sorted. */
    SortedMap<String, Page> pages() {
        return pages;
    }

    Set<String> files() {
        return files;
    }

    /** The address of a file, as readers have it. */
    URI address(String file) {
        String path = file.equals(INDEX) || file.endsWith("/" + INDEX)
                ? file.substring(0, file.length() - INDEX.length())
                : file;
        return Address.resolve(home, home.getRawPath() + path).orElse(home);
    }

    /** What an address of a page means; empty where it means nothing. */
    Optional<URI> resolve(String file, Page page, String written) {
        if (written.startsWith("/") && page.base().isEmpty()) {
            return known.computeIfAbsent(written, each -> Address.resolve(home, each));
        }
        URI own = address(file);
        URI from = page.base().flatMap(base -> Address.resolve(own, base)).orElse(own);
        return Address.resolve(written.startsWith("#") && page.base().isEmpty() ? own : from, written);
    }

    /** The path of an address below the site's own, decoded and without a slash before it; empty where it leads out. */
    Optional<String> inside(URI address) {
        if (!Address.isWeb(address) || !Address.origin(address).equals(Address.origin(home))) {
            return Optional.empty();
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        if ((path + "/").equals(home.getRawPath())) {
            return Optional.of("");
        }
        return path.startsWith(home.getRawPath())
                ? Optional.of(Address.decoded(path.substring(home.getRawPath().length())))
                : Optional.empty();
    }

    /** The file that a path leads to. */
    Optional<String> file(String path) {
        String file = path.isEmpty() || path.endsWith("/") ? path + INDEX : path;
        return files.contains(file) ? Optional.of(file) : Optional.empty();
    }

    String baseUrl() {
        return baseUrl;
    }
}
