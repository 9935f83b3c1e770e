package org.plainfact.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainfact.content.Body.Part;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** Reads one {@code .carousel.md}: front matter, if there is any, and slides between lines {@code ---}. */
final class CarouselReader {
    private static final String SETTINGS = "slide";

    private final SourceFile file;
    private final Findings findings;
    private final MarkdownReader markdown;

    CarouselReader(SourceFile file, MarkdownReader markdown) {
        this.file = file;
        this.findings = markdown.findings();
        this.markdown = markdown;
    }

    Carousel read() {
        boolean headed =
                file.text().lines().findFirst().orElse("").stripTrailing().equals("---");
        Header header = headed ? Header.read(file, findings) : null;
        Carousel.Head head =
                header == null ? Carousel.Head.EMPTY : new HeadReader(file, header, markdown).readCarousel();
        int from = header == null ? 0 : header.bodyAt();
        markdown.allow(Allowance.above(file, from));
        List<Carousel.Slide> slides = new ArrayList<>();
        for (Piece piece : pieces(from)) {
            if (!piece.text.isBlank()) {
                slides.add(slide(piece));
            }
        }
        return new Carousel(file.path(), Carousel.articleOf(file.path()), head, slides, markdown.allowances());
    }

    /**
     * A stretch of the file.
     *
     * @param at offset of its first character
     * @param heading offset in the text of the line with the first heading, -1 for none
     */
    private record Piece(String text, int at, int heading) {}

    /** What stands in a fence neither ends a slide nor heads it. */
    private List<Piece> pieces(int from) {
        List<Piece> pieces = new ArrayList<>();
        String text = file.text();
        int start = from;
        int heading = -1;
        String fence = "";
        for (int at = from; at < text.length(); at = next(text, at)) {
            String line = text.substring(at, next(text, at)).stripTrailing();
            if (!fence.isEmpty()) {
                fence = closes(line, fence) ? "" : fence;
            } else if (line.equals("---")) {
                pieces.add(new Piece(text.substring(start, at), start, heading));
                start = next(text, at);
                heading = -1;
            } else if (heading < 0 && line.matches("#{1,6}\\s.*")) {
                heading = at - start;
            } else {
                fence = opened(line);
            }
        }
        pieces.add(new Piece(text.substring(start), start, heading));
        return pieces;
    }

    private static int next(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /** The marks of a fence that a line opens; empty where it opens none. */
    private static String opened(String line) {
        String text = line.stripLeading();
        char mark = text.isEmpty() ? ' ' : text.charAt(0);
        int length = 0;
        while (length < text.length() && text.charAt(length) == mark) {
            length++;
        }
        boolean fence = (mark == '`' || mark == '~') && length >= 3 && line.length() - text.length() < 4;
        return fence && !(mark == '`' && text.indexOf('`', length) >= 0) ? text.substring(0, length) : "";
    }

    private static boolean closes(String line, String fence) {
        String text = line.strip();
        return text.startsWith(fence) && text.chars().allMatch(c -> c == fence.charAt(0));
    }

    private Carousel.Slide slide(Piece piece) {
        Optional<Body> heading = piece.heading < 0 ? Optional.empty() : Optional.of(heading(piece));
        Body body = markdown.blocks(withoutHeading(piece), Origin.of(file, piece.at));
        List<Part.Directive> settings =
                body.parts().stream().flatMap(part -> settings(part).stream()).toList();
        settings.stream()
                .skip(1)
                .forEach(second -> findings.error(
                        "duplicate-slide-settings",
                        second.span(),
                        "the slide has its settings in line "
                                + settings.getFirst().span().line() + " already",
                        "keep one {slide} for each slide, or put a line --- between two slides"));
        List<Part> rest =
                body.parts().stream().filter(part -> settings(part).isEmpty()).toList();
        return new Carousel.Slide(
                settings.stream().findFirst(),
                heading,
                new Body(body.markdown(), rest, body.headings(), body.links(), body.passages()),
                span(piece));
    }

    private Body heading(Piece piece) {
        int end = next(piece.text, piece.heading);
        String line = piece.text.substring(piece.heading, end).stripTrailing();
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '#' || Character.isWhitespace(line.charAt(at)))) {
            at++;
        }
        String words = line.substring(at).replaceFirst("\\s+#+$", "");
        return markdown.inline(words, Origin.of(file, piece.at + piece.heading + at));
    }

    /** As long as it was, so that places stay. */
    private static String withoutHeading(Piece piece) {
        if (piece.heading < 0) {
            return piece.text;
        }
        int end = next(piece.text, piece.heading);
        String blank = piece.text.substring(piece.heading, end).replaceAll("[^\\r\\n]", " ");
        return piece.text.substring(0, piece.heading) + blank + piece.text.substring(end);
    }

    private static Optional<Part.Directive> settings(Part part) {
        return part instanceof Part.Directive directive && directive.name().equals(SETTINGS)
                ? Optional.of(directive)
                : Optional.empty();
    }

    private SourceSpan span(Piece piece) {
        int blank = piece.text.length() - piece.text.stripLeading().length();
        return file.at(piece.at + blank);
    }
}
