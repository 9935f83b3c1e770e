package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plainfact.content.Article;
import org.plainfact.memo.Asking;

/** One file of the finished site. */
public sealed interface Output {
    Route route();

    /**
     * A page that a template prints. The template is that of {@link Content#kind()}.
     *
     * @param title of the page alone
     * @param description plain text, figures in it resolved
     * @param published ISO date
     * @param crumbs from the front page down to the parent
     * @param jsonLd finished JSON-LD objects, safe inside a script element
     * @param indexed whether search engines and the site map should know it
     */
    record Page(
            Route route,
            String title,
            String description,
            Optional<String> published,
            Optional<String> updated,
            Optional<Article.Image> image,
            List<Link> crumbs,
            List<String> jsonLd,
            boolean indexed,
            Content content)
            implements Output {
        public Page {
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
