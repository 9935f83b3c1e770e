package org.plainfact.bake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.site.Published.Shown;
import org.plainfact.site.Route;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** How large a drawing is: what its first element says. */
final class Drawn {
    private static final long MOST_BYTES = 4L << 20;
    private static final Pattern ELEMENT = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern WIDTH = Pattern.compile("\\swidth=[\"'](\\d{1,5})(?:\\.\\d+)?(?:px)?[\"']");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight=[\"'](\\d{1,5})(?:\\.\\d+)?(?:px)?[\"']");
    private static final Pattern BOX = Pattern.compile(
            "\\sviewBox=[\"'][-\\d.]+[\\s,]+[-\\d.]+[\\s,]+(\\d{1,5})(?:\\.\\d+)?[\\s,]+(\\d{1,5})(?:\\.\\d+)?[\"']");

    private Drawn() {}

    /** Empty where it is no SVG, or says no size in pixels. */
    static Optional<Shown> size(SourceTree tree, Path file, Route route, String type) {
        if (!type.equals("image/svg+xml")) {
            return Optional.empty();
        }
        // What cannot be read as text is told where it is read as what it should be; here it has no size.
        return tree.telling(new Findings()).read(file, MOST_BYTES).flatMap(source -> size(source.text(), route));
    }

    private static Optional<Shown> size(String text, Route route) {
        Matcher element = ELEMENT.matcher(text);
        if (!element.find()) {
            return Optional.empty();
        }
        Matcher width = WIDTH.matcher(element.group());
        Matcher height = HEIGHT.matcher(element.group());
        if (width.find() && height.find()) {
            return shown(width.group(1), height.group(1), route);
        }
        Matcher box = BOX.matcher(element.group());
        return box.find() ? shown(box.group(1), box.group(2), route) : Optional.empty();
    }

    private static Optional<Shown> shown(String width, String height, Route route) {
        int w = Integer.parseInt(width);
        int h = Integer.parseInt(height);
        return w > 0 && h > 0 ? Optional.of(new Shown(route, w, h, List.of())) : Optional.empty();
    }
}
