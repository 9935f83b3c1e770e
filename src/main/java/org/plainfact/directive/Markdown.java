package org.plainfact.directive;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Body.Part;
import org.plainfact.data.Entry;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Calculator;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Asking;
import org.plainfact.source.Findings;

/** The text of a file as plain Markdown, with every role and directive put into words: what the twin of a page holds. */
public final class Markdown {
    private final Asking asking;
    private final Addresses addresses;
    private final Findings findings = new Findings();

    /**
     * Absolute addresses of what a text links to.
     *
     * @param links by the path of the file that the link stands in
     */
    public record Addresses(
            Function<Article.Reference, String> pages,
            Function<Entry, String> sources,
            Function<Figure, String> figures,
            Function<Table, String> tables,
            BiFunction<String, Body.Link, String> links) {}

    /** What is wrong with the text is not told: its page tells it. */
    public Markdown(Asking asking, Addresses addresses) {
        this.asking = asking;
        this.addresses = addresses;
    }

    /** All of a file's text. */
    public String of(Article article) {
        return new Writing(new Expansion(asking, findings)).text(article, article.body());
    }

    /** A line of a file, such as its description. */
    public String line(Article from, Body body) {
        return new Writing(new Expansion(asking, findings)).text(from, body).strip();
    }

    /** One page on its way; the list of its sources grows as it is written. */
    private final class Writing {
        private final Expansion page;

        Writing(Expansion page) {
            this.page = page;
        }

        String text(Article from, Body body) {
            // What the page uses must be known before the list of its sources is written.
            page.blocks(from, body);
            // What is too much for the page is no less so here, where nothing counts.
            return page.full() ? "" : calls(from, body);
        }

        private String calls(Article from, Body body) {
            Scope scope = new Scope(page, from);
            return body.markdownWith(
                    call -> switch (call) {
                        case Part.Role role -> inlines(Extensions.expand(role, scope));
                        case Part.Directive directive -> directive(directive, scope);
                    },
                    link -> addresses.links().apply(from.path(), link));
        }

        private String directive(Part.Directive call, Scope scope) {
            String text = Extensions.expand(call, scope).stream()
                    .map(block -> block(block, call, scope))
                    .collect(Collectors.joining("\n\n"))
                    .strip();
            return text + "\n";
        }

        private String block(Block block, Part.Directive call, Scope scope) {
            return switch (block) {
                case Block.Prose prose -> inlines(prose.inlines()).strip();
                case Block.TableBlock table -> table(table);
                case Block.ChartBlock chart -> table(chart.asTable());
                case Block.BigFigure big -> big(big);
                case Block.WorkingBlock working -> working(working.figure());
                case Block.CalculatorBlock calculator -> calculator(calculator.calculator());
                case Block.Callout callout -> callout(callout, calls(scope.from(), call.body()));
                case Block.Takeaways takeaways ->
                    takeaways.points().stream()
                            .map(point -> "- " + inlines(point))
                            .collect(Collectors.joining("\n"));
                case Block.Questions questions ->
                    questions.answers().stream()
                            .map(answer -> "**" + answer.question().head().title() + "**\n\n"
                                    + calls(answer.question(), answer.question().body())
                                            .strip())
                            .collect(Collectors.joining("\n\n"));
                case Block.SourceList list ->
                    list.sources().stream()
                            .map(source -> "- " + link(source.title(), source))
                            .collect(Collectors.joining("\n"));
                case Block.StepMap map ->
                    "**" + map.title() + "**\n\n"
                            + map.steps().stream()
                                    .map(step -> "1. " + step.label() + ": " + step.text())
                                    .collect(Collectors.joining("\n"));
            };
        }

        private String callout(Block.Callout callout, String text) {
            String title = callout.title().map(words -> "**" + words + "**\n\n").orElse("");
            return (title + text.strip())
                    .lines()
                    .map(line -> line.isEmpty() ? ">" : "> " + line)
                    .collect(Collectors.joining("\n"));
        }
    }

    private String big(Block.BigFigure big) {
        String caption = inlines(big.caption());
        return "**" + linked(big.figure()) + "** – "
                + (caption.isEmpty() ? big.figure().title() : caption);
    }

    private String working(Figure figure) {
        String head = "**" + figure.title() + ": " + linked(figure) + "**";
        return figure.working()
                .map(working -> head + "\n\n"
                        + working.formula().title() + ": " + working.formula().readable() + "\n\n"
                        + "With the values: " + working.substituted() + "\n\n"
                        + working.inputs().stream()
                                .map(input -> "- " + input.title() + ": " + linked(input.figure()))
                                .collect(Collectors.joining("\n")))
                .orElse(head);
    }

    /** Its worked example: what it begins with and what comes out. */
    private String calculator(Calculator calculator) {
        StringBuilder out = new StringBuilder("**" + calculator.title() + "**\n\n");
        out.append("Worked example: ").append(calculator.subject()).append("\n\n");
        for (Calculator.Control control : calculator.controls()) {
            String figures = control.given().stream().map(this::linked).collect(Collectors.joining(", "));
            out.append("- ").append(control.title()).append(": ");
            out.append(control.dial().isPresent() ? figures : Plain.given(control) + " (" + figures + ")");
            out.append('\n');
        }
        out.append("\nWhat comes out:\n\n");
        for (Calculator.Result result : calculator.results()) {
            out.append("- ").append(result.figure().title()).append(": ").append(linked(result.figure()));
            result.figure().notFor().ifPresent(text -> out.append(". ").append(Plain.notFor(text)));
            out.append('\n');
        }
        calculator.note().ifPresent(note -> out.append('\n').append(note).append('\n'));
        return out.append('\n').append(Plain.notFor(calculator.notFor())).toString();
    }

    private String table(Block.TableBlock block) {
        Table table = block.table();
        StringBuilder out = new StringBuilder("**" + inlines(block.caption()) + "**\n\n");
        out.append(row(table.columns().stream().map(Plain::head).toList()));
        out.append(row(table.columns().stream()
                .map(column -> column.numeric() ? "---:" : "---")
                .toList()));
        table.rows()
                .forEach(each ->
                        out.append(row(each.cells().stream().map(Plain::cell).toList())));
        table.note().ifPresent(note -> out.append('\n').append(note).append('\n'));
        out.append('\n').append(Plain.notFor(table.notFor())).append("\n\n");
        return out.append("[CSV](")
                .append(addresses.tables().apply(table))
                .append(")\n")
                .toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private String inlines(List<Inline> inlines) {
        return inlines.stream().map(this::inline).collect(Collectors.joining());
    }

    private String inline(Inline inline) {
        return switch (inline) {
            case Inline.Html html -> Plain.text(html);
            case Inline.FigureRef ref -> linked(ref.figure());
            case Inline.SourceRef ref -> link(Plain.text(ref), ref.source());
            case Inline.TermRef ref -> link(ref.label(), addresses.pages().apply(ref.term()));
            case Inline.ClaimRef ref -> ref.words();
            case Inline.Tex tex -> tex.display() ? "$$\n" + tex.tex().strip() + "\n$$" : "$" + tex.tex() + "$";
            case Inline.PageRef ref -> link(ref.label(), addresses.pages().apply(ref.page()));
        };
    }

    private String linked(Figure figure) {
        return link(figure.text(), addresses.figures().apply(figure)) + Plain.status(figure);
    }

    private String link(String words, Entry source) {
        return link(words, addresses.sources().apply(source));
    }

    private static String link(String words, String address) {
        return "[" + words.replace("[", "\\[").replace("]", "\\]") + "](" + address + ")";
    }
}
