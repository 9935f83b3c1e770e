package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.disk.Trees;

/** A bare repository, by way of the system's git and not by ours. */
record Bare(Path folder) {
    static Bare in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Bare bare = new Bare(folder);
        bare.git("init", "--quiet", "--bare");
        return bare;
    }

    /** What git says, without the line's end. */
    String git(String... arguments) {
        return run(folder, arguments);
    }

    private static String run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "core.quotePath=false", "-c", "user.name=Other", "-c", "user.email=o@example.org"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String tip(String branch) {
        return git("rev-parse", branch);
    }

    List<String> names(String branch) {
        return git("ls-tree", "-r", "--name-only", branch).lines().toList();
    }

    /** How many objects it holds. */
    long objects() {
        return git("cat-file", "--batch-all-objects", "--batch-check").lines().count();
    }

    /** The files of a branch but the manifest and the mark for GitHub. */
    SortedMap<String, String> texts(String branch) throws IOException {
        Path copy = Files.createTempDirectory("plainfact-branch");
        try {
            // As from another machine: a clone of a folder links its files, which a collection may be replacing.
            run(folder, "clone", "--quiet", "--branch", branch, folder.toUri().toString(), copy.toString());
            Trees.delete(copy.resolve(".git"));
            SortedMap<String, String> texts = new TreeMap<>(Editions.texts(copy));
            texts.remove(".nojekyll");
            return texts;
        } finally {
            Trees.delete(copy);
        }
    }

    /** A commit by another hand. */
    void commit(String branch, Map<String, String> texts) throws IOException {
        Path copy = Files.createTempDirectory("plainfact-hand");
        try {
            run(folder, "clone", "--quiet", folder.toString(), copy.toString());
            boolean there = run(copy, "branch", "--remotes").contains("origin/" + branch);
            run(
                    copy,
                    there
                            ? new String[] {"checkout", "--quiet", branch}
                            : new String[] {"checkout", "--quiet", "--orphan", branch});
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = copy.resolve(text.getKey());
                Files.createDirectories(Trees.parent(file));
                Files.writeString(file, text.getValue());
            }
            run(copy, "add", "--all");
            run(copy, "commit", "--quiet", "-m", "By hand");
            run(copy, "push", "--quiet", "origin", branch);
        } finally {
            Trees.delete(copy);
        }
    }
}
