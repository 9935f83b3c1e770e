package org.plainfact.social;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plainfact.data.Status;
import org.plainfact.directive.Block;
import org.plainfact.directive.Library;
import org.plainfact.directive.Plain;
import org.plainfact.directive.TypedNumbers;
import org.plainfact.figure.Table;
import org.plainfact.social.Slide.Kind;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** What must hold of the slides and texts of a post. Nothing is shortened: what does not fit is told. */
record Proof(Platform platform, Library library, Findings findings) {
    /** A hook is read in passing. */
    private static final int HOOK_WORDS = 8;

    /** In graphemes; what is longer does not fit a line of a slide. */
    private static final int LONGEST_WORD = 32;

    private static final int MOST_COLUMNS = 6;
    private static final int MOST_ROWS = 10;

    /** @param posts in which they are told */
    void check(List<Slide> slides, int posts) {
        checkCount(slides, posts);
        slides.forEach(this::check);
    }

    private void checkCount(List<Slide> slides, int posts) {
        platform.slides()
                .map(each -> each * posts)
                .filter(most -> slides.size() > most)
                .ifPresent(most -> findings.error(
                        "too-many-slides",
                        slides.get(most).span(),
                        "this is slide " + (most + 1) + " of " + slides.size() + ", and " + platform.name() + " takes "
                                + most,
                        "write :except: " + platform.id() + " into the {slide} of those that it can do without"));
    }

    private void check(Slide slide) {
        checkHook(slide);
        checkAlt(slide);
        checkBadges(slide);
        checkTables(slide);
        checkWords(slide);
        if (slide.kind() != Kind.SOURCES) {
            checkNumbers(slide);
        }
    }

    private void checkHook(Slide slide) {
        String hook = Plain.text(slide.heading());
        int words = hook.isEmpty() ? 0 : hook.split("\\s+").length;
        if (slide.kind() == Kind.HOOK && words > HOOK_WORDS) {
            findings.warning(
                    "hook-too-long",
                    slide.span(),
                    "the hook has " + words + " words; it is read in passing",
                    Optional.of("ask a concrete question of at most " + HOOK_WORDS + " words"));
        }
    }

    private void checkAlt(Slide slide) {
        if (slide.alt().isBlank()) {
            findings.error(
                    "missing-alt",
                    slide.span(),
                    "the slide has no words for those who do not see it",
                    "give it a heading or text, or write :alt: into its {slide}");
        }
        for (Limit limit : platform.alt()) {
            Budget budget = limit.budget(slide.alt());
            if (budget.left() < 0) {
                findings.error(
                        "limit-exceeded",
                        slide.span(),
                        "the words for those who do not see the slide count " + budget.used() + ", and "
                                + platform.name() + " takes " + budget.most() + " " + unit(budget),
                        "write shorter ones as :alt: into its {slide}");
            }
        }
    }

    private void checkBadges(Slide slide) {
        Shown.figures(slide.heading(), slide.body())
                .filter(figure -> !figure.absent())
                .filter(figure -> figure.provenance().status().future())
                .filter(figure ->
                        !slide.badges().contains(figure.provenance().status().word()))
                .forEach(figure -> {
                    Status status = figure.provenance().status();
                    findings.error(
                            "missing-badge",
                            slide.span(),
                            "the slide shows " + figure.text() + ", which is " + status.word() + ", without the badge",
                            "add " + status.word() + " to :badges:, or leave :badges: out");
                });
    }

    private void checkTables(Slide slide) {
        for (Block block : slide.body()) {
            Optional<Table> shown = Shown.table(block);
            if (shown.isPresent() && isLarge(shown.get())) {
                Table table = shown.get();
                findings.warning(
                        "table-too-large",
                        slide.span(),
                        "the table " + table.id() + " has " + table.columns().size() + " columns and "
                                + table.rows().size() + " rows; a slide has room for " + MOST_COLUMNS + " and "
                                + MOST_ROWS,
                        Optional.of("show a smaller table, or one big figure of it"));
            }
        }
    }

    private static boolean isLarge(Table table) {
        return table.columns().size() > MOST_COLUMNS || table.rows().size() > MOST_ROWS;
    }

    private void checkWords(Slide slide) {
        if (slide.kind() == Kind.ACTION) {
            return;
        }
        Shown.lines(slide)
                .map(Plain::text)
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .filter(word -> Counting.GRAPHEMES.of(word) > LONGEST_WORD)
                .distinct()
                .forEach(word -> findings.warning(
                        "long-word",
                        slide.span(),
                        "the word \"" + word + "\" is too long for a line of a slide",
                        Optional.of("write it in parts")));
    }

    private void checkNumbers(Slide slide) {
        Set<Integer> counts = new HashSet<>();
        slide.body().stream().flatMap(Shown::counts).forEach(counts::add);
        Shown.lines(slide)
                .flatMap(line -> TypedNumbers.in(line, counts).stream())
                .distinct()
                .forEach(number -> findings.warning(
                        "typed-number",
                        slide.span(),
                        "the number " + number + " on the slide is no figure",
                        TypedNumbers.hint(number, library)));
    }

    /** @param place of the caption */
    void check(Message message, SourceSpan place) {
        tellExceeded("a text", message.budgets(), place);
    }

    void checkTitle(String title, SourceSpan place) {
        tellExceeded(
                "the title",
                platform.title().stream().map(limit -> limit.budget(title)).toList(),
                place);
    }

    private void tellExceeded(String what, List<Budget> budgets, SourceSpan place) {
        List<Budget> over = new ArrayList<>(budgets);
        over.removeIf(budget -> budget.left() >= 0);
        over.forEach(budget -> findings.error(
                "limit-exceeded",
                place,
                what + " for " + platform.name() + " counts " + budget.used() + ", and " + budget.most() + " "
                        + unit(budget) + " are allowed",
                "shorten it, or write a caption for " + platform.id() + " into the article's .carousel.md"));
    }

    private static String unit(Budget budget) {
        return "(" + budget.counting().id() + ")";
    }
}
