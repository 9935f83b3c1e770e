package org.plainfact.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainfact.check.Prose.Stretch;
import org.plainfact.check.Rule.Form;
import org.plainfact.content.Passage.Kind;
import org.plainfact.source.Finding;
import org.plainfact.source.MeteredText;
import org.plainfact.source.Severity;

/** Holds the texts of one file to the rules of a style. */
final class Scan {
    private final Style style;
    private final Vocabulary vocabulary;
    private final Syllables syllables;
    private final List<Finding> found = new ArrayList<>();
    /** Of each context, whether it is found in a section. */
    private final Map<Context, Map<String, Boolean>> sections = new HashMap<>();

    private @Nullable Seen page;

    /** @param vocabulary of the expressions of this style, and of others */
    Scan(Style style, Vocabulary vocabulary, Syllables syllables) {
        this.style = style;
        this.vocabulary = vocabulary;
        this.syllables = syllables;
    }

    /**
     * A text, and where words of the styles may stand in it.
     *
     * @param words of the vocabulary that the style belongs to
     */
    record Seen(Prose prose, Vocabulary.Text words) {
        static Seen of(Prose prose, Vocabulary vocabulary) {
            return new Seen(prose, vocabulary.text(prose.text()));
        }
    }

    List<Finding> of(List<Seen> texts) {
        style.rules().stream()
                .filter(rule -> rule.scope() != Rule.Scope.DISCLAIMER)
                .forEach(rule -> guarded(rule, () -> apply(rule, texts)));
        return List.copyOf(found);
    }

    /** Of the sentence at the foot of every page. */
    List<Finding> ofDisclaimer(Seen disclaimer) {
        style.rules().stream()
                .filter(rule -> rule.scope() == Rule.Scope.DISCLAIMER)
                .forEach(rule -> guarded(rule, () -> apply(rule, disclaimer)));
        return List.copyOf(found);
    }

    /** An expression that goes wrong is the fault of its rule, and of no text. */
    private void guarded(Rule rule, Runnable work) {
        try {
            work.run();
        } catch (MeteredText.TooCostly | StackOverflowError e) {
            found.add(new Finding(
                    Severity.ERROR,
                    "style-too-costly",
                    rule.span(),
                    "an expression of the rule " + rule.id() + " takes far too long on a text of this site",
                    Optional.of("do not repeat what is repeated already, as in (a+)+")));
        }
    }

    private void apply(Rule rule, List<Seen> texts) {
        if (rule.form() instanceof Form.Metric metric) {
            metric(rule, metric, texts.stream().map(Seen::prose).toList());
        } else if (rule.scope() != Rule.Scope.PAGE) {
            texts.stream().filter(wanted(rule.scope())).forEach(text -> apply(rule, text));
        } else if (!texts.isEmpty()) {
            apply(rule, page(texts));
        }
    }

    private Seen page(List<Seen> texts) {
        Seen known = page == null
                ? Seen.of(Prose.page(texts.stream().map(Seen::prose).toList()), vocabulary)
                : page;
        page = known;
        return known;
    }

    private static Predicate<Seen> wanted(Rule.Scope scope) {
        return text -> switch (scope) {
            case PARAGRAPH -> text.prose.kind() == Kind.TEXT;
            case HEADING -> text.prose.kind() == Kind.HEADING;
            case ALT -> text.prose.kind() == Kind.ALT;
            case TEXT, SENTENCE, PAGE, DISCLAIMER -> true;
        };
    }

    private void apply(Rule rule, Seen text) {
        Prose prose = text.prose;
        switch (rule.form()) {
            case Form.Existence form ->
                matches(rule, form.sought(), form.exceptions(), text)
                        .forEach(match -> tell(rule, prose, match, match.of(prose.text())));
            case Form.Substitution form ->
                form.swaps()
                        .forEach(swap -> matches(rule, swap.observed(), form.exceptions(), text)
                                .forEach(match -> tell(rule, prose, match, swap.better(), match.of(prose.text()))));
            case Form.Occurrence form -> occurrence(rule, form, prose);
            case Form.Conditional form -> conditional(rule, form, prose);
            case Form.Consistency form -> form.pairs().forEach(pair -> consistency(rule, pair, prose));
            case Form.Metric form -> {} // of all texts, above
        }
    }

    // ---- words that must not be there

    private List<Stretch> matches(Rule rule, Sought sought, Optional<Pattern> exceptions, Seen seen) {
        Prose prose = seen.prose;
        List<Stretch> matches = new ArrayList<>();
        if (!speaksOf(rule, prose) || !seen.words.matches(sought).find()) {
            return matches;
        }
        for (Stretch sentence : prose.sentences()) {
            Sought.Search matcher = seen.words.matches(sought, sentence);
            Around around = new Around(sentence, prose, exceptions, style.clause());
            while (matcher.find()) {
                Stretch match = new Stretch(sentence.start() + matcher.start(), sentence.start() + matcher.end());
                boolean counts = matcher.end() > matcher.start()
                        && !around.excepts(match)
                        && !excused(rule, match, around, prose);
                if (counts) {
                    matches.add(match);
                }
            }
        }
        return matches;
    }

    /** Whether there is a figure of the status that the rule asks for. */
    private static boolean speaksOf(Rule rule, Prose prose) {
        return rule.statuses().isEmpty() || prose.figures().stream().anyMatch(number -> isOf(rule, number));
    }

    private static boolean isOf(Rule rule, Prose.Piece.Number number) {
        return rule.statuses().contains(number.figure().provenance().status());
    }

    private boolean excused(Rule rule, Stretch match, Around around, Prose prose) {
        Stretch clause = around.clause(match);
        if (!rule.statuses().isEmpty() && !around.speaks(clause, number -> isOf(rule, number))) {
            return true;
        }
        for (String name : rule.excuses()) {
            Context context = style.contexts().get(name);
            boolean there = switch (name) {
                case Context.QUOTATION -> prose.quoted() || prose.quotes(match);
                case Context.QUESTION -> around.isQuestion();
                default -> context != null && isAround(context, match, clause, around, prose);
            };
            if (there) {
                return true;
            }
        }
        return false;
    }

    private boolean isAround(Context context, Stretch match, Stretch clause, Around around, Prose prose) {
        return context.isBefore(prose.text(), clause.start(), match.start())
                || context.isAfter(prose.text(), match.end(), clause.end())
                || around.says(context)
                || sections.computeIfAbsent(context, each -> new HashMap<>())
                        .computeIfAbsent(prose.section(), context::isInSection);
    }

    // ---- words that must be there, or not both, or not so often

    private void occurrence(Rule rule, Form.Occurrence form, Prose prose) {
        List<Stretch> units = rule.scope() == Rule.Scope.SENTENCE
                ? prose.sentences()
                : List.of(new Stretch(0, prose.text().length()));
        for (Stretch unit : units) {
            Matcher matcher = form.pattern().matcher(Metered.of(unit.of(prose.text())));
            int count = 0;
            boolean told = false;
            while (matcher.find()) {
                count++;
                if (!told && form.max().isPresent() && count > form.max().get()) {
                    told = true;
                    int start = unit.start() + matcher.start();
                    tell(rule, prose, new Stretch(start, start), matcher.group());
                }
            }
            if (form.min().isPresent() && count < form.min().get()) {
                tell(rule, prose, new Stretch(unit.start(), unit.start()), "");
            }
        }
    }

    private void conditional(Rule rule, Form.Conditional form, Prose prose) {
        Set<String> there = new HashSet<>();
        boolean any = false;
        Matcher second = form.second().matcher(Metered.of(prose.text()));
        while (second.find()) {
            any = true;
            there.add(second.groupCount() > 0 ? String.valueOf(second.group(1)) : second.group());
        }
        Matcher first = form.first().matcher(Metered.of(prose.text()));
        boolean grouped = first.groupCount() > 0 && second.groupCount() > 0;
        Set<String> told = new HashSet<>();
        while (first.find()) {
            String words = first.groupCount() > 0 ? String.valueOf(first.group(1)) : first.group();
            boolean missing = grouped ? !there.contains(words) : !any;
            if (missing && !form.exceptions().contains(words) && told.add(words)) {
                tell(rule, prose, new Stretch(first.start(), first.end()), words);
            }
        }
    }

    private void consistency(Rule rule, Rule.Pair pair, Prose prose) {
        Matcher one = pair.one().matcher(Metered.of(prose.text()));
        Matcher other = pair.other().matcher(Metered.of(prose.text()));
        if (one.find() && other.find()) {
            Matcher later = one.start() > other.start() ? one : other;
            tell(rule, prose, new Stretch(later.start(), later.end()), later.group());
        }
    }

    private void metric(Rule rule, Form.Metric form, List<Prose> texts) {
        Map<String, Double> counts = Counts.of(texts, syllables);
        double value = form.formula().of(counts);
        if (counts.getOrDefault("words", 0.0) > 0
                && Double.isFinite(value)
                && form.condition().holds(value)) {
            tell(rule, texts.getFirst(), new Stretch(0, 0), String.format(java.util.Locale.ROOT, "%.2f", value));
        }
    }

    private void tell(Rule rule, Prose prose, Stretch at, String... words) {
        String message = rule.message();
        for (String each : words) {
            message = message.replaceFirst("%s", Matcher.quoteReplacement(each));
        }
        found.add(new Finding(
                rule.severity(), rule.id(), prose.at(at.start()), message.replaceAll("\\.$", ""), rule.hint()));
    }
}
