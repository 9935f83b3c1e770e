package org.plainfact.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.plainfact.data.Json;
import org.plainfact.impact.Reading.Kind;
import org.plainfact.source.Digests;

/** Reads any file of a site. */
final class FileReader {
    private FileReader() {}

    /** @param path relative to the output */
    static List<Reading> read(String path, byte[] bytes) {
        List<Reading> readings = new ArrayList<>();
        String suffix = path.substring(path.lastIndexOf('.') + 1);
        switch (suffix) {
            case "html" -> readings.addAll(PageReader.read(new String(bytes, UTF_8)));
            case "xml" -> xml(new String(bytes, UTF_8), readings::add);
            case "json" -> json(path, new String(bytes, UTF_8), readings::add);
            case "csv", "md", "txt" -> lines(new String(bytes, UTF_8), readings::add);
            // Nothing that differs is passed over in silence.
            default -> readings.add(new Reading(Kind.FILE, "", bytes.length + " bytes, " + Digests.sha256(bytes)));
        }
        return readings;
    }

    private static void xml(String text, Consumer<Reading> readings) {
        Jsoup.parse(text, "", Parser.xmlParser()).getAllElements().forEach(element -> {
            if (!element.ownText().isBlank()) {
                readings.accept(new Reading(
                        Kind.FEED, element.normalName(), element.ownText().strip()));
            }
        });
    }

    private static void lines(String text, Consumer<Reading> readings) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> readings.accept(new Reading(Kind.FILE, "", line)));
    }

    /** Each value behind its pointer. */
    static void json(String path, String text, Consumer<Reading> readings) {
        Kind kind = path.endsWith("feed.json") ? Kind.FEED : Kind.FILE;
        values("", Json.read(path, text), (pointer, value) -> readings.accept(new Reading(kind, pointer, value)));
    }

    private interface Value {
        void found(String pointer, String value);
    }

    private static void values(String pointer, @Nullable Object value, Value each) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, inner) -> values(pointer + "/" + key, inner, each));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    values(pointer + "/" + i, list.get(i), each);
                }
            }
            default ->
                each.found(
                        pointer, String.valueOf(value).replaceAll("\\s+", " ").strip());
        }
    }
}
