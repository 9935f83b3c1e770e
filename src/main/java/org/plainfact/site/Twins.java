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
    private final Addresses addresses;

    Twins(Addresses addresses) {
        this.addresses = addresses;
    }

    /** What a twin is made of beside what it looks up. */
    private record Basis(Article article, String address, List<Entry> sources) {}

    Output.TextFile of(Rendered page) {
        Basis basis = new Basis(
                page.article(), addresses.absolute(page.route()), page.uses().sources());
        return new Output.TextFile(addresses.twin(page.article()), basis, asking -> text(page, asking));
    }

    private String text(Rendered page, Asking asking) {
        Markdown markdown = new Markdown(asking, addresses(asking));
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

    private Markdown.Addresses addresses(Asking asking) {
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
