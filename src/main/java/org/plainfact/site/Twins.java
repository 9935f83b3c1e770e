package org.plainfact.site;

import java.util.List;
import java.util.stream.Collectors;
import org.plainfact.content.Article;
import org.plainfact.data.Entry;
import org.plainfact.directive.Block;
import org.plainfact.directive.Expander;
import org.plainfact.directive.Markdown;

/** Articles as plain Markdown with their figures put in. */
final class Twins {
    private final Addresses addresses;
    private final Markdown markdown;

    Twins(Addresses addresses, References references, Expander expander) {
        this.addresses = addresses;
        this.markdown = new Markdown(
                expander,
                new Markdown.Addresses(
                        article -> addresses.absolute(addresses.of(article)),
                        source -> addresses.absolute(addresses.ofSource(source)),
                        figure -> addresses.absolute(addresses.of(figure)) + "#" + figure.field(),
                        table -> addresses.absolute(addresses.csv(table)),
                        references::absolute));
    }

    Output.TextFile of(Rendered page) {
        return new Output.TextFile(addresses.twin(page.article()), () -> text(page));
    }

    private String text(Rendered page) {
        Article article = page.article();
        StringBuilder out = new StringBuilder("# " + article.head().title() + "\n\n");
        paragraph(out, markdown.line(article, article.head().description()));
        paragraph(out, facts(page));
        article.head().hook().ifPresent(hook -> paragraph(out, "> " + markdown.line(article, hook)));
        paragraph(
                out,
                article.head().takeaways().stream()
                        .map(point -> "- " + markdown.line(article, point))
                        .collect(Collectors.joining("\n")));
        paragraph(out, markdown.of(article));
        if (page.body().stream().noneMatch(Block.SourceList.class::isInstance)) {
            paragraph(out, sources(page.uses().sources()));
        }
        return out.toString().stripTrailing() + "\n";
    }

    private String facts(Rendered page) {
        String dates = page.article()
                        .head()
                        .date()
                        .map(date -> "Published " + date + ". ")
                        .orElse("")
                + page.article()
                        .head()
                        .updated()
                        .map(date -> "Updated " + date + ". ")
                        .orElse("");
        return dates + "Web page: <" + addresses.absolute(page.route()) + ">";
    }

    private String sources(List<Entry> sources) {
        return sources.isEmpty()
                ? ""
                : sources.stream()
                        .map(source -> "- ["
                                + source.title().replace("[", "\\[").replace("]", "\\]") + "]("
                                + source.text("url").orElseGet(() -> addresses.absolute(addresses.ofSource(source)))
                                + ")")
                        .collect(Collectors.joining("\n", "## Sources\n\n", ""));
    }

    private static void paragraph(StringBuilder out, String text) {
        if (!text.isBlank()) {
            out.append(text.strip()).append("\n\n");
        }
    }
}
