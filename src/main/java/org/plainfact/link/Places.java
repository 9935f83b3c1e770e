package org.plainfact.link;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.data.Dataset;
import org.plainfact.data.Field;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** Where in a project the addresses are written that its pages name. */
public final class Places {
    /** What stands before an address in a text or template. */
    private static final List<String> BEFORE = List.of("\"", "'", "=", "(", " ");

    /** Before one with a scheme also what makes it a link in Markdown; elsewhere the names of elements follow that. */
    private static final List<String> BEFORE_WHOLE =
            Stream.concat(BEFORE.stream(), Stream.of("<", "\n")).toList();

    private final Map<String, TreeSet<SourceSpan>> outside = new HashMap<>();
    private final List<SourceFile> literal;
    private final Function<String, Optional<SourceFile>> own;

    /**
     * @param articles whose links are looked at
     * @param data texts of it that are addresses
     * @param literal files from which pages take words as they are: templates, the configuration
     * @param own the file of the project that a printed file is made of, where there is one
     */
    public Places(
            List<Article> articles,
            Dataset data,
            List<SourceFile> literal,
            Function<String, Optional<SourceFile>> own) {
        this.literal = List.copyOf(literal);
        this.own = own;
        articles.stream()
                .flatMap(Article::bodies)
                .flatMap(Body::allLinks)
                .filter(link -> !link.internal())
                .forEach(link -> note(link.href(), link.span()));
        data.collections()
                .values()
                .forEach(entries ->
                        entries.forEach(entry -> entry.fields().values().forEach(this::note)));
    }

    private void note(Field field) {
        switch (field) {
            case Field.Text text -> note(text.text(), text.span());
            case Field.Items items -> items.items().forEach(this::note);
            case Field.Group group -> group.fields().values().forEach(this::note);
            default -> {}
        }
    }

    private void note(String written, SourceSpan span) {
        if (written.startsWith("http://") || written.startsWith("https://")) {
            outside(written)
                    .ifPresent(address -> outside.computeIfAbsent(address.toString(), each -> new TreeSet<>())
                            .add(span));
        }
    }

    private static Optional<URI> outside(String written) {
        return Address.resolve(URI.create("http://localhost/"), written.strip())
                .filter(Address::isWeb)
                .map(Address::plain);
    }

    /**
     * Every place at which an address beyond the site is written, sorted; else that of {@link #of(String, String)}.
     *
     * @param file printed, that names it
     */
    List<SourceSpan> of(URI address, String written, String file) {
        TreeSet<SourceSpan> known = outside.get(address.toString());
        return known != null ? List.copyOf(known) : List.of(of(written, file));
    }

    /**
     * Where a template, or what a file is made of, says an address as it is printed; else the printed file.
     *
     * @param file printed, that names it
     */
    SourceSpan of(String written, String file) {
        return literal.stream()
                .flatMap(source -> find(written, source).stream())
                .findFirst()
                .or(() -> own.apply(file).flatMap(source -> find(written, source)))
                .orElseGet(() -> SourceSpan.of(file));
    }

    private static Optional<SourceSpan> find(String written, SourceFile file) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        for (String word : List.of(written, written.replace("&", "&amp;"))) {
            for (String before : written.contains("://") ? BEFORE_WHOLE : BEFORE) {
                int at = file.text().indexOf(before + word);
                if (at >= 0) {
                    return Optional.of(file.at(at + 1));
                }
            }
        }
        return Optional.empty();
    }
}
