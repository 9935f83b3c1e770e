package org.plainfact.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Runs a command of the program for one hostile text after the other, in a JVM with a small heap and small stacks, and
 * prints for each what came of it: {@code NAME<tab>PROCESSOR-SECONDS<tab>CODE<tab>FIRST ERROR}.
 */
public final class HostileBuilds {
    private static final String HEAD = "---\ntitle: T\ndescription: D\ndate: 2026-01-02\nstatus: published\n---\n";

    private HostileBuilds() {}

    /** How one is answered: the exit code, and the first line that was told. */
    public interface Command {
        String run(Path site) throws IOException;
    }

    /** Where a text is put: the article {@code x}, or what its posts are made of. */
    public enum Place {
        ARTICLE {
            @Override
            void write(Path articles, String text) throws IOException {
                Files.writeString(articles.resolve("x.md"), HEAD + text);
            }
        },
        TAKEAWAY {
            @Override
            void write(Path articles, String text) throws IOException {
                String head = HEAD.substring(0, HEAD.length() - "---\n".length());
                Files.writeString(
                        articles.resolve("x.md"), head + "takeaways:\n  - |\n" + indented(text) + "---\nWords.\n");
            }
        },
        SLIDE {
            @Override
            void write(Path articles, String text) throws IOException {
                Files.writeString(articles.resolve("x.md"), HEAD + "Words.\n");
                Files.writeString(articles.resolve("x.carousel.md"), "# A\n\n---\n\n" + text);
            }
        },
        CAPTION {
            @Override
            void write(Path articles, String text) throws IOException {
                Files.writeString(articles.resolve("x.md"), HEAD + "Words.\n");
                Files.writeString(
                        articles.resolve("x.carousel.md"), "---\ncaption: |\n" + indented(text) + "---\n\n# A\n");
            }
        };

        abstract void write(Path articles, String text) throws IOException;

        private static String indented(String text) {
            return text.lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
        }
    }

    /** How many families there are. */
    public static int count() {
        return Hostile.ALL.size();
    }

    /** Each family as an article {@code hostile-N} of one site. */
    public static void write(Path articles, int size) throws IOException {
        for (int i = 0; i < Hostile.ALL.size(); i++) {
            Files.writeString(
                    articles.resolve("hostile-" + i + ".md"),
                    HEAD + Hostile.ALL.get(i).of(size));
        }
    }

    /** Each family as a file {@code N.md} without front matter. */
    public static void writeBare(Path folder, int size) throws IOException {
        for (int i = 0; i < Hostile.ALL.size(); i++) {
            Files.writeString(folder.resolve(i + ".md"), Hostile.ALL.get(i).of(size));
        }
    }

    /** What {@link #write} wrote. */
    public static void remove(Path articles) {
        try {
            for (int i = 0; i < Hostile.ALL.size(); i++) {
                Files.deleteIfExists(articles.resolve("hostile-" + i + ".md"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All families, behind a text that does no harm: what a JVM does once is counted to none.
     *
     * @param size of each text, in bytes
     */
    public static void run(Path site, Place place, int size, Command command) throws IOException {
        Path articles = site.resolve("content/articles");
        place.write(articles, "Words.\n");
        command.run(site);
        for (Hostile family : Hostile.ALL) {
            place.write(articles, family.of(size));
            long start = cpu();
            String answer = command.run(site);
            System.out.printf("%s\t%.2f\t%s%n", family.name(), (cpu() - start) / 1e9, answer);
            System.out.flush();
        }
    }

    /** Of the whole process, in nanoseconds. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
