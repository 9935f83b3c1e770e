package org.plainfact.social;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.directive.Block;
import org.plainfact.directive.Plain;
import org.plainfact.site.Content;

/**
 * The text that goes with the slides: what the author wrote, or hook, description and ideas of the article; then the link
 * and the hashtags.
 *
 * @param written paragraphs in place of those that are made
 */
record Caption(Content.Explainer page, String link, Optional<List<Block>> written, List<String> tags) {
    private static final String BULLET = "• ";

    Caption {
        written = written.map(List::copyOf);
        tags = List.copyOf(tags);
    }

    /**
     * Paragraphs, the last with link and hashtags.
     *
     * @param ideas how many of the article's are told, where the author wrote nothing
     */
    List<Phrase> paragraphs(Platform platform, int ideas) {
        List<Phrase> paragraphs = new ArrayList<>(written.map(Caption::phrases).orElseGet(() -> made(platform, ideas)));
        String tail = tail(platform);
        if (!tail.isEmpty()) {
            paragraphs.add(Phrase.unbroken(tail));
        }
        return paragraphs;
    }

    /** How many ideas there are to tell; none where the author wrote a caption. */
    int ideas() {
        return written.isPresent() ? 0 : page.takeaways().size();
    }

    private String tail(Platform platform) {
        String hashes = String.join(
                " ", hashtags(platform).stream().map(tag -> "#" + tag).toList());
        String address = platform.linkInText() ? link : "";
        return address.isEmpty() || hashes.isEmpty() ? address + hashes : address + "\n" + hashes;
    }

    List<String> hashtags(Platform platform) {
        return tags.stream().limit(platform.hashtags()).toList();
    }

    private List<Phrase> made(Platform platform, int ideas) {
        List<Phrase> made = new ArrayList<>();
        // A platform with a title of its own says the hook there.
        if (platform.title().isEmpty()) {
            made.add(page.hook()
                    .map(hook -> Phrase.of(Plain.runs(hook)))
                    .orElse(Phrase.of(page.article().head().title())));
        }
        if (!page.description().isEmpty()) {
            made.add(Phrase.of(Plain.runs(page.description())));
        }
        page.takeaways().stream().limit(ideas).forEach(idea -> {
            List<Plain.Run> runs = new ArrayList<>(Plain.runs(idea));
            if (!platform.thread()) {
                runs.addFirst(new Plain.Run(BULLET, false));
            }
            made.add(Phrase.of(runs));
        });
        return made;
    }

    /** A paragraph of prose is one; of other blocks each line. */
    private static List<Phrase> phrases(List<Block> blocks) {
        List<Phrase> phrases = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Prose prose) {
                paragraphs(Plain.runs(prose.inlines())).forEach(runs -> phrases.add(Phrase.of(runs)));
            } else {
                Plain.blocks(List.of(block)).lines().map(Phrase::of).forEach(phrases::add);
            }
        }
        return phrases.stream().filter(phrase -> !phrase.text().isEmpty()).toList();
    }

    /** Parted where a line ends. */
    private static List<List<Plain.Run>> paragraphs(List<Plain.Run> runs) {
        List<List<Plain.Run>> paragraphs = new ArrayList<>();
        List<Plain.Run> paragraph = new ArrayList<>();
        for (Plain.Run run : runs) {
            String[] lines =
                    run.whole() ? new String[] {run.text()} : run.text().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    paragraphs.add(paragraph);
                    paragraph = new ArrayList<>();
                }
                paragraph.add(new Plain.Run(lines[i], run.whole()));
            }
        }
        paragraphs.add(paragraph);
        return paragraphs;
    }

    /** An article's topics and tags as hashtags: {@code SK Telecom} is {@code SKTelecom}. */
    static List<String> hashtags(Article article) {
        return hashtags(Stream.concat(article.head().topics().stream(), article.head().tags().stream())
                .toList());
    }

    /** Each once. */
    static List<String> hashtags(List<String> names) {
        Map<String, String> tags = new LinkedHashMap<>();
        names.forEach(name -> add(tags, name));
        return List.copyOf(tags.values());
    }

    private static void add(Map<String, String> tags, String name) {
        StringBuilder tag = new StringBuilder();
        for (String word : name.split("[^\\p{L}\\p{N}\\p{M}]+")) {
            if (!word.isEmpty()) {
                int first = word.codePointAt(0);
                tag.appendCodePoint(Character.toTitleCase(first)).append(word.substring(Character.charCount(first)));
            }
        }
        // A tag of digits alone is none on any network.
        if (tag.chars().anyMatch(Character::isLetter)) {
            tags.putIfAbsent(tag.toString().toLowerCase(Locale.ROOT), tag.toString());
        }
    }
}
