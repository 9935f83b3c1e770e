package org.plainfact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages of documentation that are tests: under each heading stand blocks between lines of tildes. */
final class Casebook {
    private static final Pattern BLOCK = Pattern.compile("(?m)^~~~~ (.+)\n((?:(?!~~~~$).*\n)*+)~~~~$");
    private static final Pattern CASE = Pattern.compile(
            "(?m)^## ([A-Za-z0-9-]+): (.+)\n((?:~~~~ .+\n(?:(?!~~~~$).*\n)*+~~~~\n|(?!## |~~~~).*\n)*+)");

    private static final String HEAD = """
            ---
            title: A new text
            description: What it says.
            date: 2026-11-05
            status: published
            ---
            """;

    private Casebook() {}

    /**
     * What stands below one heading.
     *
     * @param kind before the colon of the heading
     * @param title behind it
     * @param text all below it
     */
    record Case(Path page, String kind, String title, String text, List<Block> blocks) {
        /** The text of the first block of a name. */
        Optional<String> block(String name) {
            return blocks.stream()
                    .filter(block -> block.name.equals(name))
                    .map(Block::text)
                    .findFirst();
        }

        /** Writes the case's last block anew. */
        void write(String name, String fresh) throws IOException {
            String all = Files.readString(page);
            Matcher each = CASE.matcher(all);
            while (each.find()) {
                if (each.group(1).equals(kind) && each.group(2).equals(title)) {
                    String before = each.group()
                            .split("\n~~~~ " + Pattern.quote(name) + "\n", 2)[0]
                            .stripTrailing();
                    String after = before + "\n\n~~~~ " + name + "\n" + fresh + "~~~~\n"
                            + (each.end() < all.length() ? "\n" : "");
                    Files.writeString(page, all.substring(0, each.start()) + after + all.substring(each.end()));
                    return;
                }
            }
        }
    }

    /** What stands between two lines of tildes. */
    record Block(String name, String text) {}

    /** The cases of a page, in their order. */
    static Stream<Case> read(Path page) throws IOException {
        return CASE.matcher(Files.readString(page))
                .results()
                .map(found -> new Case(
                        page,
                        found.group(1),
                        found.group(2),
                        found.group(3),
                        BLOCK.matcher(found.group(3))
                                .results()
                                .map(block -> new Block(block.group(1), block.group(2)))
                                .toList()));
    }

    /** A text that lacks nothing, with a body. */
    static String article(String body) {
        return HEAD + body;
    }

    /** Replaces words of a file: the old ones, a line {@code =>}, and the new ones. */
    static void edit(Path file, String change) {
        String[] parts = change.split("\n?=>\n", 2);
        String before = Built.text(file);
        int at = before.indexOf(parts[0]);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not hold: " + parts[0]);
        }
        Built.write(
                file,
                before.substring(0, at) + parts[1].replaceFirst("\n$", "") + before.substring(at + parts[0].length()));
    }
}
