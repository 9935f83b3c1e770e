package org.plainfact.social;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainfact.data.Json;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;
import org.plainfact.source.Look;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import org.plainfact.source.SourceTree;

/** The platforms that are posted on: those the program knows, with what a site says otherwise or adds. */
public final class Platforms {
    /** What a site says of platforms, relative to the project. */
    public static final String FILE = "data/carousel/platforms.json";

    private static final long MAX_BYTES = 1 << 20;
    private static final int GOOD_FOR_YEARS = 1;

    private static final Drawer DRAWER = new Drawer("platforms", true, false);

    private Platforms() {}

    /**
     * All platforms, in order. Limits that were read more than a year ago are a warning.
     *
     * @param today ISO date
     * @param session what an earlier build read; a file that says the same is not read again
     */
    public static List<Platform> read(SourceTree tree, String today, Session session, Findings findings) {
        Optional<SourceFile> own = own(tree);
        return session.recall(
                DRAWER,
                FILE,
                List.of(today, own.map(SourceFile::text)),
                findings,
                (reads, found) -> read(own, today, found));
    }

    private static List<Platform> read(Optional<SourceFile> own, String today, Findings findings) {
        SourceFile known = known();
        Map<String, Object> all = new LinkedHashMap<>(object(known, findings));
        own.ifPresent(file -> object(file, findings).forEach((id, other) -> all.merge(id, other, Platforms::merged)));
        List<Platform> platforms = new ArrayList<>();
        all.forEach((id, value) -> {
            SourceSpan place = own.map(file -> place(file, id)).orElse(SourceSpan.of(FILE));
            try {
                Platform platform = new PlatformReader(id, value).read();
                tellAge(platform, place, today, findings);
                platforms.add(platform);
            } catch (IllegalArgumentException e) {
                findings.error("platform", place, "the platform \"" + id + "\": " + e.getMessage());
            }
        });
        return List.copyOf(platforms);
    }

    private static Optional<SourceFile> own(SourceTree tree) {
        Path file = tree.root().resolve(FILE);
        return Look.isFile(file, LinkOption.NOFOLLOW_LINKS) ? tree.read(file, MAX_BYTES) : Optional.empty();
    }

    private static SourceFile known() {
        try (InputStream in = Platforms.class.getResourceAsStream("platforms.json")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file platforms.json");
            }
            return new SourceFile("platforms.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // Keys of JSON are texts.
    private static Map<String, Object> object(SourceFile file, Findings findings) {
        Optional<Object> value = Json.read(file, findings);
        if (value.isPresent() && !(value.get() instanceof Map<?, ?>)) {
            findings.error("platform", file.at(0), "the platforms are an object: { \"x\": { … } }");
        }
        return value.orElse(Map.of()) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** Members of the second stand in place of those of the first, in objects inside too. */
    private static Object merged(Object one, Object other) {
        if (!(one instanceof Map<?, ?> first) || !(other instanceof Map<?, ?> second)) {
            return other;
        }
        Map<Object, @Nullable Object> both = new LinkedHashMap<>(first);
        second.forEach((key, value) -> {
            Object before = both.get(key);
            both.put(key, before == null || value == null ? value : merged(before, value));
        });
        return both;
    }

    private static SourceSpan place(SourceFile file, String id) {
        return file.at(Math.max(0, file.text().indexOf("\"" + id + "\"")));
    }

    private static void tellAge(Platform platform, SourceSpan place, String today, Findings findings) {
        LocalDate read;
        try {
            read = LocalDate.parse(platform.asOf());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"asOf\" is a date such as 2026-01-31, not " + platform.asOf(), e);
        }
        if (read.plusYears(GOOD_FOR_YEARS).isBefore(LocalDate.parse(today))) {
            findings.warning(
                    "limits-outdated",
                    place,
                    "the limits of " + platform.name() + " were read on " + platform.asOf() + ", more than a year ago",
                    Optional.of("look them up (" + platform.source()
                            + ") and write what holds now, with \"asOf\", into " + FILE));
        }
    }
}
