package org.plainfact.bench;

/** An article of the corpus in words that any generator knows: in place of what only Plainfact knows stands what it prints. */
final class Translated {
    private final String front;
    private final String body;

    private Translated(String front, String body) {
        this.front = front;
        this.body = body;
    }

    static Translated of(String article) {
        String[] parts = article.split("(?m)^---\n", 3);
        return new Translated(parts[1], plain(parts[2]));
    }

    /** As written in the front matter; text in quotation marks, a list in brackets. */
    String value(String key) {
        return front.lines()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    /** The words of a list. */
    String[] list(String key) {
        String value = value(key);
        return value.substring(1, value.length() - 1).split(", ");
    }

    String body() {
        return body;
    }

    private static String plain(String body) {
        return body.replaceAll("\\{figure}`[^`]*`", "0.035 kWh")
                .replaceAll("\\{page}`([^`]*)`", "[$1](/articles/$1/)")
                .replaceAll("\\{term}`([^`]*)`", "[$1](/)")
                .replaceAll("(?s)```\\{table} boiling\n```", """
                        | What is heated | Water | Electricity | Time |
                        |---|---|---|---|
                        | One mug | 0.3 kg | 0.033–0.037 kWh | 0.66–0.74 min |
                        | A full kettle | 1.7 kg | 0.19–0.21 kWh | 3.7–4.2 min |
                        """)
                .replaceAll("(?s)```\\{sources}\n```", "1. Specific heat of liquid water, general knowledge, undated.");
    }
}
