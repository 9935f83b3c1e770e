package org.plainfact.content;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainfact.content.Body.Option;
import org.plainfact.content.Body.Part.Directive;
import org.plainfact.source.SourceSpan;

/** Reads a fenced block whose info string starts with a name in braces. */
final class DirectiveReader {
    /** Directives whose text is no Markdown. */
    private static final Set<String> VERBATIM = Set.of("math");

    private final MarkdownReader reader;
    private final Origin origin;
    private final int depth;

    /** @param depth in how many directives the text stands */
    DirectiveReader(MarkdownReader reader, Origin origin, int depth) {
        this.reader = reader;
        this.origin = origin;
        this.depth = depth;
    }

    /** Empty where the block is code: its info string does not start with a brace, or no name follows. */
    Optional<Directive> read(FencedCodeBlock block) {
        String info = block.getInfo().toString();
        int close = info.indexOf('}');
        if (!info.startsWith("{")) {
            return Optional.empty();
        }
        SourceSpan span = origin.at(block.getStartOffset());
        String name = close < 0 ? "" : info.substring(1, close);
        if (name.isEmpty() || !name.chars().allMatch(c -> RoleCall.nameCharacter((char) c))) {
            reader.findings()
                    .warning(
                            "not-a-directive",
                            span,
                            "a brace opens this fence's first line, but no name in braces follows",
                            Optional.of("write {name} for a directive, or the language alone for code"));
            return Optional.empty();
        }
        if (block.getClosingMarker().isEmpty()) {
            reader.findings()
                    .error(
                            "unclosed-fence",
                            span,
                            "{" + name + "} is not closed and swallows the rest of the text",
                            "end it with a line " + block.getOpeningMarker());
        }
        Content content = Content.of(block, origin);
        Map<String, Option> options = new LinkedHashMap<>();
        int bodyAt = options(content, options);
        String text = content.text.substring(bodyAt);
        Origin place = content.origin.from(bodyAt);
        Body body = VERBATIM.contains(name) ? verbatim(text, place) : reader.nested(text, place, depth + 1);
        return Optional.of(new Directive(
                name,
                info.substring(close + 1).strip(),
                options,
                body,
                span,
                block.getStartOffset(),
                block.getEndOffset()));
    }

    /** A text in which no character means anything, with the place of each line. */
    private static Body verbatim(String text, Origin origin) {
        if (text.isBlank()) {
            return Body.EMPTY;
        }
        List<Passage.Run> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); at = lineEnd(text, at) + 1) {
            lines.add(new Passage.Run.Code(text.substring(at, lineEnd(text, at)), origin.at(at)));
        }
        return new Body(
                text,
                List.of(new Body.Part.Html(Escape.attribute(text))),
                List.of(),
                List.of(),
                List.of(new Passage(Passage.Kind.TEXT, false, lines)));
    }

    /** Lines {@code :key: value} at the head; gives the offset behind them. */
    private int options(Content content, Map<String, Option> options) {
        String text = content.text;
        int at = 0;
        while (at < text.length() && text.charAt(at) == ':') {
            int end = lineEnd(text, at);
            int colon = text.indexOf(':', at + 1);
            boolean key = colon > at + 1 && colon < end && keyBetween(text, at + 1, colon);
            if (!key) {
                if (at + 1 < end && Character.isLetter(text.charAt(at + 1))) {
                    reader.findings()
                            .error(
                                    "not-an-option",
                                    content.origin.at(at),
                                    "an option needs a colon on both sides of its name",
                                    "write :name: value, or put an empty line before the text");
                }
                return at;
            }
            option(content, text.substring(at + 1, colon), at, colon + 1, end, options);
            at = Math.min(end + 1, text.length());
        }
        return at;
    }

    private void option(Content content, String key, int at, int from, int end, Map<String, Option> options) {
        String text = content.text;
        int start = from;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        String value = text.substring(start, end).stripTrailing();
        Option old = options.get(key);
        if (old != null) {
            reader.findings()
                    .error(
                            "duplicate-option",
                            content.origin.at(at),
                            "the option " + key + " is given twice; first in line "
                                    + old.span().line(),
                            "keep one of them");
            return;
        }
        Origin place = content.origin.from(start);
        options.put(key, new Option(value, reader.inline(value, place), content.origin.at(at)));
    }

    private static boolean keyBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!RoleCall.nameCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** The lines of a block without what stands before them in a list or a quotation. */
    private record Content(String text, Origin origin) {
        static Content of(FencedCodeBlock block, Origin origin) {
            List<BasedSequence> lines = block.getContentLines();
            int length = 0;
            for (BasedSequence line : lines) {
                length += line.length();
            }
            StringBuilder text = new StringBuilder(length);
            int[] offsets = new int[length + 1];
            int end = block.getEndOffset();
            for (BasedSequence line : lines) {
                int outside = line.length() - (line.getEndOffset() - line.getStartOffset());
                for (int i = 0; i < line.length(); i++) {
                    offsets[text.length() + i] = line.getStartOffset() + Math.max(0, i - outside);
                }
                text.append(line);
                end = line.getEndOffset();
            }
            offsets[text.length()] = end;
            return new Content(text.toString(), origin.of(offsets));
        }
    }
}
