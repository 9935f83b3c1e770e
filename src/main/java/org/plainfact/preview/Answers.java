package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.plainfact.site.MediaType;

/** What each address answers at one moment. */
final class Answers {
    private final Board.Moment moment;
    private final Shown shown;
    private final View view;
    private final String origin;

    /** @param origin of the preview, as this browser calls it */
    Answers(Board.Moment moment, String origin) {
        this.moment = moment;
        this.shown = moment.shown();
        this.view = shown.view();
        this.origin = origin;
    }

    Answer to(Target target) throws IOException {
        String path = target.path();
        return path.startsWith("/" + ServedPage.FOLDER)
                ? own(path.substring(1 + ServedPage.FOLDER.length()), target)
                : site(target);
    }

    /** For a request that names nothing that could be in a site. */
    Answer nothing() throws IOException {
        return notFound("", List.of());
    }

    private Answer site(Target target) throws IOException {
        String path = target.path();
        URI written = URI.create(view.basePath());
        String base = written.getPath();
        if (!path.startsWith(base + "/")) {
            boolean home = path.equals("/") || path.equals(base);
            return home
                    ? Answer.redirect(302, written.toASCIIString() + "/" + target.rawQuery())
                    : own(404, OwnPages.outside(view), "");
        }
        String name = path.substring(base.length() + 1);
        boolean folder = name.isEmpty() || name.endsWith("/");
        String file = folder ? name + "index.html" : name;
        Optional<File> found = view.site().find(file);
        if (found.isPresent()) {
            return file(found.get());
        }
        if (!folder && view.site().find(name + "/index.html").isPresent()) {
            return Answer.redirect(301, target.rawPath() + "/" + target.rawQuery());
        }
        boolean page = file.endsWith(".html") || file.indexOf('.', file.lastIndexOf('/') + 1) < 0;
        String missing = file.endsWith(".html") ? file : file + "/index.html";
        if (!shown.hasSite() && page) {
            return own(503, OwnPages.noSite(view), missing).with("Retry-After", "1");
        }
        return notFound(missing, page ? Near.to(path, view) : List.of());
    }

    private Answer own(String name, Target target) throws IOException {
        if (name.equals("state")) {
            return target.pathInQuery()
                    .map(path -> Answer.text(200, MediaType.JSON, State.of(moment, path)))
                    .orElseGet(() -> Answer.text(400, MediaType.PLAIN, "state?path=PATH\n"));
        }
        if (name.equals("carousels")) {
            return Answer.redirect(302, "/" + ServedPage.FOLDER + Shown.CAROUSELS);
        }
        if (name.startsWith("figures/")) {
            return figure(name.substring("figures/".length()));
        }
        // Under an address of the preview, so that a page whose policy forbids it all else can fetch its new version.
        if (name.startsWith("page/")) {
            Optional<File> page = shown.find(name.substring("page/".length()));
            return page.isPresent() ? file(page.get()) : nothing();
        }
        Optional<File> found =
                shown.find(ServedPage.FOLDER + (name.equals(Shown.CAROUSELS) ? name + "index.html" : name));
        return found.isPresent() ? file(found.get()) : nothing();
    }

    private Answer figure(String address) {
        List<String> lines = view.explain().of(address);
        return lines.isEmpty()
                ? Answer.text(404, MediaType.PLAIN, "There is no figure " + address + ".\n")
                : Answer.text(200, MediaType.PLAIN, String.join("\n", lines) + "\n");
    }

    private Answer file(File file) {
        boolean own = file.path().startsWith(ServedPage.FOLDER);
        if (file.isPage() || own && file.path().indexOf('.') < 0) {
            // The tag of the file is not that of the page with our script in it.
            return Answer.file(
                    MediaType.HTML,
                    "\"" + file.sha256() + "-preview\"",
                    () -> ServedPage.of(file.bytes().read(), file.path(), file.sha256(), origin, ""));
        }
        return Answer.file(MediaType.of(file.path()), "\"" + file.sha256() + "\"", file.bytes());
    }

    /** The site's own page for lost readers, as a host sends it, with what only the preview says. */
    private Answer notFound(String missing, List<String> near) throws IOException {
        Optional<File> page = view.site().find("404.html");
        byte[] html = page.isPresent()
                ? page.get().bytes().read()
                : OwnPages.notFound(view).getBytes(UTF_8);
        return Answer.bytes(404, MediaType.HTML, ServedPage.of(html, missing, "", origin, OwnPages.near(near)));
    }

    private Answer own(int status, String html, String missing) {
        return Answer.bytes(status, MediaType.HTML, ServedPage.of(html.getBytes(UTF_8), missing, "", origin, ""));
    }
}
