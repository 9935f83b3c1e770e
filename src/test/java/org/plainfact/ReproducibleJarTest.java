package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever builds the program from the same sources gets the same jar: that it is made of them, anybody can see. */
class ReproducibleJarTest {
    /** Made by a build, or by what somebody writes in. */
    private static final Set<String> NO_SOURCES = Set.of("target", "output", ".git", ".idea", ".vscode");

    @TempDir
    private Path work;

    @Test
    @Tag("unbreakable")
    void two_builds_in_two_places_make_the_same_jar() throws Exception {
        byte[] one = built(work.resolve("a"), "UTC", "C.UTF-8", false);
        byte[] other = built(work.resolve("a much longer name of a folder"), "Asia/Seoul", "de_DE.UTF-8", true);

        assertThat(difference(one, other)).isEmpty();
        assertThat(one).isEqualTo(other);
        System.out.printf("two builds made the same jar of %d bytes%n", one.length);
    }

    @Test
    void the_first_entry_that_differs_is_named() throws IOException {
        byte[] jar = jar(Map.of("a", "one", "b", "two"));

        assertThat(difference(jar, jar)).isEmpty();
        assertThat(difference(jar, jar(Map.of("a", "one", "b", "tow")))).contains("b differs");
        assertThat(difference(jar, jar(Map.of("a", "one", "c", "two")))).contains("b in the one, c in the other");
        assertThat(difference(jar, jar(Map.of("a", "one")))).contains("b in the one, nothing in the other");
    }

    /** The jar, from a copy of the sources. */
    private byte[] built(Path folder, String zone, String locale, boolean backwards) throws Exception {
        copy(folder, backwards);
        Path log = work.resolve("log");
        List<String> command = new ArrayList<>(
                List.of("mvn", "-B", "-o", "-q", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "package"));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of("TZ", zone, "LC_ALL", locale));
        Process maven = builder.start();
        assertThat(maven.waitFor(20, TimeUnit.MINUTES)).isTrue();
        assertThat(maven.exitValue())
                .as(Files.readString(log, StandardCharsets.UTF_8))
                .isZero();
        return Files.readAllBytes(folder.resolve("target/plainfact.jar"));
    }

    /** In an order of its own: a folder may be listed in the order in which its files came. */
    private static void copy(Path folder, boolean backwards) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(here)) {
            files = new ArrayList<>(walk.filter(Files::isRegularFile)
                    .map(here::relativize)
                    .filter(file -> !NO_SOURCES.contains(file.getName(0).toString()))
                    .sorted()
                    .toList());
        }
        for (Path file : backwards ? files.reversed() : files) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(here.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** The first entry that is not the same in both; empty where all are. */
    private static Optional<String> difference(byte[] one, byte[] other) throws IOException {
        List<Map.Entry<String, byte[]>> here = entries(one);
        List<Map.Entry<String, byte[]>> there = entries(other);
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            String name = i < here.size() ? here.get(i).getKey() : "nothing";
            String otherName = i < there.size() ? there.get(i).getKey() : "nothing";
            if (!name.equals(otherName)) {
                return Optional.of(name + " in the one, " + otherName + " in the other");
            }
            if (!Arrays.equals(here.get(i).getValue(), there.get(i).getValue())) {
                return Optional.of(name + " differs");
            }
        }
        return Optional.empty();
    }

    private static List<Map.Entry<String, byte[]>> entries(byte[] jar) throws IOException {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(names.add(entry.getName())).as(entry.getName()).isTrue();
                entries.add(Map.entry(entry.getName(), in.readAllBytes()));
            }
        }
        return entries;
    }

    private static byte[] jar(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
