package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.bake.Configuration;
import org.plainfact.bake.Press;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Table;
import org.plainfact.picture.Flaw;
import org.plainfact.picture.Sheet;
import org.plainfact.picture.Studio;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Site;
import org.plainfact.source.SourceSpan;

/**
 * The template of slides, with what stands in this repository’s own articles and with what an author may write. Public,
 * since templates see public records alone.
 */
public class SlideTest {
    private static final Studio STUDIO = new Studio();
    private static final String TITLE = "Watts to Words";
    private static final int ROWS = 5;
    private static final int COLUMNS = 4;

    private static Site site;
    private static Press press;

    /** What the template sees of a slide. */
    public record Card(Kind kind, int number, List<Inline> heading, List<Block> body, List<String> badges) {}

    public enum Kind {
        HOOK,
        CONTEXT,
        POINT,
        TABLE,
        MAP,
        ACTION,
        SOURCES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Safe(int top, int right, int bottom, int left) {}

    public record Place(int width, int height, Safe safe) {}

    private enum Format {
        UPRIGHT(new Place(1080, 1350, new Safe(60, 60, 60, 60))),
        TALL(new Place(1080, 1920, new Safe(140, 140, 380, 60))),
        PIN(new Place(1000, 1500, new Safe(60, 60, 60, 60)));

        private final Place place;

        Format(Place place) {
            this.place = place;
        }
    }

    @BeforeAll
    static void readTheSite() {
        Build.Look look = new Build(Path.of(""))
                .look(new Build.Options(
                        Optional.empty(),
                        new Configuration.Options(Optional.empty(), false, false, "2026-11-30"),
                        false));
        Build.Material material = look.material().orElseThrow();
        site = material.site();
        press = new Press(Path.of("").toAbsolutePath(), material.configuration(), site);
    }

    private static Stream<Content.Explainer> articles() {
        return site.outputs().stream()
                .flatMap(output ->
                        output instanceof Output.Page page && page.content() instanceof Content.Explainer article
                                ? Stream.of(article)
                                : Stream.of());
    }

    private static List<Card> deck(Content.Explainer article) {
        List<Card> cards = new ArrayList<>();
        article.hook().ifPresent(hook -> cards.add(card(Kind.HOOK, hook, List.of())));
        cards.add(card(Kind.CONTEXT, words(article.article().head().title()), List.of(prose(article.description()))));
        article.takeaways().forEach(idea -> cards.add(card(Kind.POINT, List.of(), List.of(prose(idea)))));
        article.body().forEach(block -> {
            switch (block) {
                case Block.TableBlock table ->
                    cards.add(card(Kind.TABLE, words(table.table().title()), List.of(shortened(table))));
                case Block.BigFigure figure -> cards.add(card(Kind.TABLE, List.of(), List.of(figure)));
                case Block.StepMap map -> cards.add(card(Kind.MAP, List.of(), List.of(map)));
                default -> {}
            }
        });
        cards.add(card(Kind.MAP, words("To remember"), List.of(new Block.Takeaways(article.takeaways()))));
        cards.add(card(Kind.ACTION, words("Save this map"), List.of()));
        cards.add(card(
                Kind.SOURCES,
                List.of(),
                List.of(new Block.SourceList(
                        article.sources().stream().limit(ROWS).toList()))));
        return cards;
    }

    private static Block shortened(Block.TableBlock block) {
        Table table = block.table();
        return new Block.TableBlock(
                new Table(
                        table.id(),
                        table.title(),
                        table.caption(),
                        table.columns().stream().limit(COLUMNS).toList(),
                        table.rows().stream()
                                .limit(ROWS)
                                .map(row -> new Table.Row(
                                        row.record(),
                                        row.title(),
                                        row.cells().stream().limit(COLUMNS).toList()))
                                .toList(),
                        table.note(),
                        table.notFor(),
                        table.sources(),
                        table.span()),
                block.caption(),
                block.anchor());
    }

    private static Card card(Kind kind, List<Inline> heading, List<Block> body) {
        return new Card(kind, 2, heading, body, List.of());
    }

    private static List<Inline> words(String html) {
        return List.of(new Inline.Html(html));
    }

    private static Block prose(List<Inline> inlines) {
        return new Block.Prose(inlines);
    }

    private static String html(Card card, Place place, String scheme, boolean brand) {
        Map<String, Object> given =
                new HashMap<>(Map.of("slide", card, "count", 7, "platform", place, "scheme", scheme));
        if (brand) {
            given.put("brand", TITLE);
        }
        return press.print("carousel/slide.ftlh", given);
    }

    private static List<Flaw> flaws(Card card, Place place, String scheme) {
        Safe safe = place.safe();
        Sheet.Edges edges = new Sheet.Edges(safe.top(), safe.right(), safe.bottom(), safe.left());
        Sheet sheet =
                new Sheet(html(card, place, scheme, true), place.width(), place.height(), Sheet.Rules.phone(edges));
        return STUDIO.draw(sheet).flaws();
    }

    private static List<Flaw.Kind> kinds(Card card) {
        return flaws(card, Format.UPRIGHT.place, "light").stream()
                .map(Flaw::kind)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void slides_of_every_article_have_no_flaw_in_light_and_dark(Format format) {
        assertThat(articles().flatMap(article -> deck(article).stream())).hasSizeGreaterThan(80);
        articles()
                .forEach(article -> deck(article)
                        .forEach(card -> assertThat(schemes(format))
                                .allSatisfy(scheme -> assertThat(flaws(card, format.place, scheme))
                                        .as(article.article().path() + " " + card.kind())
                                        .isEmpty())));
    }

    /** Colours are the same in every format. */
    private static List<String> schemes(Format format) {
        return format == Format.UPRIGHT ? List.of("light", "dark") : List.of("light");
    }

    @Test
    void a_badge_stands_on_every_kind_of_slide_that_has_one() {
        assertThat(Kind.values()).allSatisfy(kind -> {
            Card card = new Card(kind, 1, words("A heading"), List.of(), List.of("planned", "not verified"));
            assertThat(html(card, Format.UPRIGHT.place, "light", true))
                    .contains("class=\"badge badge-planned\">planned<", "badge-not-verified\">not verified<");
            assertThat(flaws(card, Format.UPRIGHT.place, "dark")).isEmpty();
        });
    }

    @Test
    void a_slide_without_brand_does_not_name_the_site() {
        Card card = card(Kind.HOOK, words("Why?"), List.of());

        assertThat(html(card, Format.TALL.place, "light", true)).contains(TITLE);
        assertThat(html(card, Format.TALL.place, "light", false)).doesNotContain(TITLE, "class=\"tile\"");
    }

    @Test
    void what_an_author_wrote_is_text_and_no_markup() {
        assertThat(html(card(Kind.POINT, words("a &lt;b&gt; c"), List.of()), Format.UPRIGHT.place, "light", true))
                .contains("<title>a &lt;b&gt; c</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOOK", "POINT", "TABLE", "ACTION"})
    void a_word_of_sixty_letters_is_told(String kind) {
        String word = "Rechtsschutzversicherungsgesellschaftenangestelltenwerkschaf";

        assertThat(kinds(card(Kind.valueOf(kind), words(word), List.of()))).containsExactly(Flaw.Kind.OVERFLOW);
    }

    @Test
    void a_hook_of_four_hundred_characters_is_told() {
        String hook = "why is that so ".repeat(27).strip() + "?";

        assertThat(hook).hasSizeGreaterThan(400);
        assertThat(kinds(card(Kind.HOOK, words(hook), List.of()))).contains(Flaw.Kind.OVERFLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"كم من الكهرباء؟", "👨‍👩‍👧‍👦 at home", "🏳️‍🌈"})
    void what_no_typeface_has_is_told(String text) {
        assertThat(kinds(card(Kind.HOOK, words(text), List.of()))).containsExactly(Flaw.Kind.GLYPH);
    }

    @Test
    void korean_is_set_at_a_size_that_fits() {
        String text = "한국의 첫 번째 공장은 얼마나 크고, 전기는 어디에서 오며, 누가 그 값을 치르는가?";

        assertThat(Kind.values())
                .allSatisfy(kind ->
                        assertThat(kinds(card(kind, words(text), List.of()))).isEmpty());
    }

    @Test
    void a_table_of_twelve_columns_is_told() {
        List<Table.Column> columns = Collections.nCopies(
                12, new Table.Column("heat", "Temperature", Optional.empty(), true, Optional.empty()));
        Table.Cell[] cells = new Table.Cell[12];
        Arrays.fill(cells, new Table.Cell.Words("1,234,567"));
        Table table = new Table(
                "ovens",
                "Ovens",
                "Twelve ovens",
                columns,
                List.of(new Table.Row("oven", "Oven", List.of(cells))),
                Optional.empty(),
                "anything",
                Collections.emptySortedSet(),
                SourceSpan.of("data/tables/ovens.json"));

        assertThat(kinds(card(Kind.TABLE, List.of(), List.of(new Block.TableBlock(table, List.of(), "_ovens")))))
                .contains(Flaw.Kind.OVERFLOW);
    }
}
