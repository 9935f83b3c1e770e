package org.plainfact.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a piece of YAML in a file: keys and values, nothing that YAML can run or blow up. */
final class YamlHeader {
    private static final String FRONT_MATTER = "the front matter";

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true) // told by us, with both lines
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(100_000)
            .setUseMarks(true)
            .build();
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

    private final SourceFile file;
    private final Findings findings;
    private final int from;
    private final String yaml;
    private final boolean plane;
    private final String name;
    private final String rule;

    /** @param from offset in the file where the YAML begins */
    YamlHeader(SourceFile file, int from, int to, Findings findings) {
        this(file, from, to, FRONT_MATTER, "broken-front-matter", findings);
    }

    /**
     * @param name what the piece is to its author
     * @param rule under which its faults are told
     */
    YamlHeader(SourceFile file, int from, int to, String name, String rule, Findings findings) {
        this.name = name;
        this.rule = rule;
        this.file = file;
        this.findings = findings;
        this.from = from;
        this.yaml = file.text().substring(from, to);
        this.plane = yaml.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    /** The value; empty where there is none, or after a finding where the text is no YAML. */
    Optional<Value> read() {
        try {
            return new Compose(SETTINGS).composeString(yaml).map(node -> value(node, path()));
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            String problem = String.valueOf(e.getProblem());
            findings.error(
                    rule,
                    file.at(mark == null ? from : offset(mark)),
                    name + " is not YAML: " + problem.strip(),
                    hint(problem));
        } catch (YamlEngineException e) {
            findings.error(
                    rule,
                    file.at(from),
                    name + " is not YAML: " + e.getMessage(),
                    "write one line for each key, key: value");
        }
        return Optional.empty();
    }

    private static String hint(String problem) {
        if (problem.startsWith("mapping values are not allowed")) {
            return "put the value in quotes: a colon and a space behind it begin a new value";
        }
        if (problem.contains("(TAB)")) {
            return "indent with spaces, not with tabs";
        }
        if (problem.contains("unexpected end of stream") || problem.contains("document separator")) {
            return "a quotation mark, bracket or brace is opened and not closed";
        }
        if (problem.contains("unknown escape")) {
            return "use single quotes, or write the back-slash twice";
        }
        if (problem.contains("expected ':'")) {
            return "every line is key: value; a longer value is indented or in quotes";
        }
        return "put the value in quotes; items of a list begin with a hyphen and are indented alike";
    }

    private static Set<Node> path() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** @param path the nodes around this one, so that a text that holds itself ends */
    private Value value(Node node, Set<Node> path) {
        int at = start(node);
        if (!path.add(node)) {
            findings.error(rule, file.at(at), "a value holds itself", "write it out");
            return new Value.Nothing(at);
        }
        if (!PLAIN.contains(node.getTag())) {
            findings.error(
                    "yaml-tag",
                    file.at(at),
                    "the tag " + node.getTag() + " is not read",
                    "leave out the word after the exclamation mark, or put the value in quotes");
        }
        Value value = switch (node) {
            case ScalarNode scalar -> scalar(scalar, at);
            case SequenceNode sequence -> {
                List<Value> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(value(item, path)));
                yield new Value.Items(items, at);
            }
            case MappingNode mapping -> new Value.Group(entries(mapping, path), at);
            default -> new Value.Nothing(at);
        };
        path.remove(node);
        return value;
    }

    private Value scalar(ScalarNode scalar, int at) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL) || text.isBlank()) {
            return new Value.Nothing(at);
        }
        int end = end(scalar);
        boolean asWritten = at + text.length() == end && file.text().startsWith(text, at);
        Origin origin = asWritten ? Origin.of(file, at) : Origin.aligned(file, text, at, end);
        return new Value.Words(text, origin, at);
    }

    private Map<String, Value.Entry> entries(MappingNode mapping, Set<Node> path) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int at = start(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.error(rule, file.at(at), "a key is not a word", "write key: value");
                continue;
            }
            Value value = value(tuple.getValueNode(), path);
            add(
                    file,
                    findings,
                    entries,
                    key.getValue().intern(),
                    new Value.Entry(at, value, end(tuple.getValueNode())));
        }
        return entries;
    }

    /** Adds an entry unless its key is there already, which is a finding that names both lines. */
    static void add(
            SourceFile file, Findings findings, Map<String, Value.Entry> entries, String key, Value.Entry entry) {
        Value.Entry old = entries.putIfAbsent(key, entry);
        if (old != null) {
            findings.error(
                    "duplicate-key",
                    file.at(entry.at()),
                    "the key " + key + " is given in line " + file.at(old.at()).line() + " and again in line "
                            + file.at(entry.at()).line(),
                    "keep one of them");
        }
    }

    private int start(Node node) {
        return node.getStartMark().map(this::offset).orElse(from);
    }

    private int end(Node node) {
        return node.getEndMark().map(this::offset).orElse(from + yaml.length());
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        int index = Math.min(mark.getIndex(), yaml.length());
        return from
                + (plane ? index : yaml.offsetByCodePoints(0, Math.min(index, yaml.codePointCount(0, yaml.length()))));
    }
}
