package org.plainfact.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.memo.Later;
import org.plainfact.source.SourceSpan;

/**
 * A content file, read.
 *
 * @param type {@code article}, {@code question}, {@code term} or {@code page}: by the front matter's {@code type}, else
 *     by the folder ({@code articles}, {@code faq}, {@code glossary}, {@code pages} or any other)
 * @param id the file's path below its type's folder without suffix; what {@code {page}} and {@code {term}} name
 * @param path of the file, relative to the project
 * @param text below the front matter; read from the file when somebody asks for it
 * @param allowances of the whole file
 */
public record Article(
        String type, String id, String path, FrontMatter head, Later<Body> text, List<Allowance> allowances) {
    public Article {
        allowances = List.copyOf(allowances);
    }

    /** The text below the front matter. */
    public Body body() {
        return text.get();
    }

    /** What others may say of this article. */
    public Reference reference() {
        return new Reference(type, id, path, head.title());
    }

    /** All that an author wrote in words: description, hook, takeaways, corrections and text. */
    public Stream<Body> bodies() {
        return Stream.of(
                        Stream.of(head.description()),
                        head.hook().stream(),
                        head.takeaways().stream(),
                        head.corrections().stream().map(Correction::text),
                        Stream.of(body()))
                .flatMap(bodies -> bodies);
    }

    /** An article as others name it: a text that refers to it depends on nothing else of it. */
    public record Reference(String type, String id, String path, String title) {}

    /** When an article is shown. */
    public enum Status {
        DRAFT,
        PUBLISHED
    }

    /**
     * What stands above the text.
     *
     * @param title plain text
     * @param description inline Markdown; figures may stand in it
     * @param date ISO date the article was (or will be) published; required of a published article
     * @param updated ISO date of the last change: the later of what is written and the newest correction
     * @param reviewed ISO date on which somebody last held the text against its sources
     * @param review ISO date by which somebody should do so again
     * @param slug last segment of the address; the file's name by default
     * @param aliases site paths that lead here
     * @param takeaways inline Markdown each
     * @param hook a concrete question; inline Markdown
     * @param corrections newest first, those of one day as they are written
     * @param spans where each key stands, for findings, each takeaway as {@code takeaways.1} and on, and the words of
     *     the title as {@code title.words}
     * @param other keys that Plainfact does not know, as text
     */
    public record FrontMatter(
            String title,
            Body description,
            Optional<String> date,
            Optional<String> updated,
            Optional<String> reviewed,
            Optional<String> review,
            List<String> authors,
            List<String> tags,
            List<String> topics,
            Status status,
            String slug,
            List<String> aliases,
            Optional<Image> hero,
            List<Body> takeaways,
            Optional<Body> hook,
            List<Correction> corrections,
            Map<String, SourceSpan> spans,
            Map<String, String> other) {
        public FrontMatter {
            authors = List.copyOf(authors);
            tags = List.copyOf(tags);
            topics = List.copyOf(topics);
            aliases = List.copyOf(aliases);
            takeaways = List.copyOf(takeaways);
            corrections = List.copyOf(corrections);
        }

        /**
         * Whether it is due on a later day.
         *
         * @param today ISO date
         */
        public boolean scheduledAfter(String today) {
            return date.filter(due -> due.compareTo(today) > 0).isPresent();
        }

        /** The place of a key, or of the file where the key is not written. */
        public SourceSpan spanOf(String key, String path) {
            return spans.getOrDefault(key, SourceSpan.of(path));
        }
    }

    /**
     * What was wrong on a page and has been put right.
     *
     * @param date ISO date on which it was put right
     * @param text inline Markdown
     */
    public record Correction(String date, Body text, SourceSpan span) {}

    /**
     * A picture.
     *
     * @param src a path below {@code assets/}, or relative to the article
     * @param alt words for those who do not see it; never empty
     */
    public record Image(String src, String alt) {}
}
