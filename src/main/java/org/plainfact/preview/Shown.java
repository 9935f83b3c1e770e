package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plainfact.source.Digests;

/** A view and the preview's own files for it, under one kind of path: {@code _plainfact/findings} beside {@code a/index.html}. */
final class Shown {
    /** In the preview's folder. */
    static final String CAROUSELS = "carousels/";

    private static final File SCRIPT = resource("preview.js");
    private static final File STYLE = resource("preview.css");

    private final View view;
    private final Map<String, Once<File>> own = new LinkedHashMap<>();

    Shown(View view) {
        this.view = view;
        own.put(SCRIPT.path(), new Once<>(() -> SCRIPT));
        own.put(STYLE.path(), new Once<>(() -> STYLE));
        add("findings", () -> OwnPages.findings(view));
        add("findings.json", () -> FindingsJson.of(view.reports()));
        add("drafts", () -> OwnPages.drafts(view));
    }

    View view() {
        return view;
    }

    Optional<File> find(String path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String carousels = ServedPage.FOLDER + CAROUSELS;
        if (path.startsWith(carousels)) {
            return view.carousels()
                    .find(path.substring(carousels.length()))
                    .map(file -> new File(path, file.sha256(), file.size(), file.bytes()));
        }
        return path.startsWith(ServedPage.FOLDER)
                ? Optional.ofNullable(own.get(path)).map(Once::get)
                : view.site().find(path);
    }

    /** Changes exactly when what there is to say of the project's findings does. */
    String findings() {
        return sha256(ServedPage.FOLDER + "findings.json");
    }

    /** Empty where there is no such file. */
    String sha256(String path) {
        return find(path).map(File::sha256).orElse("");
    }

    boolean hasSite() {
        return !view.site().paths().isEmpty();
    }

    long errors() {
        return view.reports().stream().filter(Report::isError).count();
    }

    long warnings() {
        return view.reports().size() - errors();
    }

    /**
     * The files that are not as they were in another view, each with its SHA-256 now; empty for a page that has gone. Other
     * files that come or go are told by the pages that name them.
     */
    Map<String, String> changedSince(Shown before) {
        Map<String, String> changed = new LinkedHashMap<>();
        compare(before, own.keySet(), changed);
        // Often only the findings are new.
        if (view.site() != before.view.site()) {
            compare(before, view.site().changedSince(before.view.site()), changed);
        }
        if (view.carousels() != before.view.carousels()) {
            compare(
                    before,
                    before.view.carousels().paths().stream()
                            .map(path -> ServedPage.FOLDER + CAROUSELS + path)
                            .toList(),
                    changed);
        }
        return changed;
    }

    private void compare(Shown before, Iterable<String> paths, Map<String, String> changed) {
        for (String path : paths) {
            String now = sha256(path);
            String then = before.sha256(path);
            boolean stays = !now.isEmpty() && !then.isEmpty();
            if (!now.equals(then) && (stays || path.endsWith(".html"))) {
                changed.put(path, now);
            }
        }
    }

    /** Whoever writes waits for the page, and for these only where somebody looks at them. */
    private void add(String name, Supplier<String> content) {
        own.put(
                ServedPage.FOLDER + name,
                new Once<>(() -> file(name, content.get().getBytes(UTF_8))));
    }

    private static File file(String name, byte[] bytes) {
        return new File(ServedPage.FOLDER + name, Digests.sha256(bytes), bytes.length, () -> bytes);
    }

    private static File resource(String name) {
        try (InputStream in = Shown.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return file(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
