package org.plainfact.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Carousel;
import org.plainfact.data.BestBefore;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/**
 * What those who keep a site must look after: its sources, and what grows old. Told by {@code check} alone: what a build
 * tells does not depend on how many days have passed.
 *
 * @param articles all that were read
 * @param carousels all that were read
 * @param period after which a source that says nothing of its own is to be looked at again; empty for never
 * @param today ISO date
 */
public record Upkeep(
        Dataset data, List<Article> articles, List<Carousel> carousels, Optional<Period> period, String today) {
    /** Rules that no build looks at. */
    public static final Set<String> RULES = Set.of(
            "source-unused",
            "source-undated",
            "source-without-licence",
            "source-review-due",
            "source-review-form",
            "page-review-due",
            "best-before-passed");

    private static final String SOURCES = "sources";

    public Upkeep {
        articles = List.copyOf(articles);
        carousels = List.copyOf(carousels);
    }

    public void tell(Findings findings) {
        sources(findings);
        articles.forEach(article -> page(article, findings));
        data.collections().values().stream()
                .flatMap(Collection::stream)
                .flatMap(entry -> measures(entry.fields().values()))
                .flatMap(measure -> measure.bestBefore().stream())
                .forEach(until -> bestBefore(until, findings));
    }

    private LocalDate day() {
        return LocalDate.parse(today);
    }

    private void sources(Findings findings) {
        Set<String> cited = cited();
        for (Entry source : data.collection(SOURCES)) {
            // A file that cannot be read, or a record that was left out, may well cite it.
            if (data.whole()) {
                use(source, cited.contains(source.id()), findings);
            }
            if (source.text("licence").filter(words -> !words.isBlank()).isEmpty()) {
                findings.warning(
                        "source-without-licence",
                        place(source, "licence"),
                        "the source " + source.id() + " does not say what may be done with it",
                        Optional.of("write what its publisher says of its use into \"licence\""));
            }
            read(source, findings);
        }
    }

    private static void use(Entry source, boolean cited, Findings findings) {
        boolean marked = said(source, "unused");
        if (!cited && !marked) {
            findings.warning(
                    "source-unused",
                    source.span(),
                    "nothing rests on the source " + source.id() + ", and no text names it",
                    Optional.of("remove it, or say why it is kept: \"unused\": \"…\""));
        }
        if (cited && marked) {
            findings.warning(
                    "source-unused",
                    place(source, "unused"),
                    "the source " + source.id() + " is marked as unused, and something rests on it",
                    Optional.of("remove the mark"));
        }
    }

    /** When it was read, and whether that is too long ago. */
    private void read(Entry source, Findings findings) {
        SourceSpan place = place(source, "accessed");
        Optional<String> written = source.text("accessed");
        Optional<LocalDate> read = written.flatMap(Upkeep::lastDay);
        if (read.isEmpty() && !(written.isEmpty() && said(source, "undated"))) {
            findings.warning(
                    "source-undated",
                    place,
                    written.map(words ->
                                    "\"" + words + "\" is no date on which the source " + source.id() + " was read")
                            .orElse("the source " + source.id() + " does not say when it was read"),
                    Optional.of("write year-month-day into \"accessed\", or say why it has none: \"undated\": \"…\""));
        }
        written.filter(date -> read.isPresent() && date.compareTo(today) > 0)
                .ifPresent(date -> findings.warning(
                        "source-undated",
                        place,
                        "the source " + source.id() + " is said to be read on " + date + ", which is yet to come",
                        Optional.of("write the day on which it was read")));
        Optional<Period> again = again(source, findings);
        if (read.isPresent() && again.isPresent()) {
            LocalDate due = read.get().plus(again.get());
            if (day().isAfter(due)) {
                findings.warning(
                        "source-review-due",
                        place,
                        "the source " + source.id() + " was read on " + written.orElseThrow()
                                + " and was to be looked at again by " + due,
                        Optional.of("read it again, mend what rests on it, and write today's date into \"accessed\""));
            }
        }
    }

    private Optional<Period> again(Entry source, Findings findings) {
        Optional<String> written = source.text("review");
        if (written.isEmpty()) {
            return period;
        }
        try {
            Period own = Period.parse(written.get());
            if (!own.isNegative() && !own.isZero()) {
                return Optional.of(own);
            }
        } catch (DateTimeException e) {
            // told below
        }
        findings.warning(
                "source-review-form",
                place(source, "review"),
                "\"" + written.get() + "\" is no period after which a source is looked at again",
                Optional.of("write P1Y for a year, P6M for six months, P30D for thirty days"));
        return Optional.empty();
    }

    private void page(Article article, Findings findings) {
        if (article.head().status() == Article.Status.PUBLISHED) {
            article.head()
                    .review()
                    .filter(due -> due.compareTo(today) < 0)
                    .ifPresent(due -> findings.warning(
                            "page-review-due",
                            article.head().spanOf("review", article.path()),
                            "the page was to be held against its sources again by " + due,
                            Optional.of("do so, write today's date into reviewed and a later one into review")));
        }
    }

    private void bestBefore(BestBefore until, Findings findings) {
        lastDay(until.date())
                .filter(day()::isAfter)
                .ifPresent(last -> findings.warning(
                        "best-before-passed",
                        until.span(),
                        "the value was good until " + until.date(),
                        Optional.of("look whether it still holds, and write the new value or a later date")));
    }

    /** Ids of sources that a text names or a value rests on, drafts among the texts. */
    private Set<String> cited() {
        Set<String> cited = new HashSet<>();
        data.collections().forEach((name, entries) -> {
            if (!name.equals(SOURCES)) {
                entries.forEach(entry -> cite(new Field.Group(entry.fields(), entry.span()), cited));
            }
        });
        Stream.concat(
                        articles.stream().flatMap(Article::bodies),
                        carousels.stream().flatMap(Carousel::bodies))
                .flatMap(Body::allRoles)
                .filter(role -> role.name().equals("source"))
                .forEach(role -> cited.add(role.target()));
        return cited;
    }

    private static void cite(Field field, Set<String> cited) {
        switch (field) {
            case Field.Measure measure -> cited.addAll(measure.provenance().sources());
            case Field.Items items -> items.items().forEach(item -> cite(item, cited));
            case Field.Group group ->
                group.fields().forEach((name, value) -> {
                    if (name.equals(SOURCES) && value instanceof Field.Items ids) {
                        ids.items().forEach(id -> {
                            if (id instanceof Field.Text text) {
                                cited.add(text.text());
                            }
                        });
                    }
                    cite(value, cited);
                });
            default -> {}
        }
    }

    private static Stream<Field.Measure> measures(Collection<Field> fields) {
        return fields.stream().flatMap(field -> switch (field) {
            case Field.Measure measure -> Stream.of(measure);
            case Field.Items items -> measures(items.items());
            case Field.Group group -> measures(group.fields().values());
            default -> Stream.empty();
        });
    }

    private static boolean said(Entry source, String key) {
        return source.text(key).filter(words -> !words.isBlank()).isPresent();
    }

    private static SourceSpan place(Entry source, String key) {
        return source.find(key).map(Field::span).orElse(source.span());
    }

    /** Of a day, a month or a year. */
    private static Optional<LocalDate> lastDay(String date) {
        try {
            return switch (date.length()) {
                case 4 -> Optional.of(Year.parse(date).atMonth(12).atEndOfMonth());
                case 7 -> Optional.of(YearMonth.parse(date).atEndOfMonth());
                case 10 -> Optional.of(LocalDate.parse(date));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
