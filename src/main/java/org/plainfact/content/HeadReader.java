package org.plainfact.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.content.Article.Correction;
import org.plainfact.content.Article.FrontMatter;
import org.plainfact.content.Article.Image;
import org.plainfact.content.Article.Status;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** Makes sense of the keys of one file's front matter. */
final class HeadReader {
    private static final List<String> KEYS = List.of(
            "title",
            "description",
            "date",
            "updated",
            "reviewed",
            "review",
            "authors",
            "tags",
            "topics",
            "status",
            "slug",
            "aliases",
            "hero",
            "takeaways",
            "hook",
            "corrections",
            "type");
    private static final List<String> CAROUSEL_KEYS = List.of("caption", "captions", "hashtags");
    private static final List<String> TYPES = List.of("article", "question", "term", "page");
    private static final List<String> STATUSES = List.of("draft", "published", "published-date");

    private static final String CORRECTION = "write a list: each item has a line date: 2026-01-31 and a line text: …";

    private final SourceFile file;
    private final Header header;
    private final MarkdownReader markdown;
    private final Findings findings;

    HeadReader(SourceFile file, Header header, MarkdownReader markdown) {
        this.file = file;
        this.header = header;
        this.markdown = markdown;
        this.findings = markdown.findings();
    }

    /** The type of the article: what the front matter says, else what the folder means. */
    String type(String byFolder) {
        return words("type")
                .map(words -> {
                    // JBake's word for an article.
                    String type = words.text().equals("post") ? "article" : words.text();
                    if (!TYPES.contains(type)) {
                        findings.error(
                                "unknown-type",
                                file.at(words.at()),
                                "there is no type " + type,
                                Nearest.hint(type, TYPES).or(() -> Optional.of("it is one of " + TYPES)));
                        return byFolder;
                    }
                    return type;
                })
                .orElse(byFolder);
    }

    FrontMatter read(String type, String fileName) {
        Map<String, SourceSpan> spans = new LinkedHashMap<>();
        header.entries().forEach((key, entry) -> spans.put(key, file.at(entry.at())));
        takeawaySpans(spans);
        words("title")
                .ifPresent(title -> spans.put("title.words", title.origin().at(0)));
        Optional<String> date = date("date");
        Status status = status(type, date);
        List<Correction> corrections = corrections(date);
        return new FrontMatter(
                title(fileName),
                description(type),
                date,
                updated(corrections),
                date("reviewed"),
                date("review"),
                list("authors"),
                list("tags"),
                list("topics"),
                status,
                slug(fileName),
                aliases(),
                hero(),
                takeaways(),
                words("hook").map(this::inline),
                corrections,
                Map.copyOf(spans),
                other());
    }

    /** What stands above the slides of a carousel. */
    Carousel.Head readCarousel() {
        tellUnknown(header.entries(), CAROUSEL_KEYS, "a carousel has no key ");
        Map<String, SourceSpan> spans = new LinkedHashMap<>();
        header.entries().forEach((key, entry) -> spans.put(key, file.at(entry.at())));
        Map<String, Body> captions = new LinkedHashMap<>();
        captions().forEach((platform, entry) -> {
            spans.put("captions." + platform, file.at(entry.at()));
            if (entry.value() instanceof Value.Words words) {
                captions.put(platform, blocks(words));
            } else {
                wrongType("captions", entry.value(), "write text behind the name of each platform");
            }
        });
        return new Carousel.Head(
                words("caption").map(this::blocks),
                captions,
                header.entries().containsKey("hashtags") ? Optional.of(list("hashtags")) : Optional.empty(),
                spans);
    }

    private Map<String, Value.Entry> captions() {
        Value.Entry entry = header.entries().get("captions");
        if (entry == null) {
            return Map.of();
        }
        if (entry.value() instanceof Value.Group group) {
            return group.entries();
        }
        wrongType("captions", entry.value(), "write a line below it for each platform: x: …");
        return Map.of();
    }

    private Body blocks(Value.Words words) {
        return markdown.blocks(words.text(), words.origin());
    }

    private String title(String fileName) {
        Optional<Value.Words> title = words("title");
        if (title.isEmpty()) {
            missing("title", "add a line " + example("title", "what this is about"));
        }
        title.filter(words -> words.text().contains("}`"))
                .ifPresent(words -> findings.error(
                        "role-in-title",
                        file.at(words.at()),
                        "the title is plain text, and a role in it is not read",
                        "put the figure into the description, the hook or the text"));
        return title.map(words -> words.text().strip()).orElse(fileName);
    }

    private Body description(String type) {
        Optional<Value.Words> description = words("description");
        if (description.isEmpty() && type.equals("article")) {
            missing("description", "add a line " + example("description", "one or two sentences for lists and search"));
        }
        return description.map(this::inline).orElse(Body.EMPTY);
    }

    private Status status(String type, Optional<String> date) {
        Optional<Value.Words> written = words("status");
        // JBake's default is draft; a file in our own form says what is not ready.
        String status = written.map(Value.Words::text).orElse(header.jbake() ? "draft" : "published");
        if (!STATUSES.contains(status)) {
            findings.error(
                    "unknown-status",
                    file.at(written.map(Value.Words::at).orElse(0)),
                    "there is no status " + status,
                    Nearest.hint(status, STATUSES).or(() -> Optional.of("it is one of " + STATUSES)));
            return Status.PUBLISHED;
        }
        boolean needsDate = status.equals("published-date") || (status.equals("published") && type.equals("article"));
        if (needsDate && date.isEmpty()) {
            missing("date", "add a line " + example("date", "2026-01-31"));
        }
        return status.equals("draft") ? Status.DRAFT : Status.PUBLISHED;
    }

    private String example(String key, String value) {
        return header.jbake() ? key + "=" + value : key + ": " + value;
    }

    private void missing(String key, String hint) {
        if (header.complete() && !header.entries().containsKey(key)) {
            findings.error("missing-key", file.at(0), "the front matter has no " + key, hint);
        }
    }

    private Optional<String> date(String key) {
        return words(key).flatMap(words -> date(key, words));
    }

    private Optional<String> date(String key, Value.Words words) {
        String text = words.text().strip();
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).toString());
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        findings.error(
                "impossible-date",
                file.at(words.at()),
                key + " is " + text + ", which is no date",
                "write year-month-day, such as 2026-01-31");
        return Optional.empty();
    }

    /** A correction changes the page, whether or not its author thought of the date above. */
    private Optional<String> updated(List<Correction> corrections) {
        Optional<String> written = date("updated");
        return corrections.stream()
                .findFirst()
                .map(Correction::date)
                .filter(newest -> written.isEmpty() || newest.compareTo(written.get()) > 0)
                .or(() -> written);
    }

    /** @param published ISO date of the page */
    private List<Correction> corrections(Optional<String> published) {
        Value.Entry entry = header.entries().get("corrections");
        if (entry == null) {
            return List.of();
        }
        List<Correction> corrections = new ArrayList<>();
        switch (entry.value()) {
            case Value.Items items ->
                items.items().forEach(item -> correction(item, published).ifPresent(corrections::add));
            case Value.Nothing nothing -> {}
            default -> wrongType("corrections", entry.value(), CORRECTION);
        }
        corrections.sort(Comparator.comparing(Correction::date).reversed());
        return corrections;
    }

    private Optional<Correction> correction(Value item, Optional<String> published) {
        if (!(item instanceof Value.Group group)) {
            wrongType("an item of corrections", item, CORRECTION);
            return Optional.empty();
        }
        tellUnknown(group.entries(), List.of("date", "text"), "a correction has no key ");
        Optional<Value.Words> date = said(group, "date");
        Optional<Value.Words> text = said(group, "text");
        Optional<String> day = date.flatMap(words -> date("the date of a correction", words));
        day.filter(it -> published.filter(first -> it.compareTo(first) < 0).isPresent())
                .ifPresent(it -> findings.error(
                        "correction-date",
                        file.at(date.orElseThrow().at()),
                        "the correction is of " + it + ", before the page was published on " + published.orElseThrow(),
                        "write the day on which the mistake was put right"));
        return text.isPresent() && day.isPresent()
                ? Optional.of(new Correction(
                        day.get(),
                        inline(text.get()),
                        file.at(date.orElseThrow().at())))
                : Optional.empty();
    }

    /** A text of a correction, which cannot be left out. */
    private Optional<Value.Words> said(Value.Group group, String key) {
        Value.Entry entry = group.entries().get(key);
        if (entry != null && entry.value() instanceof Value.Words words) {
            return Optional.of(words);
        }
        if (entry == null || entry.value() instanceof Value.Nothing) {
            findings.error("missing-key", file.at(group.at()), "a correction has no " + key, CORRECTION);
        } else {
            wrongType("the " + key + " of a correction", entry.value(), "write text; put it in quotes");
        }
        return Optional.empty();
    }

    private String slug(String fileName) {
        String byFile = safeSegment(fileName) ? fileName : Ids.slug(fileName);
        return words("slug")
                .map(words -> {
                    String slug = words.text().strip();
                    if (!safeSegment(slug)) {
                        findings.error(
                                "impossible-slug",
                                file.at(words.at()),
                                "the slug " + slug + " cannot be a part of an address",
                                "letters, digits and hyphens make one"
                                        + (Ids.slug(slug).isEmpty() ? "" : ", such as " + Ids.slug(slug)));
                    }
                    return safeSegment(slug) ? slug : byFile;
                })
                .orElse(byFile);
    }

    private static boolean safeSegment(String slug) {
        return !slug.isEmpty()
                && slug.charAt(0) != '.'
                && slug.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        for (Value.Words words : texts("aliases")) {
            String alias = words.text().strip();
            if (alias.startsWith("/") && !alias.startsWith("//") && !alias.contains("..")) {
                aliases.add(alias);
            } else {
                findings.error(
                        "impossible-alias",
                        file.at(words.at()),
                        "the alias " + alias + " is no path of this site",
                        "begin with one slash: /old/address/");
            }
        }
        return aliases;
    }

    private Optional<Image> hero() {
        Value.Entry entry = header.entries().get("hero");
        if (entry == null) {
            return Optional.empty();
        }
        if (!(entry.value() instanceof Value.Group group)) {
            wrongType("hero", entry.value(), "write hero: with two indented lines below, src: … and alt: …");
            return Optional.empty();
        }
        tellUnknown(group.entries(), List.of("src", "alt"), "hero has no key ");
        Optional<String> src = within(group, "src");
        Optional<String> alt = within(group, "alt");
        if (src.isEmpty()) {
            findings.error("missing-key", file.at(entry.at()), "hero has no src", "name the picture's file");
        }
        if (alt.isEmpty()) {
            findings.error(
                    "image-without-alt",
                    file.at(entry.at()),
                    "hero has no alt: nothing for those who do not see it",
                    "add alt: with words for what the picture shows");
        }
        return src.isPresent() && alt.isPresent() ? Optional.of(new Image(src.get(), alt.get())) : Optional.empty();
    }

    private Optional<String> within(Value.Group group, String key) {
        Value.Entry entry = group.entries().get(key);
        if (entry == null || entry.value() instanceof Value.Nothing) {
            return Optional.empty();
        }
        if (entry.value() instanceof Value.Words words) {
            return Optional.of(words.text().strip());
        }
        wrongType(key, entry.value(), "write text");
        return Optional.empty();
    }

    private List<Body> takeaways() {
        return texts("takeaways", false).stream().map(this::inline).toList();
    }

    /** Each under {@code takeaways.N}, from 1. */
    private void takeawaySpans(Map<String, SourceSpan> spans) {
        if (header.entries().get("takeaways") instanceof Value.Entry entry
                && entry.value() instanceof Value.Items items) {
            int number = 0;
            for (Value item : items.items()) {
                if (item instanceof Value.Words) {
                    spans.put("takeaways." + ++number, file.at(item.at()));
                }
            }
        }
    }

    private Map<String, String> other() {
        if (!header.jbake()) {
            tellUnknown(header.entries(), KEYS, "Plainfact does not know the key ");
        }
        Map<String, String> other = new LinkedHashMap<>();
        header.entries().forEach((key, entry) -> {
            if (!KEYS.contains(key)) {
                other.put(key, written(entry));
            }
        });
        return Collections.unmodifiableMap(other);
    }

    private String written(Value.Entry entry) {
        return switch (entry.value()) {
            case Value.Words words -> words.text();
            case Value.Nothing nothing -> "";
            case Value.Items items ->
                file.text().substring(items.at(), entry.end()).strip();
            case Value.Group group ->
                file.text().substring(group.at(), entry.end()).strip();
        };
    }

    private void tellUnknown(Map<String, Value.Entry> entries, List<String> known, String problem) {
        entries.forEach((key, entry) -> {
            if (!known.contains(key) && !key.startsWith("x-")) {
                findings.warning(
                        "unknown-key",
                        file.at(entry.at()),
                        problem + key,
                        Nearest.hint(key, known).or(() -> Optional.of("begin a key of your own with x-")));
            }
        });
    }

    // ---- values by type

    private Body inline(Value.Words words) {
        return markdown.inline(words.text(), words.origin());
    }

    /** A text; empty where the key or its value is absent, or after a finding where it is no text. */
    private Optional<Value.Words> words(String key) {
        Value.Entry entry = header.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        return switch (entry.value()) {
            case Value.Words words -> Optional.of(words);
            case Value.Nothing nothing -> {
                findings.error(
                        "missing-value", file.at(entry.at()), key + " has no value", "add one, or remove the key");
                yield Optional.empty();
            }
            case Value.Items items -> wrongType(key, items, "write text; put it in quotes if it begins with a bracket");
            case Value.Group group ->
                wrongType(key, group, "write text; put it in quotes if it begins with a brace or holds a colon");
        };
    }

    private List<String> list(String key) {
        // Many texts bear the same few.
        return texts(key).stream()
                .map(words -> words.text().strip().intern())
                .distinct()
                .toList();
    }

    private List<Value.Words> texts(String key) {
        return texts(key, true);
    }

    /** @param split whether a single text is a list with commas between its items */
    private List<Value.Words> texts(String key, boolean split) {
        Value.Entry entry = header.entries().get(key);
        if (entry == null) {
            return List.of();
        }
        List<Value.Words> texts = new ArrayList<>();
        switch (entry.value()) {
            case Value.Words words -> texts.addAll(split ? split(words) : List.of(words));
            case Value.Nothing nothing -> {}
            case Value.Group group -> wrongType(key, group, "write a list: each item on a line, behind a hyphen");
            case Value.Items items ->
                items.items().forEach(item -> {
                    if (item instanceof Value.Words words) {
                        texts.add(words);
                    } else {
                        wrongType(
                                "an item of " + key,
                                item,
                                "put the item in quotes: a colon and a space in it make it a key with a value");
                    }
                });
        }
        return texts;
    }

    private static List<Value.Words> split(Value.Words words) {
        List<Value.Words> parts = new ArrayList<>();
        for (String part : words.text().split(",")) {
            if (!part.isBlank()) {
                parts.add(new Value.Words(part.strip(), words.origin(), words.at()));
            }
        }
        return parts;
    }

    private Optional<Value.Words> wrongType(String key, Value value, String hint) {
        findings.error("wrong-type", file.at(value.at()), key + " cannot be " + value.kind(), hint);
        return Optional.empty();
    }
}
