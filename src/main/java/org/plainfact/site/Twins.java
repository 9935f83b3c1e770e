package org.plainfact.site;

import java.util.List;
import java.util.stream.Collectors;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.data.Entry;
import org.plainfact.directive.Block;
import org.plainfact.directive.Links;
import org.plainfact.directive.Markdown;
import org.plainfact.memo.Asking;

/** Articles as plain Markdown with their figures put in. */
final class Twins {
    private Twins() {}

    /** What a twin is made of beside what it looks up. */
    private record Basis(Article article, Route page, String site, List<Entry> sources) {}

    /** The text is made with the addresses of the site that it is asked for: the basis says which they are. */
    static Output.TextFile of(Leaf page, Face face, Route route, Addresses addresses) {
        Basis basis = new Basis(page.article(), page.route(), addresses.site(), face.sources());
        return new Output.TextFile(route, basis, asking -> text(page.text().get(), asking));
    }

    private static String text(Rendered page, Asking asking) {
        Addresses addresses = asking.world().part(Plan.class).addresses();
        Markdown markdown = new Markdown(asking, addresses(addresses, asking));
        Article article = page.article();
        StringBuilder out = new StringBuilder("# " + article.head().title() + "\n\n");
        paragraph(out, markdown.line(article, article.head().description()));
        paragraph(out, facts(page, addresses));
        article.head().hook().ifPresent(hook -> paragraph(out, "> " + markdown.line(article, hook)));
        paragraph(
                out,
                article.head().takeaways().stream()
                        .map(point -> "- " + markdown.line(article, point))
                        .collect(Collectors.joining("\n")));
        paragraph(out, markdown.of(article));
        paragraph(out, corrections(article, markdown));
        if (page.body().stream().noneMatch(Block.SourceList.class::isInstance)) {
            paragraph(out, sources(page.uses().sources(), addresses));
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static Markdown.Addresses addresses(Addresses addresses, Asking asking) {
        return new Markdown.Addresses(
                page -> addresses.absolute(
                        asking.ask(new Asked.RouteOf(page.path())).orElseThrow()),
                source -> addresses.absolute(addresses.ofSource(source)),
                figure -> addresses.absolute(addresses.of(figure)) + "#" + figure.field(),
                table -> addresses.absolute(addresses.csv(table)),
                (from, link) -> Links.leave(link.href())
                        ? link.href()
                        : asking.ask(new Asked.AbsoluteIn(from, link.href(), link.kind() == Body.Link.Kind.PICTURE)));
    }

    private static String corrections(Article article, Markdown markdown) {
        List<Article.Correction> corrections = article.head().corrections();
        return corrections.isEmpty()
                ? ""
                : corrections.stream()
                        .map(correction -> "- " + correction.date() + ": " + markdown.line(article, correction.text()))
                        .collect(Collectors.joining("\n", "## Corrections\n\n", ""));
    }

    private static String facts(Rendered page, Addresses addresses) {
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

    private static String sources(List<Entry> sources, Addresses addresses) {
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
