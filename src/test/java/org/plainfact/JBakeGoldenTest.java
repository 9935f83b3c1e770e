package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is recorded as JBake's output is what JBake 2.7.0 makes, with its own store and libraries, in a process of its own
 * ({@code src/doc/decisions/050-what-jbake-makes-is-recorded.md}). {@code -Djbake.golden=write} records it again.
 */
@Tag("slow")
class JBakeGoldenTest {
    /**
     * One that differs is baked once more: now and then JBake's store lists two texts of one date the other way round, where
     * nothing has changed.
     */
    @Test
    void what_is_recorded_is_what_jbake_makes(@TempDir Path folder) throws Exception {
        SortedMap<String, SortedMap<String, String>> made = made(folder.resolve("first"), JBakeSites.names());
        if ("write".equals(System.getProperty("jbake.golden"))) {
            made.forEach(JBakeSites::record);
        }
        List<String> differing = made.entrySet().stream()
                .filter(site -> !site.getValue().equals(JBakeSites.golden(site.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (!differing.isEmpty()) {
            made.putAll(made(folder.resolve("again"), differing));
        }

        assertThat(recorded(made.keySet())).isEqualTo(made);
    }

    private static SortedMap<String, SortedMap<String, String>> recorded(Set<String> sites) {
        SortedMap<String, SortedMap<String, String>> recorded = new TreeMap<>();
        sites.forEach(site -> recorded.put(site, JBakeSites.golden(site)));
        return recorded;
    }

    private static SortedMap<String, SortedMap<String, String>> made(Path folder, List<String> sites)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        sites.forEach(site -> JBakeSites.copy(site, folder.resolve(site)));
        String said = bake(folder, sites);
        assertThat(sites)
                .as(said)
                .allSatisfy(site -> assertThat(said).contains("baked " + folder.resolve(site) + "\n"));
        SortedMap<String, SortedMap<String, String>> made = new TreeMap<>();
        sites.forEach(site -> made.put(site, JBakeSites.built(site, folder.resolve(site))));
        return made;
    }

    /** On one processor, because the order in which its store lists texts of one date depends on their number. */
    private static String bake(Path folder, List<String> sites) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=1",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dlogback.configurationFile=src/test/jbake/logback.xml",
                // Of the passwords of a store in memory, which are made again for each site.
                "-Dsecurity.userPasswordSaltIterations=1",
                "-cp",
                Files.readString(Path.of("target/jbake-class-path.txt")),
                "src/test/java/org/plainfact/jbake/RealBake.java"));
        sites.forEach(site -> command.add(folder.resolve(site).toString()));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = process.waitFor();
        String said = Files.readString(log);
        assertThat(code).as(said).isZero();
        return said;
    }
}
