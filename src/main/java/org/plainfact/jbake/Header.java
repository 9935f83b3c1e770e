package org.plainfact.jbake;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes.Status;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/**
 * The lines above a text, looked at by JBake's rules, to say at its place what JBake passes over in silence.
 *
 * @param lines of the whole file
 * @param end which of them is the separator; -1 where none is
 */
record Header(String path, List<String> lines, int end, DefaultJBakeConfiguration configuration) {
    private static final Set<String> STATUSES =
            new TreeSet<>(List.of(Status.PUBLISHED, Status.DRAFT, Status.PUBLISHED_DATE));

    static Header of(String path, String text, DefaultJBakeConfiguration configuration) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<String> lines = whole.lines().toList();
        return new Header(path, lines, lines.indexOf(configuration.getHeaderSeparator()), configuration);
    }

    void tellWhyDropped(Findings findings) {
        String separator = configuration.getHeaderSeparator();
        if (lines.isEmpty()) {
            dropped(findings, 0, "the file is empty", "write a header, a line " + separator + " and a text");
            return;
        }
        if (end < 0) {
            int almost = first(line -> line.strip().equals(separator));
            dropped(
                    findings,
                    Math.max(0, almost),
                    almost < 0
                            ? "there is no line " + separator + " that ends a header"
                            : "the line that ends the header has blanks around " + separator,
                    "write keys as key=value, then a line of " + separator + " alone");
            return;
        }
        int odd = first(line -> !line.isEmpty() && !line.contains("="));
        if (odd < end) {
            dropped(
                    findings,
                    odd,
                    "\"" + shortened(lines.get(odd)) + "\" stands in the header and is no key=value",
                    "write key=value, or leave the line empty");
            return;
        }
        boolean typed =
                IntStream.range(0, end).anyMatch(i -> lines.get(i).strip().startsWith("type="));
        dropped(
                findings,
                0,
                typed ? "the header gives no status" : "the header gives no type",
                typed
                        ? "add a line such as status=published, or set default.status in " + Properties.FILE
                        : "add a line such as type=post, without a space before =, or set default.type in "
                                + Properties.FILE);
    }

    void tellUnknownType(String type, Findings findings) {
        List<String> known = List.of(DocumentTypes.getDocumentTypes());
        String what = type.isEmpty() ? "the file gives no type" : "there is no document type \"" + type + "\"";
        findings.warning(
                "jbake-type",
                at(line("type")),
                what + "; the page is left out",
                Nearest.hint(type, known)
                        .or(() -> Optional.of("a line template." + (type.isEmpty() ? "NAME" : type) + ".file=… in "
                                + Properties.FILE + " makes it one; known are " + String.join(", ", known))));
    }

    /** Of a page that is published. */
    void tellOddities(DocumentModel document, Findings findings) {
        tellStatus(document.getStatus(), findings);
        if (end >= 0 && first(line -> !line.isEmpty() && !line.contains("=")) >= end) {
            tellDate(findings);
            if (end == lines.size() - 1) {
                findings.warning(
                        "jbake-empty-body",
                        at(end),
                        "there is no text below the header, so JBake prints the header as the text",
                        Optional.of("write a text, or an empty line"));
            }
        }
    }

    private void tellStatus(String status, Findings findings) {
        if (!STATUSES.contains(status)) {
            findings.warning(
                    "jbake-status",
                    at(line("status")),
                    "the status \"" + status + "\" means nothing: the page is published, and stands in no list",
                    Nearest.hint(status, STATUSES).or(() -> Optional.of("write published, draft or published-date")));
        }
    }

    private void tellDate(Findings findings) {
        int at = line("date");
        if (at < 0) {
            return;
        }
        String value = lines.get(at).split("=", 2)[1].strip();
        SimpleDateFormat format = new SimpleDateFormat(configuration.getDateFormat());
        try {
            String taken = format.format(format.parse(value));
            format.setLenient(false);
            if (!isDate(value, format)) {
                findings.warning(
                        "jbake-date",
                        at(at),
                        "there is no day \"" + value + "\"; JBake takes it for " + taken,
                        Optional.of("write the day that is meant"));
            }
        } catch (ParseException e) {
            findings.warning(
                    "jbake-date",
                    at(at),
                    "\"" + value + "\" is no date; the page gets the time at which its file was saved last",
                    Optional.of("write it as " + configuration.getDateFormat() + ", which date.format says"));
        }
    }

    private static boolean isDate(String value, SimpleDateFormat strict) {
        try {
            strict.parse(value);
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    private void dropped(Findings findings, int line, String why, String hint) {
        findings.warning("jbake-header", at(line), why + "; the page is left out", Optional.of(hint));
    }

    /** The last line of the header with a key; -1 where none has it. */
    private int line(String key) {
        return IntStream.range(0, Math.max(0, end))
                .filter(i -> lines.get(i).contains("=")
                        && lines.get(i).split("=", 2)[0].strip().equalsIgnoreCase(key))
                .reduce((first, second) -> second)
                .orElse(-1);
    }

    /** The first line that is so; as many as there are where none is, but -1 of a file without separator. */
    private int first(java.util.function.Predicate<String> wanted) {
        return IntStream.range(0, lines.size())
                .filter(i -> wanted.test(lines.get(i)))
                .findFirst()
                .orElse(end < 0 ? -1 : lines.size());
    }

    private SourceSpan at(int line) {
        return new SourceSpan(path, Math.max(0, line) + 1, 1);
    }

    private static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
