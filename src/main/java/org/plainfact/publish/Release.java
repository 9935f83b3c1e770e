package org.plainfact.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.source.Digests;

/**
 * One edition of the site in a folder target.
 *
 * @param number of the edition there, from 1
 */
record Release(int number, Path folder) implements Comparable<Release> {
    private static final Pattern NAME = Pattern.compile("(\\d{6,9})-[0-9a-f]{8}");
    private static final int DIGITS = 8;

    /** Where an edition goes: the name tells its turn and what it holds, and no clock is asked. */
    static Release of(Path releases, int number, Manifest manifest) {
        String digest = manifest.entry().sha256().substring(0, DIGITS);
        return new Release(number, releases.resolve(String.format(Locale.ROOT, "%06d-%s", number, digest)));
    }

    /** Empty where a folder of that name is none of ours. */
    static Optional<Release> in(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new Release(Integer.parseInt(name.group(1)), folder))
                : Optional.empty();
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** @throws PublishRefused where it has none that can be read */
    Manifest manifest() throws IOException {
        Path file = file(Manifest.NAME);
        try {
            return Manifest.read(file.toString(), Files.readAllBytes(file));
        } catch (java.nio.file.NoSuchFileException | IllegalArgumentException e) {
            throw new PublishRefused(folder + " is no whole release: " + e.getMessage() + "; move it away");
        }
    }

    /** When its manifest was written, which is after all else. */
    FileTime written() throws IOException {
        return Files.getLastModifiedTime(file(Manifest.NAME), LinkOption.NOFOLLOW_LINKS);
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    /** Whether a file still holds what was published. It is read only where it may have been altered. */
    boolean holds(Entry entry, FileTime written) {
        return Digests.unaltered(file(entry.path()), entry.sha256(), entry.size(), written);
    }

    @Override
    public int compareTo(Release other) {
        return Integer.compare(number, other.number);
    }
}
