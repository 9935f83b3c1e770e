package org.plainfact.site;

import java.util.Locale;
import java.util.Map;

/**
 * What a file is, by the end of its name, as real hosts say it.
 *
 * @param name without parameters: {@code text/html}
 * @param text whether it is text; all text of a site is UTF-8
 */
public record MediaType(String name, boolean text) {
    public static final MediaType HTML = text("text/html");
    public static final MediaType PLAIN = text("text/plain");
    public static final MediaType JSON = text("application/json");

    private static final MediaType UNKNOWN = binary("application/octet-stream");
    private static final Map<String, MediaType> BY_SUFFIX = Map.ofEntries(
            Map.entry("html", HTML),
            Map.entry("htm", HTML),
            Map.entry("css", text("text/css")),
            Map.entry("js", text("text/javascript")),
            Map.entry("mjs", text("text/javascript")),
            Map.entry("json", JSON),
            Map.entry("map", JSON),
            Map.entry("jsonld", text("application/ld+json")),
            Map.entry("webmanifest", text("application/manifest+json")),
            Map.entry("xml", text("application/xml")),
            Map.entry("atom", text("application/atom+xml")),
            Map.entry("txt", PLAIN),
            Map.entry("md", text("text/markdown")),
            Map.entry("csv", text("text/csv")),
            Map.entry("svg", text("image/svg+xml")),
            Map.entry("png", binary("image/png")),
            Map.entry("jpg", binary("image/jpeg")),
            Map.entry("jpeg", binary("image/jpeg")),
            Map.entry("gif", binary("image/gif")),
            Map.entry("webp", binary("image/webp")),
            Map.entry("avif", binary("image/avif")),
            Map.entry("ico", binary("image/vnd.microsoft.icon")),
            Map.entry("woff", binary("font/woff")),
            Map.entry("woff2", binary("font/woff2")),
            Map.entry("ttf", binary("font/ttf")),
            Map.entry("otf", binary("font/otf")),
            Map.entry("pdf", binary("application/pdf")),
            Map.entry("wasm", binary("application/wasm")),
            Map.entry("mp4", binary("video/mp4")),
            Map.entry("webm", binary("video/webm")),
            Map.entry("mp3", binary("audio/mpeg")),
            Map.entry("ogg", binary("audio/ogg")),
            Map.entry("zip", binary("application/zip")));

    /** Of a path or a name; a name without an end that is known gets {@code application/octet-stream}. */
    public static MediaType of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_SUFFIX.getOrDefault(suffix, UNKNOWN);
    }

    /** The value of {@code Content-Type}: {@code text/html; charset=utf-8}. */
    public String header() {
        return text ? name + "; charset=utf-8" : name;
    }

    private static MediaType text(String name) {
        return new MediaType(name, true);
    }

    private static MediaType binary(String name) {
        return new MediaType(name, false);
    }
}
