package org.plainfact.directive;

import java.util.List;
import java.util.Optional;
import org.plainfact.chart.Chart;
import org.plainfact.content.Article;
import org.plainfact.data.Entry;
import org.plainfact.figure.Calculator;
import org.plainfact.figure.Claim;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.tex.Formula;

/** A part of a page, ready to be printed: few kinds, so that each consumer handles all of them. */
public sealed interface Block {

    /** Running text: sanitised HTML and what roles put into it. */
    record Prose(List<Inline> inlines) implements Block {
        public Prose {
            inlines = List.copyOf(inlines);
        }
    }

    /**
     * A computed table.
     *
     * @param caption the table's own, or what the author wrote in its place
     * @param anchor unique on the page
     */
    record TableBlock(Table table, List<Inline> caption, String anchor) implements Block {}

    /**
     * A table drawn; its words are those of the table.
     *
     * @param caption as of a table
     * @param anchor unique on the page
     */
    record ChartBlock(Table table, List<Inline> caption, Chart chart, String anchor) implements Block {
        /** What it shows, for where nothing can be drawn. */
        public TableBlock asTable() {
            return new TableBlock(table, caption, anchor);
        }
    }

    /** One big number. */
    record BigFigure(Figure figure, List<Inline> caption) implements Block {}

    /** Formula, inputs, steps and sources of a figure. */
    record WorkingBlock(Figure figure) implements Block {}

    /**
     * A calculation that a reader can try other values on. Where that cannot be, its worked example is shown.
     *
     * @param anchor unique on the page
     */
    record CalculatorBlock(Calculator calculator, String anchor) implements Block {}

    /**
     * A box beside the argument.
     *
     * @param kind {@code note}, {@code caution}, {@code example} or {@code not-for}
     */
    record Callout(String kind, Optional<String> title, List<Block> body) implements Block {}

    record Takeaways(List<List<Inline>> points) implements Block {}

    record Questions(List<Answer> answers) implements Block {}

    /** Sources, in the order given. */
    record SourceList(List<Entry> sources) implements Block {}

    /** A picture of steps that lead one to the next. */
    record StepMap(String title, List<Step> steps, String anchor) implements Block {}

    /** @param whole label and text as they were written, figures told apart */
    record Step(String label, String text, List<Inline> whole) {}

    /** A question with its answer, blocks resolved. */
    record Answer(Article question, List<Block> body) {}

    /** What stands inside a line of text. */
    sealed interface Inline {
        record Html(String html) implements Inline {
            /** Plain words. */
            public static Html of(String words) {
                return new Html(org.plainfact.directive.Html.escape(words));
            }
        }

        /** A number with unit, status and a way to its working. */
        record FigureRef(Figure figure) implements Inline {}

        record SourceRef(Entry source, Optional<String> label) implements Inline {}

        /** A word the glossary explains. */
        record TermRef(Article.Reference term, String label) implements Inline {}

        /**
         * Words that the data bears out.
         *
         * @param words as they are said here
         */
        record ClaimRef(Claim claim, String words) implements Inline {}

        /**
         * A formula.
         *
         * @param tex as it is written
         * @param display whether it stands by itself
         * @param text in a line of plain text
         */
        record Tex(String tex, boolean display, String mathml, String text) implements Inline {
            static Tex of(String tex, boolean display) {
                Formula formula = Formula.of(tex, display);
                return new Tex(tex, display, formula.mathml(), formula.text());
            }
        }

        record PageRef(Article.Reference page, String label) implements Inline {}
    }
}
