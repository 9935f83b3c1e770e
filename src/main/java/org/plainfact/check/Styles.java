package org.plainfact.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Digests;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/**
 * The styles that a project holds its texts to: folders of {@code data/styles/}, and those that come with the program. A
 * folder of the project stands in place of one of ours with its name.
 *
 * @param print stands for every character of them
 * @param vocabulary the expressions of all
 */
public record Styles(List<Style> styles, String print, Vocabulary vocabulary) {
    private static final String FOLDER = "data/styles";
    private static final String OURS = "styles/";
    private static final long MAX_BYTES = 100_000;
    private static final Drawer DRAWER = new Drawer("styles", true, false);

    /** Those that come with the program, by name: they are read once, however many builds a process makes. */
    private static final Map<String, Style> READ = new ConcurrentHashMap<>();

    public Styles {
        styles = List.copyOf(styles);
    }

    /**
     * Reads them again only where a file has changed.
     *
     * @param wanted names, in order
     * @param place where they are named
     */
    public static Styles read(
            SourceTree tree, List<String> wanted, SourceSpan place, Session session, Findings findings) {
        List<Path> files = tree.files(FOLDER);
        return session.recall(
                DRAWER,
                FOLDER,
                List.of(wanted, place),
                tree,
                files,
                findings,
                (texts, found) -> read(texts, files, wanted, place, found));
    }

    private static Styles read(
            SourceTree tree, List<Path> files, List<String> wanted, SourceSpan place, Findings findings) {
        List<Style> styles = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (String name : wanted) {
            List<SourceFile> own = files.stream()
                    .filter(file -> tree.name(file).startsWith(FOLDER + "/" + name + "/"))
                    .flatMap(file -> tree.read(file, MAX_BYTES).stream())
                    .toList();
            List<SourceFile> texts = own.isEmpty() ? ours(name) : own;
            if (texts.isEmpty()) {
                findings.error(
                        "unknown-style",
                        place,
                        "there is no style \"" + name + "\"",
                        Nearest.hint(name, names(tree, files)).orElse("make a folder " + FOLDER + "/" + name));
            }
            texts.forEach(file ->
                    all.append(file.path()).append('\n').append(file.text()).append('\n'));
            styles.add(
                    own.isEmpty() && !texts.isEmpty()
                            ? READ.computeIfAbsent(name, ours -> ours(ours, texts))
                            : new StyleReader(name, findings).read(texts));
        }
        return new Styles(
                styles, Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8)), Vocabulary.of(styles));
    }

    private static List<String> names(SourceTree tree, List<Path> files) {
        Stream<String> theirs = files.stream()
                .map(file -> tree.name(file).substring(FOLDER.length() + 1))
                .map(path -> path.split("/", 2)[0]);
        Stream<String> ours = index().stream().map(path -> path.split("/", 2)[0]);
        return Stream.concat(theirs, ours).distinct().toList();
    }

    private static List<SourceFile> ours(String name) {
        return index().stream()
                .filter(path -> path.startsWith(name + "/"))
                .map(path -> new SourceFile(OURS + path, resource(path)))
                .toList();
    }

    private static Style ours(String name, List<SourceFile> texts) {
        Findings findings = new Findings();
        Style style = new StyleReader(name, findings).read(texts);
        if (!findings.sorted().isEmpty()) {
            throw new IllegalStateException("a style of the program itself is wrong: " + findings.sorted());
        }
        return style;
    }

    /** What is in a jar cannot be listed. */
    private static List<String> index() {
        return resource("index.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    private static String resource(String path) {
        try (InputStream in = Styles.class.getResourceAsStream(OURS + path)) {
            if (in == null) {
                throw new IllegalStateException(OURS + path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What may stand typed in a text, by the {@code numbers.txt} of styles. */
    List<Pattern> numbers() {
        return styles.stream().flatMap(style -> style.numbers().stream()).toList();
    }

    /** What each rule says, by id, for the {@link Catalogue}. */
    public Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        styles.stream()
                .flatMap(style -> style.rules().stream())
                .forEach(rule -> rules.put(
                        rule.id(),
                        rule.message() + "."
                                + rule.link()
                                        .map(link -> "\n\nSee <" + link + ">.")
                                        .orElse("")));
        return rules;
    }
}
