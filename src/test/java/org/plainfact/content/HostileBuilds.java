package org.plainfact.content;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** How many families there are. */
    public static int count() {
        return Hostile.FAMILIES.size();
    }

    /**
     * All families, behind a text that does no harm: what a JVM does once is counted to none.
     *
     * @param article where the text goes
     * @param size of each text, in characters
     */
    public static void run(Path site, Path article, int size, Command command) throws IOException {
        Files.writeString(article, HEAD + "Words.\n");
        command.run(site);
        for (Hostile family : Hostile.FAMILIES) {
            Files.writeString(article, HEAD + family.of(size));
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
