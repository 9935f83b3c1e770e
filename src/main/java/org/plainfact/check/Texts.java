package org.plainfact.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plainfact.check.Prose.Meaning;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Body.Part;
import org.plainfact.content.Carousel;
import org.plainfact.content.Passage;
import org.plainfact.directive.Asked;
import org.plainfact.figure.Figure;
import org.plainfact.memo.Asking;
import org.plainfact.source.SourceSpan;

/** Puts together the texts of a file: title, description and all else that a reader meets, in the order written. */
final class Texts {
    /** Options of directives that hold words; others hold names and numbers of things. */
    private static final Set<String> WORDS = Set.of("alt", "caption", "title");

    private static final String CALLOUT = "callout";

    private final Asking asking;
    private final List<Prose> texts = new ArrayList<>();

    private Texts(Asking asking) {
        this.asking = asking;
    }

    static List<Prose> of(Article article, Asking asking) {
        Texts texts = new Texts(asking);
        Article.FrontMatter head = article.head();
        SourceSpan title = head.spans().getOrDefault("title.words", head.spanOf("title", article.path()));
        texts.add(Passage.Kind.HEADING, head.title(), title);
        texts.add(head.description(), "");
        head.hook().ifPresent(hook -> texts.add(hook, ""));
        head.takeaways().forEach(takeaway -> texts.add(takeaway, ""));
        head.corrections().forEach(correction -> texts.add(correction.text(), ""));
        head.hero().ifPresent(hero -> texts.add(Passage.Kind.ALT, hero.alt(), head.spanOf("hero", article.path())));
        texts.add(article.body(), "");
        return List.copyOf(texts.texts);
    }

    static List<Prose> of(Carousel carousel, Asking asking) {
        Texts texts = new Texts(asking);
        carousel.head().caption().ifPresent(caption -> texts.add(caption, ""));
        carousel.head().captions().values().forEach(caption -> texts.add(caption, ""));
        for (Carousel.Slide slide : carousel.slides()) {
            slide.settings().ifPresent(settings -> texts.add(settings, ""));
            slide.heading().ifPresent(heading -> texts.add(heading, ""));
            texts.add(slide.body(), "");
        }
        return List.copyOf(texts.texts);
    }

    static List<Prose> of(Body body, Asking asking) {
        Texts texts = new Texts(asking);
        texts.add(body, "");
        return List.copyOf(texts.texts);
    }

    private void add(Passage.Kind kind, String words, SourceSpan at) {
        if (!words.isBlank()) {
            add(new Passage(kind, false, List.of(new Passage.Run.Words(words, at))), "");
        }
    }

    /** @param above the headings and boxes around the body */
    private void add(Body body, String above) {
        record Item(SourceSpan at, Optional<Passage> passage, Optional<Part.Directive> directive) {}
        Stream<Item> passages = body.passages().stream()
                .map(passage -> new Item(passage.runs().getFirst().at(), Optional.of(passage), Optional.empty()));
        Stream<Item> directives = body.parts().stream()
                .filter(Part.Directive.class::isInstance)
                .map(Part.Directive.class::cast)
                .map(directive -> new Item(directive.span(), Optional.empty(), Optional.of(directive)));
        String section = above;
        List<Item> items = Stream.concat(passages, directives)
                .sorted(Comparator.comparing(Item::at))
                .toList();
        for (Item item : items) {
            if (item.passage().isPresent()) {
                Prose prose = add(item.passage().get(), section);
                section = prose.kind() == Passage.Kind.HEADING ? (above + " " + prose.text()).strip() : section;
            }
            if (item.directive().isPresent()) {
                add(item.directive().get(), section);
            }
        }
    }

    private void add(Part.Directive directive, String above) {
        String box = directive.name().equals(CALLOUT)
                ? " " + directive.argument() + " "
                        + directive.option("title").map(Body.Option::text).orElse("")
                : "";
        directive.options().forEach((name, option) -> {
            if (WORDS.contains(name)) {
                add(option.inline(), above + box);
            }
        });
        add(directive.body(), above + box);
    }

    private Prose add(Passage passage, String section) {
        Prose prose = Prose.of(passage, section, this::meaning);
        texts.add(prose);
        return prose;
    }

    private Meaning meaning(Passage.Run.Call call) {
        Part.Role role = call.role();
        String words = role.label().orElse(role.target());
        return switch (role.name()) {
            case "figure" -> {
                Optional<Figure> figure = asking.ask(new Asked.FigureAt(role.target()));
                yield figure.<Meaning>map(Meaning.Value::new).orElseGet(() -> new Meaning.Words(words));
            }
            case "source" -> new Meaning.Source(words);
            default -> new Meaning.Words(words);
        };
    }
}
