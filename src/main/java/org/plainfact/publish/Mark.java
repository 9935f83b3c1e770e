package org.plainfact.publish;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is noted beside each object, so that what it is can be told without reading it.
 *
 * @param entry the file that it is
 * @param form how it is kept
 */
record Mark(Entry entry, Form form) {
    private static final String NAME = "plainfact-file";
    private static final Pattern WORDS =
            Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (immutable|revalidate) (none|gzip) (.+)");

    Map<String, String> notes() {
        return Map.of(
                NAME,
                "%s %d %s %s %s"
                        .formatted(entry.sha256(), entry.size(), entry.caching().word(), form.word(), entry.type()));
    }

    /** Empty where an object is none of ours. */
    static Optional<Mark> of(String path, Map<String, String> notes) {
        Matcher words = WORDS.matcher(notes.getOrDefault(NAME, ""));
        if (!words.matches()) {
            return Optional.empty();
        }
        Entry entry = new Entry(
                path, words.group(1), Long.parseLong(words.group(2)), words.group(5), Caching.named(words.group(3)));
        return Form.named(words.group(4)).map(form -> new Mark(entry, form));
    }

    /** As a file that is kept in the wanted form would be; one in another form is like no file of a site. */
    Entry seen(Form wanted) {
        return form.of(entry) == wanted.of(entry)
                ? entry
                : new Entry(
                        entry.path(),
                        entry.sha256(),
                        entry.size(),
                        entry.type() + " (" + form.word() + ")",
                        entry.caching());
    }
}
