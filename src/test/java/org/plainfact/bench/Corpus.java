package org.plainfact.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A project of any size, the same for the same size: articles of about 600 words with a Markdown table, a computed table,
 * figures, lists, code and links, on the dataset of the starter site.
 */
public final class Corpus {
    private static final List<String> WORDS = List.of(
            ("water heat kettle power energy time mug degree warm boil tap socket wire room winter summer morning kitchen "
                            + "measure number unit range source page reader question answer table chart small large slow fast often "
                            + "never always between because before after under over with without from into about which where when "
                            + "that this these those some many more less most least first last next same other each every both few "
                            + "it is was has can may must will would could should does did makes takes gives needs keeps shows says")
                    .split(" "));
    private static final int SECTIONS = 4;

    private final Random random;

    private Corpus(long seed) {
        this.random = new Random(seed);
    }

    /** Makes a project with the starter site and so many articles more. */
    public static void start(Path project, int articles) throws IOException, InterruptedException {
        Path log = Files.createTempFile("plainfact-bench", ".log");
        Run.of(
                Plainfact.command(List.of(), "init", project.toString()),
                Map.of(),
                Path.of("").toAbsolutePath(),
                log);
        Files.delete(log);
        write(project, articles);
    }

    /** Writes the articles into a project that the starter site already stands in. */
    public static void write(Path project, int articles) {
        Path folder = project.resolve("content/articles");
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < articles; i++) {
                Files.writeString(folder.resolve(name(i) + ".md"), new Corpus(i).article(i, articles));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int i) {
        return String.format(Locale.ROOT, "article-%06d", i);
    }

    private String article(int i, int articles) {
        StringBuilder out = new StringBuilder(6_000);
        out.append("---\ntitle: \"").append(sentence(5)).append(" no").append(i).append("\"\ndescription: \"");
        out.append(sentence(12)).append("\"\ndate: ").append(date(i)).append("\nstatus: published\nauthors: [Bench]\n");
        out.append("topics: [topic-")
                .append(i % 12)
                .append("]\ntags: [tag-")
                .append(i % 40)
                .append(", tag-");
        out.append((i * 7 + 3) % 40).append("]\n---\n\n");
        for (int section = 0; section < SECTIONS; section++) {
            section(out, i, articles, section);
        }
        return out.append("## Sources\n\n```{sources}\n```\n").toString();
    }

    private void section(StringBuilder out, int i, int articles, int section) {
        out.append("## ").append(sentence(4)).append(" part").append(section).append("\n\n");
        out.append(paragraph(5))
                .append(" It takes {figure}`one-mug.energy`, and {figure}`full-kettle.energy` when full. ");
        out.append(paragraph(3)).append("\n\n");
        switch (section) {
            case 0 -> markdownTable(out);
            case 1 -> out.append("```{table} boiling\n```\n\n");
            case 2 -> list(out, i, articles);
            default ->
                out.append("> ")
                        .append(paragraph(2))
                        .append("\n\n```java\nint x = ")
                        .append(i)
                        .append(";\n```\n\n");
        }
        out.append(paragraph(4)).append("\n\n");
    }

    private void markdownTable(StringBuilder out) {
        out.append("| ")
                .append(word())
                .append(" | ")
                .append(word())
                .append(" | ")
                .append(word())
                .append(" |\n|---|---|---:|\n");
        for (int row = 0; row < 6; row++) {
            out.append("| ")
                    .append(sentence(2))
                    .append(" | ")
                    .append(sentence(3))
                    .append(" | row |\n");
        }
        out.append('\n');
    }

    private void list(StringBuilder out, int i, int articles) {
        out.append("- ").append(sentence(8)).append('\n');
        out.append("- see {page}`").append(name((i + 1) % articles)).append("` and {term}`specific-heat`\n");
        out.append("- **").append(word()).append("** ").append(sentence(6)).append("\n\n");
    }

    private String date(int i) {
        return String.format(Locale.ROOT, "20%02d-%02d-%02d", 10 + i % 15, 1 + i % 12, 1 + i % 28);
    }

    private String paragraph(int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(i -> sentence(8 + random.nextInt(8)) + ".")
                .collect(Collectors.joining(" "));
    }

    private String sentence(int words) {
        String text = IntStream.range(0, words).mapToObj(i -> word()).collect(Collectors.joining(" "));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
