package org.plainfact.site;

import java.util.Map;

/** Titles of the pages that Plainfact makes. A site in another language sets {@code label.NAME} for each. */
record Labels(Map<String, String> configured) {
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("home", "Home"),
            Map.entry("articles", "Articles"),
            Map.entry("faq", "Questions"),
            Map.entry("faq.other", "Other questions"),
            Map.entry("glossary", "Glossary"),
            Map.entry("sources", "Sources"),
            Map.entry("figures", "Figures"),
            Map.entry("topics", "Topics"),
            Map.entry("archive", "Archive"),
            Map.entry("search", "Search"),
            Map.entry("not-found", "Page not found"),
            Map.entry("moved", "Moved"),
            Map.entry("corrections", "Corrections"),
            Map.entry("correction", "Correction"),
            Map.entry("page", "page"),
            Map.entry("carousel.context", "In short"),
            Map.entry("carousel.recap", "To remember"),
            Map.entry("carousel.action", "Save this for later"),
            Map.entry("carousel.action.map", "Save this map"),
            Map.entry("carousel.whole", "The whole article, with its sources:"),
            Map.entry("carousel.part", "Part of a table: the whole stands in the article."),
            Map.entry("carousel.others", "More sources are named with the article."),
            Map.entry("working", "how each figure is worked out"),
            Map.entry("rests-on", "What rests on this source"));

    String get(String name) {
        String configuredWord = configured.get("label_" + name.replace('.', '_'));
        return configuredWord != null ? configuredWord : ENGLISH.getOrDefault(name, capitalised(name));
    }

    private static String capitalised(String name) {
        String words = name.replace('-', ' ');
        return words.isEmpty() ? words : Character.toTitleCase(words.charAt(0)) + words.substring(1);
    }
}
