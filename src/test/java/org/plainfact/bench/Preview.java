package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code plainfact serve} that runs, and the other commands that it needs. */
record Preview(Server server) implements AutoCloseable {
    private static final Pattern PRINTED = Pattern.compile("(\\d+) files? printed: (.*?)(, …)?; .*");

    private static final Pattern LOOKED = Pattern.compile("(.* printed: .*|nothing to print); .*");

    /**
     * What the terminal says was printed.
     *
     * @param first addresses, in their order
     * @param nanoTime when it was said
     */
    record Printed(int files, List<String> first, long nanoTime) {}

    static Preview start(Path project, Deadline deadline) throws IOException {
        return new Preview(Server.start(
                port -> Plainfact.launched("serve", project.toString(), "--port", String.valueOf(port)),
                environment(),
                Path.of("").toAbsolutePath(),
                deadline));
    }

    /** Runs a command to its end. */
    static void run(Deadline deadline, String... arguments) throws IOException, InterruptedException {
        try (Program program = Program.start(
                Plainfact.launched(arguments), environment(), Path.of("").toAbsolutePath(), deadline)) {
            program.succeed();
        }
    }

    /** When the first look was done; with what an earlier build kept there may be nothing to print. */
    long looked() throws InterruptedException {
        return server.program().next(text -> LOOKED.matcher(text).matches()).nanoTime();
    }

    /** What is printed next, or was since {@link #forget}. */
    Printed printed() throws InterruptedException {
        Program.Line line = server.program().next(text -> PRINTED.matcher(text).matches());
        Matcher parts = PRINTED.matcher(line.text());
        if (!parts.matches()) {
            throw new IllegalStateException(line.text());
        }
        return new Printed(
                Integer.parseInt(parts.group(1)), List.of(parts.group(2).split(", ")), line.nanoTime());
    }

    void forget() {
        server.program().forget();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Map<String, String> environment() {
        String options =
                Optional.ofNullable(System.getenv("PLAINFACT_JAVA_OPTS")).orElse("");
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PLAINFACT_JAVA_OPTS",
                "-Xmx2g " + options,
                "XDG_CACHE_HOME",
                Path.of(System.getProperty("java.io.tmpdir"), "plainfact-bench-cache")
                        .toString());
    }
}
