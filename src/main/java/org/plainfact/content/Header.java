package org.plainfact.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;

/**
 * What stands above the text of an article: YAML between lines {@code ---}, or JBake's {@code key=value} lines ended by
 * {@code ~~~~~~}.
 *
 * @param jbake whether it is JBake's
 * @param complete whether all of it could be read; if not, keys that are missing may be there in truth
 * @param bodyAt offset in the file where the text begins
 */
record Header(boolean jbake, boolean complete, Map<String, Value.Entry> entries, int bodyAt) {
    private static final String JBAKE_END = "~~~~~~";

    static Header read(SourceFile file, Findings findings) {
        Lines lines = new Lines(file.text());
        int first = lines.end(0);
        if (file.text().substring(0, first).stripTrailing().equals("---")) {
            return yaml(file, lines, lines.next(first), findings);
        }
        return jbake(file, lines, findings);
    }

    private static Header yaml(SourceFile file, Lines lines, int from, Findings findings) {
        for (int at = from; at < file.text().length(); at = lines.next(lines.end(at))) {
            String line = lines.at(at).stripTrailing();
            if (line.equals("---") || line.equals("...")) {
                return yaml(file, from, at, lines.next(lines.end(at)), findings);
            }
        }
        findings.error(
                "front-matter-not-closed",
                file.at(0),
                "the front matter that begins here has no end",
                "put a line --- between the keys and the text");
        return new Header(false, false, Map.of(), file.text().length());
    }

    private static Header yaml(SourceFile file, int from, int to, int bodyAt, Findings findings) {
        Findings own = new Findings();
        Optional<Value> value = new YamlHeader(file, from, to, own).read();
        List<org.plainfact.source.Finding> broken = own.sorted();
        broken.forEach(findings::add);
        if (value.isPresent() && value.get() instanceof Value.Group group) {
            return new Header(false, true, group.entries(), bodyAt);
        }
        if (value.isPresent()) {
            findings.error(
                    "broken-front-matter",
                    file.at(value.get().at()),
                    "the front matter is " + value.get().kind() + ", not keys and values",
                    "write one line for each key, with a space behind the colon: title: …");
        }
        return new Header(false, value.isEmpty() && broken.isEmpty(), Map.of(), bodyAt);
    }

    private static Header jbake(SourceFile file, Lines lines, Findings findings) {
        int end = lines.find(JBAKE_END);
        int firstText = lines.firstNotBlank();
        String firstLine = lines.at(firstText).strip();
        boolean keys = firstLine.indexOf('=') > 0 && Character.isLetter(firstLine.charAt(0));
        if (end < 0 || (!keys && !firstLine.equals(JBAKE_END))) {
            findings.error(
                    "no-front-matter",
                    file.at(firstText),
                    "the file does not begin with front matter",
                    keys
                            ? "end the keys with a line " + JBAKE_END
                            : firstLine.matches("[a-z]+:( .*)?")
                                    ? "put a line --- before the keys and another behind them"
                                    : "begin with a line ---, then title: …, then a line ---");
            return new Header(keys, false, Map.of(), 0);
        }
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        for (int at = 0; at < end; at = lines.next(lines.end(at))) {
            jbakeLine(file, at, lines.at(at), entries, findings);
        }
        return new Header(true, true, entries, lines.next(lines.end(end)));
    }

    private static void jbakeLine(
            SourceFile file, int at, String line, Map<String, Value.Entry> entries, Findings findings) {
        int equals = line.indexOf('=');
        if (line.isBlank()) {
            return;
        }
        if (equals < 1) {
            findings.error(
                    "broken-front-matter",
                    file.at(at),
                    "a line of the header has no =",
                    "write key=value, or end the header above with a line " + JBAKE_END);
            return;
        }
        String written = line.substring(equals + 1);
        String text = written.strip();
        int valueAt =
                at + equals + 1 + written.length() - written.stripLeading().length();
        Value value = text.isEmpty()
                ? new Value.Nothing(valueAt)
                : text.startsWith("{\"") || text.startsWith("[\"") || text.startsWith("[{\"")
                        ? new YamlHeader(file, valueAt, valueAt + text.length(), findings)
                                .read()
                                .orElse(new Value.Nothing(valueAt))
                        : new Value.Words(text, Origin.of(file, valueAt), valueAt);
        YamlHeader.add(
                file,
                findings,
                entries,
                line.substring(0, equals).strip(),
                new Value.Entry(at, value, at + line.length()));
    }

    /** Lines of a text by offset. */
    private record Lines(String text) {
        int end(int from) {
            int end = text.indexOf('\n', from);
            return end < 0 ? text.length() : end;
        }

        int next(int end) {
            return Math.min(end + 1, text.length());
        }

        String at(int from) {
            return text.substring(from, end(from));
        }

        int firstNotBlank() {
            int at = 0;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at == text.length() ? 0 : text.lastIndexOf('\n', at) + 1;
        }

        /** Offset of the first line that says just this; -1 where none does. */
        int find(String line) {
            for (int at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + 1)) {
                boolean begins = at == 0 || text.charAt(at - 1) == '\n';
                if (begins && at(at).strip().equals(line)) {
                    return at;
                }
            }
            return -1;
        }
    }
}
