package org.plainfact;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/** What no author can mend: a fault of the machine, or a bug of ours. */
final class Fault {
    private Fault() {}

    /** One line with cause and path. */
    static String words(UncheckedIOException exception) {
        return exception.getCause() instanceof IOException io ? words(io) : String.valueOf(exception.getMessage());
    }

    static String words(IOException exception) {
        String kind = switch (exception) {
            case AccessDeniedException denied -> "permission denied: ";
            case NoSuchFileException missing -> "no such file: ";
            case FileAlreadyExistsException exists -> "exists already: ";
            case DirectoryNotEmptyException full -> "the folder is not empty: ";
            case NotDirectoryException file -> "not a folder: ";
            default -> "";
        };
        return kind + exception.getMessage();
    }

    static String words(OutOfMemoryError error) {
        return problem(error) + "; " + moreMemory();
    }

    private static String problem(OutOfMemoryError error) {
        return "out of memory (" + error.getMessage() + "): " + megabytes() + " MB do not suffice";
    }

    private static String moreMemory() {
        return "give it more, such as PLAINFACT_JAVA_OPTS=-Xmx" + 2 * megabytes() + "m";
    }

    private static long megabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    /** The fault of the machine behind a class that cannot be loaded: a jar on a full or failing disk, too many open files. */
    static Optional<IOException> machine(Error error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return Optional.of(io);
            }
        }
        return Optional.empty();
    }

    static void tellBug(Throwable bug, PrintWriter err) {
        err.println("plainfact: this is a bug of Plainfact, please report it with the lines below");
        bug.printStackTrace(err);
        err.flush();
    }

    /** A fault of the machine for those who go on in spite of it. */
    static Finding machine(UncheckedIOException exception, Path root) {
        return error("machine", place(exception, root), words(exception), "the preview looks again within a minute");
    }

    static Finding machine(OutOfMemoryError error) {
        return error("machine", ".", problem(error), moreMemory());
    }

    static Finding bug(Throwable bug) {
        return error("bug", ".", "this is a bug of Plainfact: " + bug, "please report it with the terminal's lines");
    }

    private static Finding error(String rule, String path, String problem, String hint) {
        return new Finding(Severity.ERROR, rule, SourceSpan.of(path), problem, Optional.of(hint));
    }

    /** The project itself where it is no file of it. */
    private static String place(UncheckedIOException exception, Path root) {
        return exception.getCause() instanceof FileSystemException io && io.getFile() != null
                ? Optional.of(Path.of(io.getFile()))
                        .filter(file -> file.startsWith(root) && !file.equals(root))
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .orElse(".")
                : ".";
    }
}
