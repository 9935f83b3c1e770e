package org.plainfact.directive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.data.Entry;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Calculator;
import org.plainfact.figure.Claim;
import org.plainfact.figure.Curve;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Lookup;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/**
 * What a role or directive sees: the page it writes on and the file it stands in. A look-up that misses is told as a
 * finding, one that hits is remembered as a use of the page.
 */
record Scope(Expansion page, Article from) {
    Findings findings() {
        return page.findings();
    }

    /** For hints in findings. What a page is made of is asked for by {@link #ask}. */
    Library library() {
        return page.asking().world().part(Library.class);
    }

    <A> A ask(Lookup<A> lookup) {
        return page.asking().ask(lookup);
    }

    List<Block> blocks(Body body) {
        return page.blocks(this, body);
    }

    List<Inline> inlines(Body body) {
        return page.inlines(this, body.parts());
    }

    String href(String written) {
        return Links.leave(written) ? written : ask(new Asked.LinkIn(from.path(), written));
    }

    String src(String written) {
        return Links.leave(written) ? written : ask(new Asked.PictureIn(from.path(), written));
    }

    /** How a picture is shown; empty where it is not of this site or its size is not known. */
    Optional<Links.Picture> picture(String written) {
        return Links.leave(written) ? Optional.empty() : ask(new Asked.PictureShown(from.path(), written));
    }

    Optional<Figure> figure(String address, SourceSpan span) {
        Optional<Figure> figure = ask(new Asked.FigureAt(address));
        figure.ifPresentOrElse(
                this::use,
                () -> unknownData("figure", address, span, library().figures().addresses()));
        return figure;
    }

    /** A figure whose working is shown: its inputs are on the page too. */
    Optional<Figure> workedFigure(String address, SourceSpan span) {
        Optional<Figure> figure = figure(address, span);
        figure.flatMap(Figure::working).ifPresent(working -> working.inputs().forEach(input -> use(input.figure())));
        return figure;
    }

    /** What it rests on is on the page too. */
    Optional<Claim> claim(String id, SourceSpan span) {
        Optional<Claim> claim = ask(new Asked.ClaimNamed(id));
        claim.ifPresentOrElse(
                found -> found.figures().forEach(this::use),
                () -> unknownData("claim", id, span, library().figures().claims()));
        return claim;
    }

    /** What it begins with and what it can be set to is on the page too. */
    Optional<Calculator> calculator(String id, SourceSpan span) {
        Optional<Calculator> calculator = ask(new Asked.CalculatorNamed(id));
        calculator.ifPresent(this::use);
        // One that is declared and cannot be used has been told where it is declared.
        if (calculator.isEmpty() && !library().figures().calculators().contains(id)) {
            unknownData("calculator", id, span, library().figures().calculators());
        }
        return calculator;
    }

    Optional<Table> table(String id, SourceSpan span) {
        Optional<Table> table = ask(new Asked.TableNamed(id));
        table.ifPresentOrElse(
                this::use,
                () -> unknownData("table", id, span, library().figures().tables()));
        return table;
    }

    /** Silent where the data declares one that could not be computed: that has been told. */
    Optional<Curve> curve(String id, SourceSpan span) {
        Optional<Curve> curve = ask(new Asked.CurveNamed(id));
        curve.map(Curve::table).ifPresent(this::use);
        if (curve.isEmpty() && !ask(new Asked.CurveDeclared(id))) {
            unknownData("curve", id, span, library().figures().curves());
        }
        return curve;
    }

    Optional<Entry> source(String id, SourceSpan span) {
        Optional<Entry> source = ask(new Asked.SourceNamed(id));
        source.ifPresentOrElse(
                page.uses()::source,
                () -> unknownData("source", id, span, library().sources()));
        return source;
    }

    /** By id, or by the words that make the id: {@code Wall power} for {@code wall-power}. */
    Optional<Article.Reference> term(String name, SourceSpan span) {
        Optional<Article.Reference> term = ask(new Asked.TermNamed(name));
        term.ifPresentOrElse(
                page.uses()::term, () -> unknown("term", name, span, library().terms()));
        return term;
    }

    Optional<Article.Reference> linkedPage(String id, SourceSpan span) {
        Optional<Article.Reference> found = ask(new Asked.PageNamed(id));
        if (found.isEmpty()) {
            unknown("page", id, span, library().pages());
        }
        return found;
    }

    Optional<Article> question(String id, SourceSpan span) {
        Optional<Article> question = ask(new Asked.QuestionNamed(id));
        if (question.isEmpty()) {
            unknown("question", id, span, library().questions());
        }
        return question;
    }

    /** Silent where a file of data could not be read: what is missing may be in it. */
    private void unknownData(String what, String name, SourceSpan span, Collection<String> known) {
        if (ask(new Asked.DataComplete())) {
            unknown(what, name, span, known);
        }
    }

    void unknown(String what, String name, SourceSpan span, Collection<String> known) {
        findings()
                .error(
                        "unknown-" + what,
                        span,
                        "there is no " + what + " \"" + name + "\"",
                        library().whyHidden(name).or(() -> Nearest.hint(name, known)));
    }

    private void use(Figure figure) {
        page.uses().figure(figure);
        figure.provenance().sources().forEach(this::useSource);
    }

    private void use(Calculator calculator) {
        calculator.controls().forEach(control -> {
            control.given().forEach(this::use);
            control.options().forEach(option -> option.figures().forEach(this::use));
        });
        calculator.results().forEach(result -> {
            use(result.figure());
            result.figure().working().ifPresent(working -> working.inputs().forEach(input -> use(input.figure())));
        });
    }

    private void use(Table table) {
        page.uses().table(table);
        table.rows()
                .forEach(row -> row.cells().forEach(cell -> {
                    if (cell instanceof Table.Cell.Value value) {
                        page.uses().figure(value.figure());
                    }
                }));
        table.sources().forEach(this::useSource);
    }

    private void useSource(String id) {
        ask(new Asked.SourceNamed(id)).ifPresent(page.uses()::source);
    }
}
