package org.plainfact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plainfact.memo.Memory;
import org.plainfact.source.Digests;

/**
 * Where what a build made is kept for the next process: in the user's folder for such things, where no project, and so no
 * contributor to one, can put anything.
 */
record Keeping(Path file, String program) {
    private static final int DIGITS = 16;

    /** For a project; empty where the user has no such folder. */
    static Optional<Keeping> of(Path project, Optional<Path> caches) {
        return caches.map(
                folder -> new Keeping(folder.resolve("plainfact").resolve(name(project)), Program.fingerprint()));
    }

    private static String name(Path project) {
        Path real;
        try {
            real = project.toRealPath();
        } catch (IOException e) {
            real = project;
        }
        String digest = Digests.sha256(real.toString().getBytes(StandardCharsets.UTF_8));
        Path last = real.getFileName();
        String words = (last == null ? "root" : last.toString()).replaceAll("[^A-Za-z0-9._-]", "_");
        return words + "-" + digest.substring(0, DIGITS);
    }

    /** What to tell the user; empty where all is well. */
    Optional<String> load(Memory memory) {
        return memory.load(file, program).map(problem -> file + " " + problem + "; everything is made anew");
    }

    /**
     * Keeps what a memory holds, as long as nothing else is to be done. A build is none the worse where it cannot be.
     *
     * @param goOn asked often; where it says no, what was kept before stays
     * @param problem told what to tell the user, where there is something
     * @return whether it is to be tried again
     */
    boolean save(Memory memory, BooleanSupplier goOn, Consumer<String> problem) {
        try {
            return !memory.save(file, program, goOn);
        } catch (IOException e) {
            String reason = Fault.words(e);
            boolean named = e instanceof FileSystemException system && system.getFile() != null;
            problem.accept("what was made could not be kept for the next time: "
                    + (named || reason.contains(file.toString()) ? reason : file + ": " + reason));
            return false;
        }
    }

    private Path standing(String verb) {
        return file.resolveSibling(file.getFileName() + "." + verb);
    }

    /** What an earlier run of the same kind left, where all is still so. */
    Optional<Standing> standing(String verb, String run) {
        return Standing.load(standing(verb), program, run).filter(Standing::holds);
    }

    /**
     * Begins a run of which {@link #save(String, Standing)} may tell.
     *
     * @return when, by the clock of the disk; empty where nothing can be kept
     */
    Optional<Instant> begin(String verb) {
        try {
            Path place = standing(verb);
            Files.createDirectories(place.getParent());
            Files.write(place, new byte[0]);
            return Optional.of(Files.getLastModifiedTime(place).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void save(String verb, Standing standing) {
        try {
            standing.save(standing(verb), program);
        } catch (IOException e) {
            // The next run does its work; that nothing can be kept is told by the other save.
        }
    }
}
