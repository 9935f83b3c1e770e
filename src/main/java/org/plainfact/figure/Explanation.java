package org.plainfact.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;

/** How a figure came about, as a tree of text: value, status, formula, inputs, sources, down to what was recorded. */
public final class Explanation {
    /** A tree that is deeper helps nobody, and a chain of ten thousand figures must not overflow the stack. */
    private static final int MAX_DEPTH = 50;

    private final Dataset dataset;
    private final Set<String> told = new LinkedHashSet<>();

    private Explanation(Dataset dataset) {
        this.dataset = dataset;
    }

    /**
     * Lines without line ends. An input that was shown before is named, not shown again, so that the tree stays small.
     *
     * @param dataset whose collection {@code sources} tells what the sources are
     */
    public static List<String> of(Figure figure, Dataset dataset) {
        List<String> lines = new ArrayList<>();
        new Explanation(dataset).node(figure, "", 0).print("", "", lines);
        return lines;
    }

    private record Node(String text, List<Node> children) {
        static Node leaf(String text) {
            return new Node(text, List.of());
        }

        void print(String first, String rest, List<String> lines) {
            lines.add(first + text);
            for (int i = 0; i < children.size(); i++) {
                boolean last = i == children.size() - 1;
                children.get(i).print(rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "), lines);
            }
        }
    }

    private Node node(Figure figure, String role, int depth) {
        String head = role + figure.address() + " = " + figure.text();
        if (!told.add(figure.address())) {
            return Node.leaf(head + " (as above)");
        }
        if (depth > MAX_DEPTH) {
            return Node.leaf(head + " …");
        }
        List<Node> children = new ArrayList<>();
        children.add(Node.leaf(figure.subject() + ": " + figure.title()));
        children.add(Node.leaf("status: " + status(figure)));
        if (!figure.qualifiers().isEmpty()) {
            children.add(Node.leaf("qualifiers: " + qualifiers(figure)));
        }
        figure.note().ifPresent(note -> children.add(Node.leaf("note: " + note)));
        figure.notFor().ifPresent(text -> children.add(Node.leaf("not for: " + text)));
        figure.working().ifPresent(working -> children.add(formula(working, depth)));
        if (figure.working().isEmpty()) {
            figure.provenance().sources().forEach(source -> children.add(source(source)));
        }
        children.add(Node.leaf("in " + figure.span() + (figure.pointer().isEmpty() ? "" : " " + figure.pointer())));
        return new Node(head, children);
    }

    private static String status(Figure figure) {
        return figure.provenance().status().word()
                + figure.provenance().asOf().map(date -> ", as of " + date).orElse("");
    }

    private static String qualifiers(Figure figure) {
        return figure.qualifiers().values().entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    private Node formula(Working working, int depth) {
        Formula formula = working.formula();
        List<Node> children = new ArrayList<>();
        children.add(Node.leaf("= " + working.substituted()));
        for (Working.Input input : working.inputs()) {
            children.add(node(input.figure(), input.symbol() + ", " + input.title() + ": ", depth + 1));
        }
        String symbol = formula.symbol().isEmpty() ? formula.id() : formula.symbol();
        return new Node("formula " + formula.id() + ": " + symbol + " = " + formula.readable(), children);
    }

    private Node source(String id) {
        Optional<Entry> entry =
                dataset.find(id).filter(found -> found.collection().equals("sources"));
        String words = entry.map(found -> Stream.of("title", "publisher", "date", "url")
                        .flatMap(key -> (key.equals("title") ? Optional.of(found.title()) : found.text(key)).stream())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""))
                .orElse("not among the sources");
        return Node.leaf("source " + id + ": " + words);
    }
}
