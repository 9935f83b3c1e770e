package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plainfact.content.Article;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Later;

/** One file of the finished site. */
public sealed interface Output {
    Route route();

    /**
     * A page that a template prints. The template is that of {@link #kind()}.
     *
     * @param kind that of its content, and the collection of a record behind a blank: a collection may have a template of its own
     * @param text that it shows; empty where the site makes what it shows
     * @param indexed whether search engines and the site map should know it
     * @param sheet all that it shows: made when somebody asks for it
     */
    record Page(Route route, String kind, Optional<Article> text, boolean indexed, Later<Sheet> sheet)
            implements Output {
        static String kindOf(Content content) {
            return content instanceof Content.OfRecord record
                    ? record.kind() + " " + record.entry().collection()
                    : content.kind();
        }

        /** Of the page alone. */
        public String title() {
            return sheet.get().title();
        }

        /** Plain text, figures in it resolved. */
        public String description() {
            return sheet.get().description();
        }

        /** ISO date. */
        public Optional<String> published() {
            return sheet.get().published();
        }

        /** ISO date. */
        public Optional<String> updated() {
            return sheet.get().updated();
        }

        public Optional<Article.Image> image() {
            return sheet.get().image();
        }

        /** From the front page down to the parent. */
        public List<Link> crumbs() {
            return sheet.get().crumbs();
        }

        /** Finished JSON-LD objects, safe inside a script element. */
        public List<String> jsonLd() {
            return sheet.get().jsonLd();
        }

        public Content content() {
            return sheet.get().content();
        }

        /** Stands for all that its template can see: with what is looked up it decides every byte. */
        public Object basis() {
            return new Basis(route, kind, indexed, sheet);
        }

        private record Basis(Route route, String kind, boolean indexed, Later<Sheet> sheet) {}
    }

    /** What a page shows: see the methods of {@link Page} of the same names. */
    record Sheet(
            String title,
            String description,
            Optional<String> published,
            Optional<String> updated,
            Optional<Article.Image> image,
            List<Link> crumbs,
            List<String> jsonLd,
            Content content) {
        public Sheet {
            crumbs = List.copyOf(crumbs);
            jsonLd = List.copyOf(jsonLd);
        }
    }

    /**
     * A file whose text is made when it is written: JSON, CSV, Markdown, plain text.
     *
     * @param basis what the text is made of, settings among it, as a value: with what is looked up it decides every byte
     */
    record TextFile(Route route, Object basis, Function<Asking, String> text) implements Output {
        /** A text that is made of its basis alone. */
        TextFile(Route route, Object basis, Supplier<String> text) {
            this(route, basis, asking -> text.get());
        }
    }
}
