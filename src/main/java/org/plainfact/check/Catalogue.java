package org.plainfact.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the documentation says of each rule. It is read from the page itself, {@code src/doc/check.md}, so that a rule
 * has one description.
 *
 * @param sections Markdown, by rule
 */
public record Catalogue(SortedMap<String, String> sections) {
    private static final String PAGE = "check.md";
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,3}) (.+)$");

    public Catalogue {
        sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
    }

    /** That of the program. */
    public static Catalogue read() {
        try (InputStream in = Catalogue.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IllegalStateException(PAGE + " is not on the class path");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sections of a page that have a rule as heading of level 3. */
    static Catalogue of(String page) {
        SortedMap<String, String> sections = new TreeMap<>();
        Matcher heading = HEADING.matcher(page);
        String rule = "";
        int from = 0;
        while (heading.find()) {
            add(sections, rule, page.substring(from, heading.start()));
            rule = heading.group(1).length() == 3 ? heading.group(2).strip() : "";
            from = heading.end();
        }
        add(sections, rule, page.substring(from));
        return new Catalogue(sections);
    }

    private static void add(Map<String, String> sections, String rule, String text) {
        if (!rule.isEmpty()) {
            sections.put(rule, text.strip());
        }
    }

    /** With rules that a project has of its own. */
    public Catalogue with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(sections);
        return new Catalogue(new TreeMap<>(all));
    }

    /** The first sentence that is said of a rule. */
    Optional<String> summary(String rule) {
        return Optional.ofNullable(sections.get(rule)).map(text -> {
            String line = text.split("\n\n", 2)[0].replace('\n', ' ');
            int end = line.indexOf(". ");
            return end < 0 ? line : line.substring(0, end + 1);
        });
    }
}
