package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;

/**
 * A file with new content, and where that shows.
 *
 * @param token in the content, and nowhere before
 * @param address of a page that shows it
 * @param shows whether a page is the one with the new content
 */
record Save(Path file, String content, String token, String address, Predicate<String> shows) {
    /** Shown by a page that holds the token. */
    static Save of(Path file, String content, String token, String address) {
        return new Save(file, content, token, address, page -> page.contains(token));
    }

    /** The same content where a server of plain files finds it. */
    Save plain(Path folder) {
        String name = file.getFileName().toString();
        return of(folder.resolve(name), content, token, "/" + name);
    }

    /** As editors do it: one half writes beside and renames, the other writes over. */
    void write(int number) throws IOException {
        if (number % 2 == 0) {
            Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
            Files.writeString(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.writeString(file, content);
        }
    }
}
