package org.plainfact.directive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Table;
import org.plainfact.memo.Asking;
import org.plainfact.source.Findings;

/**
 * One page in the making: expands bodies for it, remembers what they use and keeps anchors on it apart. For one thread.
 */
public final class Expansion {
    /** No text that somebody reads to its end has as many. */
    private static final int MOST_DIRECTIVES = 1_000;

    /** Whoever looks at the finished page holds each in memory. One table may have any number, for its rows are data. */
    private static final int MOST_CELLS = 50_000;

    private final Asking asking;
    private final Findings findings;
    private final Uses uses = new Uses();
    private final Set<String> anchors = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private boolean pictured;
    private int directives;
    private long cells;
    private boolean full;

    /** A new page, on which nothing is used yet and no anchor is taken. Its world has a library and links. */
    public Expansion(Asking asking, Findings findings) {
        this.asking = asking;
        this.findings = findings;
    }

    Asking asking() {
        return asking;
    }

    Findings findings() {
        return findings;
    }

    /** What the bodies expanded so far use. */
    public Uses uses() {
        return uses;
    }

    /** Whether more was wanted than one page holds: that was told, and the page is not printed. */
    boolean full() {
        return full;
    }

    /** Ids on the page that a link can lead to. */
    public Set<String> anchors() {
        return Set.copyOf(anchors);
    }

    /** @param from the file the body stands in: addresses in it are relative to that file */
    public List<Block> blocks(Article from, Body body) {
        return blocks(new Scope(this, from), body);
    }

    /** A line of text, such as a description. */
    public List<Inline> inlines(Article from, Body body) {
        return inlines(new Scope(this, from), body.parts());
    }

    List<Block> blocks(Scope scope, Body body) {
        Rewriting rewriting = new Rewriting(scope, prefix(body));
        List<Block> blocks = new ArrayList<>();
        List<Inline> prose = new ArrayList<>();
        for (Part part : body.parts()) {
            switch (part) {
                case Part.Html html -> prose.add(new Inline.Html(rewriting.of(html.html())));
                case Part.Role role -> prose.addAll(Extensions.expand(role, scope));
                case Part.Directive directive -> {
                    flush(prose, blocks);
                    if (hasRoom(directive, scope)) {
                        List<Block> made = Extensions.expand(directive, scope);
                        cells += made.stream().mapToLong(Expansion::cells).sum();
                        blocks.addAll(made);
                    }
                }
            }
        }
        flush(prose, blocks);
        Unclaimed.tell(body.parts(), scope);
        return List.copyOf(blocks);
    }

    /** Tells once what is too much, and expands nothing more. */
    private boolean hasRoom(Part.Directive directive, Scope scope) {
        boolean many = ++directives > MOST_DIRECTIVES;
        boolean large = cells > MOST_CELLS;
        if ((many || large) && !full) {
            full = true;
            scope.findings()
                    .error(
                            "output-too-large",
                            directive.span(),
                            many
                                    ? "this page has more than " + MOST_DIRECTIVES + " directives"
                                    : "the tables of this page have more than " + MOST_CELLS + " cells before this one",
                            "make several texts of it");
        }
        return !full;
    }

    private static long cells(Block block) {
        return switch (block) {
            case Block.TableBlock table -> cells(table.table());
            case Block.ChartBlock chart -> cells(chart.table());
            default -> 0;
        };
    }

    private static long cells(Table table) {
        return (long) table.rows().size() * (table.columns().size() + 1);
    }

    List<Inline> inlines(Scope scope, List<Part> parts) {
        Rewriting rewriting = new Rewriting(scope, "");
        List<Inline> inlines = new ArrayList<>();
        for (Part part : parts) {
            switch (part) {
                case Part.Html html -> inlines.add(new Inline.Html(rewriting.of(html.html())));
                case Part.Role role -> inlines.addAll(Extensions.expand(role, scope));
                case Part.Directive directive ->
                    scope.findings()
                            .error(
                                    "misplaced-directive",
                                    directive.span(),
                                    "the directive \"" + directive.name() + "\" cannot stand inside a line of text",
                                    "put it into the text of the page");
            }
        }
        Unclaimed.tell(parts, scope);
        return List.copyOf(inlines);
    }

    /** Whether a picture is the first of the page, and so stands where its reader begins. Asked once for each. */
    boolean firstPicture(Article from) {
        boolean first = !pictured && from.head().hero().isEmpty();
        pictured = true;
        return first;
    }

    /** An anchor that no other element of the page has: the wanted one, or that with a number. */
    String anchor(String wanted) {
        if (anchors.add(wanted)) {
            return wanted;
        }
        // The numbers below the last one given are taken: to try each again would be quadratic in the elements of a
        // page.
        int n = numbers.getOrDefault(wanted, 2);
        while (!anchors.add(wanted + "-" + n)) {
            n++;
        }
        numbers.put(wanted, n + 1);
        return wanted + "-" + n;
    }

    /** Two bodies on one page may have the same heading; the ids of the later one then get a prefix. */
    private String prefix(Body body) {
        List<String> ids = Html.ids(body.parts());
        String prefix = "";
        for (int n = 2; taken(prefix, ids); n++) {
            prefix = "part-" + n + "-";
        }
        for (String id : ids) {
            anchors.add(prefix + id);
        }
        return prefix;
    }

    private boolean taken(String prefix, List<String> ids) {
        return ids.stream().anyMatch(id -> anchors.contains(prefix + id));
    }

    private static void flush(List<Inline> prose, List<Block> blocks) {
        if (!prose.isEmpty()) {
            blocks.add(new Block.Prose(prose));
            prose.clear();
        }
    }

    /** Makes links of a text work on the page. */
    private record Rewriting(Scope scope, String prefix) {
        String of(String html) {
            return Html.rewrite(Pictures.sized(html, scope), (name, value) -> switch (name) {
                case "href" -> value.startsWith("#") ? "#" + prefix + value.substring(1) : scope.href(value);
                case "src" -> scope.src(value);
                default -> prefix + value;
            });
        }
    }
}
