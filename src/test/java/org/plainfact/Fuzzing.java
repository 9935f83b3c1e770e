package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets Jazzer look for new inputs for each fuzz test, one process after the other, and prints what it came to. Jazzer itself
 * fuzzes one method in a process.
 *
 * <p>What fails stays beside the kept inputs, where every build tries it; what led on is gathered in {@code target/fuzz},
 * where the next run takes it up.
 */
final class Fuzzing {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path INPUTS = Path.of("src/test/resources");
    private static final Path GATHERED = Path.of("target/fuzz");

    private static final Pattern METHOD = Pattern.compile("@FuzzTest\\s+void (\\w+)\\(");
    private static final Pattern STATUS =
            Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+).*exec/s: (\\d+)");

    /** What the fuzzer watches: our own code, and that of libraries which read what an author or a browser sends. */
    private static final String WATCHED = String.join(
            ",",
            "org.plainfact.**",
            "com.vladsch.flexmark.**",
            "org.snakeyaml.**",
            "org.jsoup.**",
            "tools.jackson.core.**",
            "com.networknt.**",
            "com.ezylang.**",
            "com.twitter.**");

    /** @param methods one, unless somebody wrote several, of which all but the first are never fuzzed */
    record Target(String name, List<String> methods) {
        /** The folder of the inputs that every build tries. */
        Path inputs() {
            return INPUTS.resolve(name.replace('.', '/') + "Inputs").resolve(methods.getFirst());
        }

        String shortName() {
            return name.substring(name.lastIndexOf('.') + 1).replace("FuzzTest", "");
        }
    }

    private Fuzzing() {}

    static List<Target> targets() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("FuzzTest.java"))
                    .sorted()
                    .map(Fuzzing::target)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Target target(Path file) {
        String name = TESTS.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", "");
        List<String> methods = METHOD.matcher(Built.text(file))
                .results()
                .map(found -> found.group(1))
                .toList();
        return new Target(name, methods);
    }

    /** @param args seconds for each target; then the names of those to try, such as {@code Markdown}: without any, all */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> names = Arrays.asList(args).subList(1, args.length);
        boolean failed = false;
        System.out.println("| target | inputs tried | a second | branches | features | gathered | found |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Target target : targets()) {
            if (names.isEmpty() || names.contains(target.shortName())) {
                Path log = run(target, Integer.parseInt(args[0]));
                List<String> lines = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList();
                Optional<Matcher> last = lines.stream()
                        .map(STATUS::matcher)
                        .filter(Matcher::find)
                        .reduce((a, b) -> b);
                long found =
                        lines.stream().filter(line -> line.startsWith("== ")).count();
                failed |= found > 0 || last.isEmpty();
                System.out.println("| " + target.shortName() + " | "
                        + last.map(status -> status.group(1) + " | " + status.group(5) + " | " + status.group(2) + " | "
                                        + status.group(3) + " | " + status.group(4))
                                .orElse("– | – | – | – | –")
                        + " | " + (found > 0 || last.isEmpty() ? "see " + log : "0") + " |");
            }
        }
        System.exit(failed ? 1 : 0);
    }

    private static Path run(Target target, int seconds) throws IOException, InterruptedException {
        Path gathered = Files.createDirectories(GATHERED.resolve(target.shortName()));
        Path log = GATHERED.resolve(target.shortName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                // Half of a minute's run is loading and changing classes, for which the second compiler takes more than
                // it gives.
                "-XX:TieredStopAtLevel=1",
                // As texts are read by threads with such a stack.
                "-Xss16m",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.name(),
                "--instrument=" + WATCHED,
                // A schema holds regular expressions by its nature.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                "-max_total_time=" + seconds,
                // By the clock; the first input loads and changes every class.
                "-timeout=300",
                "-report_slow_units=300",
                "-print_final_stats=1",
                gathered.toString(),
                target.inputs().toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.waitFor();
        return log;
    }
}
