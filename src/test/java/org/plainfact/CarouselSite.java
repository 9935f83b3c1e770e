package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.plainfact.data.Json;

/** The {@link SmallSite} with three more articles, of which posts are made: {@code src/test/resources/carousel}. */
final class CarouselSite {
    static final Path EXPECTED = Path.of("src/test/resources/carousel/expected");

    private CarouselSite() {}

    /** Puts the project into a new folder, with the sheets of the default theme. */
    static void unpack(Path folder) {
        SmallSite.unpack(folder);
        copy(Path.of("src/test/resources/carousel/site"), folder);
        copy(Path.of("templates/carousel"), folder.resolve("templates/carousel"));
    }

    private static void copy(Path from, Path to) {
        Built.files(from).forEach((name, file) -> {
            try {
                Path target = to.resolve(name);
                Files.createDirectories(target.resolveSibling(""));
                Files.write(target, Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A {@code post.json}. */
    @SuppressWarnings("unchecked") // Keys of JSON are texts.
    static Map<String, Object> post(Path out, String article, String platform) {
        Path file = out.resolve(article).resolve(platform).resolve("post.json");
        return (Map<String, Object>) Objects.requireNonNull(Json.read(file.toString(), Built.text(file)));
    }
}
