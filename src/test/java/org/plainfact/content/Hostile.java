package org.plainfact.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Families of texts that make parsers of Markdown slow, deep or loud, each at any length. */
record Hostile(String name, IntFunction<String> text) {
    private static Hostile of(String name, String unit) {
        return of(name, "", unit, "");
    }

    private static Hostile of(String name, String before, String unit, String after) {
        return new Hostile(name, size -> before + repeated(unit, size) + after);
    }

    /** Half of one, a word, half of the other. */
    private static Hostile around(String name, String open, String close) {
        return new Hostile(name, size -> repeated(open, size / 2) + "a" + repeated(close, size / 2));
    }

    private static Hostile lines(String name, IntFunction<String> line, String after) {
        return new Hostile(name, size -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < size; i++) {
                text.append(line.apply(i));
            }
            return text + after;
        });
    }

    private static String repeated(String unit, int size) {
        return unit.repeat(Math.max(1, size / unit.length()));
    }

    /** Their text of about a length in bytes. */
    String of(int size) {
        String all = text.apply(size);
        int bytes = all.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 1.1 * size ? text.apply((int) ((long) size * size / bytes)) : all;
    }

    @Override
    public String toString() {
        return name;
    }

    static final List<Hostile> FAMILIES = List.of(
            of("bracket and back-slashes", "[", "\\", ""),
            of("quotations", ">"),
            of("quotations with spaces", "> "),
            of("list items", "- "),
            of("numbered items", "1. "),
            of("list items with tabs", "-\t"),
            new Hostile("a deep list", size -> {
                StringBuilder text = new StringBuilder();
                for (int i = 0; text.length() < size; i++) {
                    text.append("  ".repeat(i)).append("- a\n");
                }
                return text.toString();
            }),
            of("quotations of lists", "> - "),
            of("quoted emphasis", ">".repeat(90), "*a ", ""),
            of("underscores", "_"),
            of("underscores and letters", "_a "),
            of("stars", "*"),
            around("stars around", "*", "*"),
            around("nested emphasis", "*a ", " a*"),
            of("alternating delimiters", "*a_ "),
            of("alternating strong delimiters", "**x *_ "),
            of("emphasis never closed", "a**b", "c* ", ""),
            of("strikes", "~~a "),
            of("open brackets", "["),
            around("nested brackets", "[", "]"),
            around("nested images", "![", "](x)"),
            of("images in brackets", "![[]()"),
            of("brackets and parentheses", "[ (]("),
            of("links unclosed", "[a](b"),
            of("links in angle brackets", "[a](<b"),
            of("empty links", "[]("),
            of("link texts", "[a]"),
            of("reference links", "[a][b] "),
            lines("reference definitions", i -> "[a" + i + "]: u\n", "\nEnd."),
            lines("references over lines", i -> "[a" + i + "]:\nu\n'\nt'\n", "\nEnd."),
            new Hostile(
                    "one long address many times",
                    size -> "[a]: " + "x".repeat(Math.min(1_000, size / 2)) + "\n\n" + repeated("[a] ", size / 2)),
            lines("footnote definitions", i -> "x[^n" + i + "]\n\n[^n" + i + "]: y\n\n", ""),
            of("footnote calls", "", "[^a]", "\n\n[^a]: x\n"),
            of("footnotes in footnotes", "[^a]\n\n[^a]: ", "[^b: ", ""),
            new Hostile("runs of back-ticks", size -> {
                StringBuilder text = new StringBuilder();
                for (int i = 1; text.length() < size; i++) {
                    text.append("e").append("`".repeat(i));
                }
                return text.toString();
            }),
            of("back-ticks", "` "),
            of("processing instructions", "x <?"),
            of("character data", "x <![CDATA["),
            of("declarations", "x <!A "),
            of("comments", "x <!-- "),
            of("raw tags", "<b>"),
            around("nested tags", "<b>", "</b>"),
            of("raw blocks", "<div>\n\n"),
            of("a tag with many attributes", "<a", " x=\"y\"", ">"),
            of("open tags", "<a "),
            of("entities", "&amp;"),
            of("ampersands", "&#"),
            of("definition marks", ":\n"),
            of("definition marks in a line", ": "),
            of("terms and definitions", "a\n: b\n"),
            new Hostile(
                    "a wide table",
                    size -> repeated("|a", size / 2) + "\n" + repeated("|-", size / 4) + "\n"
                            + repeated("|b\n", size / 4)),
            of("a long table", "|a|b|\n|-|-|\n", "|c|d|\n", ""),
            of("bars", "|"),
            of("addresses", "", "a.", "@"),
            of("at signs", "@"),
            of("web addresses", "www."),
            of("calls", "{a}`b`"),
            of("open braces", "*a*{"),
            of("attributes", "*a*{.b}"),
            of("directives", "```{a} b\n:c: d\n```\n"),
            of("open fences", "```\n\n~~~\n"),
            of("headings", "# a\n"),
            of("headings of nothing", "#\n"),
            of("underlined headings", "a\n=\n"),
            of("rules", "* * *\n"),
            of("tasks", "- [x] \n"),
            of("mathematics", "{math}`\\frac{"),
            of("blank lines", "\n"),
            of("spaces", " "),
            of("a long word", "a"));

    /**
     * Texts that are plain Markdown, and cost those who look at words, numbers, links and pages, or who cut texts into
     * posts.
     */
    static final List<Hostile> WORDS = List.of(
            of("claims", "must-have "),
            of("claims in clauses", "must-have; "),
            of("claims in sentences", "A must-have. "),
            of("claims in questions", "A must-have? "),
            of("claims in paragraphs", "must-have\n\n"),
            of("claims in a table", "|a|\n|-|\n", "|must-have|\n", ""),
            of("denied claims", "not must-have "),
            of("claims and apostrophes", "must-have '''''''''' "),
            of("a claim and apostrophes", "must-have ", "'", ""),
            of("words between a denial and a claim", "not ", "a ", "must-have"),
            of("apostrophes between a denial and a claim", "must-have not ", "' ", "must-have"),
            new Hostile(
                    "claims below a long heading",
                    size -> "# " + repeated("a ", size / 2) + "\n\n" + repeated("must-have\n\n", size / 2)),
            of("quoted claims", "“must-have” "),
            of("quotations never closed", "“must-have "),
            of("single quotation marks never closed", "‘must-have "),
            of("numbers", "12 "),
            of("numbers in sentences", "A 12. "),
            of("numbers in paragraphs", "12\n\n"),
            of("quoted numbers", "“12” "),
            of("quoted numbers and sources", "“12” {source}`maker` "),
            of("figures and claims", "{figure}`alpha.power` must-have "),
            of("allowances", "<!-- plainfact: allow typed-number so it is -->\n\n12\n\n"),
            of("allowances of nothing", "<!-- plainfact: allow a b -->\n\n"),
            of("a term", "wall power "),
            of("vague links", "[here](/about/)\n\n"),
            of("links to nothing", "[a](/none/)\n\n"),
            of("anchors of nothing", "[a](#none)\n\n"),
            of("pictures without words", "![](/images/mark.svg)\n\n"),
            of("levels of headings left out", "# a\n\n###### b\n\n"),
            lines("raw tags never closed", i -> "<b title=\"" + i + "\">\n\n", ""),
            new Hostile(
                    "raw tags before paragraphs",
                    size -> IntStream.range(0, 90)
                                    .mapToObj(i -> "<b title=\"" + i + "\">")
                                    .collect(Collectors.joining())
                            + repeated("\n\nWords.", Math.max(8, size - 1_300))),
            of("raw formatting never closed", "<b><i><p>\n\n"),
            of("raw tables", "<table><tr><td>\n\n"),
            of("raw links", "<a href=\"/about/\"><p>x\n\n"),
            of("abbreviations", "e.g. "),
            of("vowels", "aeiou"),
            of("hyphens", "a-"),
            of("clauses", "a, and "),
            of("beginnings of claims", "we our every is the "),
            of("a claim that goes on", "costs ", "only ", ""),
            of("sentences", "A b. "),
            of("paragraphs", "a b.\n\n"),
            of("hash tags", "#tag "),
            of("names of people", "@name "),
            of("links", "https://a.example/x "),
            of("accents", "e\u0301\u0301"),
            of("a letter with many accents", "e", "\u0301", ""),
            of("families", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"),
            of("joined people", "\ud83d\udc68\u200d"),
            of("flags", "\ud83c\udde9\ud83c\uddea"),
            of("ideographs", "\u5b57"),
            of("letters from right to left", "\u05d0 "),
            of("soft hyphens", "a\u00ad"),
            of("spaces that do not break", "a\u00a0"),
            of("slides", "# a\n\n---\n\n"),
            of("tables of data", "```{table} pumps\n```\n\n"));

    static final List<Hostile> ALL =
            Stream.concat(FAMILIES.stream(), WORDS.stream()).toList();
}
