package org.plainfact.social;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.data.Entry;
import org.plainfact.data.Status;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.site.Content;
import org.plainfact.site.Settings;
import org.plainfact.social.Slide.Kind;
import org.plainfact.source.SourceSpan;

/**
 * The slides that an article gives by itself: hook, context, one idea per slide, one table or figure, the map or all ideas
 * again, one thing to do, sources.
 *
 * @param link absolute address of the article
 */
record Story(Content.Explainer page, Settings settings, String link) {
    /** With the head of each row. */
    private static final int MOST_COLUMNS = 4;

    private static final int MOST_ROWS = 5;
    private static final int MOST_SOURCES = 5;

    /** Where there is room for fewer slides, those that matter less are not made; a further idea matters least. */
    private static final List<Kind> BY_WEIGHT =
            List.of(Kind.HOOK, Kind.TABLE, Kind.MAP, Kind.SOURCES, Kind.ACTION, Kind.POINT, Kind.CONTEXT);

    /** A slide before its place is known. */
    private record Idea(Kind kind, int weight, List<Inline> heading, List<Block> body, SourceSpan span) {}

    /**
     * At most so many slides, in the order of the arc.
     *
     * @param brand whether a slide may say where the article stands
     */
    List<Slide> slides(int most, boolean brand) {
        List<Idea> ideas = new ArrayList<>();
        ideas.add(idea(Kind.HOOK, hook(), List.of(), hookSpan()));
        context().ifPresent(ideas::add);
        addPoints(ideas);
        table().ifPresent(ideas::add);
        map(ideas.size(), most).ifPresent(ideas::add);
        ideas.add(action(brand));
        List<Idea> kept = kept(ideas, page.sources().isEmpty() ? most : most - 1);
        if (!page.sources().isEmpty()) {
            kept.add(sources(kept));
        }
        List<Slide> slides = new ArrayList<>();
        for (Idea idea : kept) {
            slides.add(slide(idea, slides.size() + 1));
        }
        return slides;
    }

    private static Slide slide(Idea idea, int number) {
        return new Slide(
                idea.kind,
                number,
                idea.heading,
                idea.body,
                badges(idea.heading, idea.body),
                Description.of(idea.heading, idea.body, List.of()),
                idea.span);
    }

    /** What must be told of the figures on a slide, strongest first. */
    static List<String> badges(List<Inline> heading, List<Block> body) {
        TreeSet<Status> statuses = new TreeSet<>();
        Shown.figures(heading, body)
                .filter(figure -> !figure.absent())
                .map(figure -> figure.provenance().status())
                .filter(status -> !status.plain())
                .forEach(statuses::add);
        return statuses.stream().map(Status::word).toList();
    }

    private static Idea idea(Kind kind, List<Inline> heading, List<Block> body, SourceSpan span) {
        return new Idea(kind, BY_WEIGHT.indexOf(kind), heading, body, span);
    }

    private static List<Idea> kept(List<Idea> ideas, int most) {
        List<Idea> heaviest = ideas.stream()
                .sorted(Comparator.comparingInt(Idea::weight))
                .limit(Math.max(1, most))
                .toList();
        return new ArrayList<>(ideas.stream().filter(heaviest::contains).toList());
    }

    private List<Inline> hook() {
        return page.hook().orElse(words(title()));
    }

    private SourceSpan hookSpan() {
        return spanOf(page.hook().isPresent() ? "hook" : "title");
    }

    /** Under the article's title, unless the hook says the same. */
    private Optional<Idea> context() {
        if (page.description().isEmpty()) {
            return Optional.empty();
        }
        boolean same = page.hook().isEmpty() || hook().equals(words(title()));
        List<Inline> heading = words(same ? settings.label("carousel.context") : title());
        return Optional.of(
                idea(Kind.CONTEXT, heading, List.of(new Block.Prose(page.description())), spanOf("description")));
    }

    private void addPoints(List<Idea> ideas) {
        for (int i = 0; i < page.takeaways().size(); i++) {
            int weight = i == 0 ? BY_WEIGHT.indexOf(Kind.POINT) : BY_WEIGHT.size() + i;
            List<Block> body = List.of(new Block.Prose(page.takeaways().get(i)));
            ideas.add(new Idea(Kind.POINT, weight, List.of(), body, takeawaySpan(i)));
        }
    }

    private SourceSpan takeawaySpan(int index) {
        SourceSpan all = spanOf("takeaways");
        return page.article().head().spans().getOrDefault("takeaways." + (index + 1), all);
    }

    /** The first table, as far as a slide has room for it; else the first big figure. */
    private Optional<Idea> table() {
        Optional<Block.TableBlock> table =
                page.body().stream().flatMap(Story::shown).findFirst();
        if (table.isPresent()) {
            return table.map(this::table);
        }
        return first(Block.BigFigure.class)
                .map(big -> idea(
                        Kind.TABLE,
                        words(big.figure().title()),
                        List.of(big),
                        place(Set.of("figure"), big.figure().address())));
    }

    /** A chart gives its table: nothing is drawn on a slide but boxes and words. */
    private static Stream<Block.TableBlock> shown(Block block) {
        return switch (block) {
            case Block.TableBlock table -> Stream.of(table);
            case Block.ChartBlock chart -> Stream.of(chart.asTable());
            default -> Stream.of();
        };
    }

    private Idea table(Block.TableBlock block) {
        Table table = block.table();
        Table part = part(table);
        List<Block> body = new ArrayList<>();
        body.add(new Block.TableBlock(part, block.caption(), block.anchor()));
        if (part.columns().size() < table.columns().size()
                || part.rows().size() < table.rows().size()) {
            body.add(prose(settings.label("carousel.part")));
        }
        return idea(Kind.TABLE, words(table.title()), body, place(Set.of("table", "chart", "curve"), table.id()));
    }

    /** The head of each row and the columns that say most: what was worked out, then other figures, then words. */
    private static Table part(Table table) {
        List<Integer> shown = Stream.iterate(1, i -> i + 1)
                .limit(Math.max(0, table.columns().size() - 1))
                .sorted(Comparator.comparingInt(column -> rank(table, column)))
                .limit(MOST_COLUMNS - 1)
                .sorted()
                .toList();
        List<Integer> kept = Stream.concat(Stream.of(0), shown.stream()).toList();
        return new Table(
                table.id(),
                table.title(),
                table.caption(),
                kept.stream().map(table.columns()::get).toList(),
                table.rows().stream()
                        .limit(MOST_ROWS)
                        .map(row -> new Table.Row(
                                row.record(),
                                row.title(),
                                kept.stream().map(row.cells()::get).toList()))
                        .toList(),
                table.note(),
                table.notFor(),
                table.sources(),
                table.span());
    }

    private static int rank(Table table, int column) {
        List<Figure> figures = table.rows().stream()
                .map(row -> row.cells().get(column))
                .flatMap(cell -> cell instanceof Table.Cell.Value value ? Stream.of(value.figure()) : Stream.of())
                .toList();
        long derived = figures.stream().filter(Figure::derived).count();
        return figures.isEmpty() ? 2 : derived * 2 > figures.size() ? 0 : 1;
    }

    /** The steps of the whole; else all ideas again, where not each has a slide of its own. */
    private Optional<Idea> map(int before, int most) {
        Optional<Block.StepMap> map = first(Block.StepMap.class);
        if (map.isPresent()) {
            return map.map(steps -> idea(Kind.MAP, words(steps.title()), List.of(steps), place(Set.of("map"), "")));
        }
        int after = 1 + Math.min(1, page.sources().size());
        return page.takeaways().size() > 1 && before + after > most
                ? Optional.of(idea(
                        Kind.MAP,
                        words(settings.label("carousel.recap")),
                        List.of(new Block.Takeaways(page.takeaways())),
                        spanOf("takeaways")))
                : Optional.empty();
    }

    private Idea action(boolean brand) {
        boolean map = first(Block.StepMap.class).isPresent();
        String address = link.replaceFirst("^https?://", "").replaceFirst("/$", "");
        List<Block> body = brand ? List.of(prose(settings.label("carousel.whole")), prose(address)) : List.of();
        return idea(
                Kind.ACTION,
                words(settings.label(map ? "carousel.action.map" : "carousel.action")),
                body,
                SourceSpan.of(page.article().path()));
    }

    /** Those that the figures on the slides rest on, else those of the article. */
    private Idea sources(List<Idea> ideas) {
        List<String> ids = ideas.stream()
                .flatMap(idea -> Shown.figures(idea.heading, idea.body))
                .flatMap(figure -> figure.provenance().sources().stream())
                .distinct()
                .toList();
        List<Entry> resting = page.sources().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
        List<Entry> all = resting.isEmpty() ? page.sources() : resting;
        List<Block> body = new ArrayList<>();
        body.add(new Block.SourceList(all.stream().limit(MOST_SOURCES).toList()));
        if (page.sources().size() > Math.min(all.size(), MOST_SOURCES)) {
            body.add(prose(settings.label("carousel.others")));
        }
        return idea(
                Kind.SOURCES,
                words(settings.label("sources")),
                body,
                SourceSpan.of(page.article().path()));
    }

    private <B extends Block> Optional<B> first(Class<B> kind) {
        return page.body().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Where the article calls a directive. */
    private SourceSpan place(Set<String> directives, String argument) {
        return page.article().body().parts().stream()
                .flatMap(part -> part instanceof Body.Part.Directive call ? Stream.of(call) : Stream.of())
                .filter(call -> directives.contains(call.name()))
                .filter(call -> argument.isEmpty() || call.argument().equals(argument))
                .map(Body.Part.Directive::span)
                .findFirst()
                .orElse(SourceSpan.of(page.article().path()));
    }

    private SourceSpan spanOf(String key) {
        Article article = page.article();
        return article.head().spanOf(key, article.path());
    }

    private String title() {
        return page.article().head().title();
    }

    private static List<Inline> words(String text) {
        return List.of(Inline.Html.of(text));
    }

    private static Block prose(String text) {
        return new Block.Prose(words(text));
    }
}
