package org.plainfact.bake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.site.Content;

/** The one figure that says most of a page: the first that its author names and that has a value. */
final class KeyFigure {
    private KeyFigure() {}

    /** What an author puts to the front comes first: the description, the hook, the takeaways, then the text. */
    static Optional<Figure> of(Content content) {
        Stream<Figure> figures = switch (content) {
            case Content.Explainer it ->
                Stream.of(
                                it.description().stream(),
                                it.hook().stream().flatMap(List::stream),
                                it.takeaways().stream().flatMap(List::stream))
                        .flatMap(inlines -> inlines)
                        .flatMap(KeyFigure::inline);
            default -> Stream.of();
        };
        return Stream.concat(figures, text(content))
                .filter(figure -> !figure.absent())
                .findFirst();
    }

    private static Stream<Figure> text(Content content) {
        return switch (content) {
            case Content.Explainer it -> it.body().stream().flatMap(KeyFigure::block);
            case Content.Standing it -> it.body().stream().flatMap(KeyFigure::block);
            case Content.Question it -> it.body().stream().flatMap(KeyFigure::block);
            case Content.Term it -> it.body().stream().flatMap(KeyFigure::block);
            case Content.OfRecord it -> it.figures().stream();
            case Content.Topic it -> listed(it.articles());
            case Content.Index it -> listed(it.articles());
            default -> Stream.of();
        };
    }

    private static Stream<Figure> listed(List<Content.Listing> listings) {
        return listings.stream()
                .flatMap(listing -> listing.description().stream())
                .flatMap(KeyFigure::inline);
    }

    private static Stream<Figure> block(Block block) {
        return switch (block) {
            case Block.Prose prose -> prose.inlines().stream().flatMap(KeyFigure::inline);
            case Block.BigFigure big -> Stream.of(big.figure());
            case Block.WorkingBlock working -> Stream.of(working.figure());
            case Block.Callout callout -> callout.body().stream().flatMap(KeyFigure::block);
            case Block.TableBlock table ->
                table.table().rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .flatMap(cell ->
                                cell instanceof Table.Cell.Value value ? Stream.of(value.figure()) : Stream.of());
            default -> Stream.of();
        };
    }

    private static Stream<Figure> inline(Inline inline) {
        return inline instanceof Inline.FigureRef ref ? Stream.of(ref.figure()) : Stream.of();
    }
}
