package org.plainfact.content;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.content.Body.Part;
import org.plainfact.content.Passage.Kind;
import org.plainfact.content.Passage.Run;

/** Takes the passages out of a parsed text, and what its comments allow. */
final class PassageReader {
    private static final Pattern COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);

    private final String markdown;
    private final Origin origin;
    private final List<Allowance> allowances;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Node> pictures = new ArrayList<>();
    private List<Run> runs = new ArrayList<>();
    private int quotations;

    /** @param allowances to which those of the text are added */
    PassageReader(String markdown, Origin origin, List<Allowance> allowances) {
        this.markdown = markdown;
        this.origin = origin;
        this.allowances = allowances;
    }

    /** In the order in which they are written. */
    List<Passage> read(Node document) {
        blocks(document);
        return passages;
    }

    /** Of a line in which no character means anything. */
    List<Passage> plain() {
        words(markdown, 0, 0, markdown.length());
        end(Kind.TEXT);
        return passages;
    }

    private void blocks(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            block(child);
        }
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> passage(heading, Kind.HEADING);
            case Paragraph paragraph -> passage(paragraph, Kind.TEXT);
            case TableSeparator line -> {}
            case TableCell cell -> passage(cell, Kind.CELL);
            case BlockQuote quote -> {
                quotations++;
                blocks(quote);
                quotations--;
            }
            case FencedCodeBlock code -> {}
            case IndentedCodeBlock code -> {}
            case Reference reference -> {}
            case HtmlBlockBase html -> html(html);
            default -> blocks(node);
        }
    }

    private void passage(Node parent, Kind kind) {
        runs = new ArrayList<>();
        inlines(parent);
        end(kind);
        List<Node> shown = List.copyOf(pictures);
        pictures.clear();
        for (Node picture : shown) {
            runs = new ArrayList<>();
            inlines(picture);
            end(Kind.ALT);
        }
    }

    private void end(Kind kind) {
        if (!runs.isEmpty()) {
            passages.add(new Passage(kind, quotations > 0, runs));
        }
    }

    private void inlines(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            inline(child);
        }
    }

    private void inline(Node node) {
        switch (node) {
            case Text text -> text(text);
            case Code code -> code(code);
            case SoftLineBreak end -> add(" ", end);
            case HardLineBreak end -> add(" ", end);
            case HtmlEntity entity -> add(entity.getChars().unescape(), entity);
            case Image picture -> pictures.add(picture);
            case ImageRef picture -> pictures.add(picture);
            case DelimitedLinkNode address ->
                runs.add(new Run.Code(address.getText().toString(), origin.at(address.getStartOffset())));
            case HtmlInlineBase html -> comment(html);
            case Footnote note -> {}
            default -> inlines(node);
        }
    }

    private void add(String words, Node node) {
        runs.add(new Run.Words(words, origin.at(node.getStartOffset())));
    }

    private void code(Code code) {
        Optional<RoleCall> call = RoleCall.of(code);
        if (call.isEmpty()) {
            runs.add(new Run.Code(code.getText().toString(), origin.at(code.getStartOffset())));
        } else if (!call.get().target().isEmpty()) {
            RoleCall role = call.get();
            runs.add(new Run.Call(new Part.Role(
                    role.name(),
                    role.target(),
                    role.label(),
                    origin.at(role.start()),
                    role.start(),
                    code.getEndOffset())));
        }
    }

    private void text(Text text) {
        BasedSequence chars = text.getChars();
        int end = chars.length()
                - RoleCall.after(text)
                        .map(call -> text.getEndOffset() - call.start())
                        .orElse(0);
        int from = AttributeList.at(chars, 0, end)
                .filter(list -> text.getPrevious() != null)
                .map(AttributeList::length)
                .orElse(0);
        int to = end
                - AttributeList.ending(chars, from, end)
                        .filter(list -> text.getNext() == null)
                        .map(AttributeList::length)
                        .orElse(0);
        words(chars, text.getStartOffset(), from, to);
    }

    /** In runs between which something is left out: a back-slash, a line break that was folded away. */
    private void words(CharSequence chars, int start, int from, int to) {
        StringBuilder words = new StringBuilder();
        int began = from;
        for (int i = from; i < to; i++) {
            boolean escape = chars.charAt(i) == '\\'
                    && i + 1 < chars.length()
                    && RunningText.unescaped(chars.subSequence(i, i + 2)).length() == 1;
            boolean gap = i > began && !origin.joined(start + i - 1);
            if (escape || gap) {
                flush(words, start + began);
                i += escape ? 1 : 0;
                began = i;
            }
            words.append(chars.charAt(i));
        }
        flush(words, start + began);
    }

    private void flush(StringBuilder words, int offset) {
        if (!words.isEmpty()) {
            runs.add(new Run.Words(words.toString(), origin.at(offset)));
            words.setLength(0);
        }
    }

    // ---- HTML

    /** What stands between the tags of a block of HTML is read like any text; a comment speaks of the next block. */
    private void html(HtmlBlockBase html) {
        BasedSequence chars = html.getContentChars();
        String written = chars.toString();
        Matcher comment = COMMENT.matcher(written);
        StringBuilder rest = new StringBuilder(written);
        while (comment.find()) {
            Node next = html.getNext();
            int from = next == null ? 1 : line(next.getStartOffset());
            int to = next == null ? 0 : line(Math.max(next.getStartOffset(), next.getEndOffset() - 1));
            Allowance.of(comment.group(1), origin.at(chars.getStartOffset() + comment.start()), from, to)
                    .ifPresent(allowances::add);
            for (int i = comment.start(); i < comment.end(); i++) {
                rest.setCharAt(i, '<');
            }
        }
        runs = new ArrayList<>();
        betweenTags(rest, chars.getStartOffset());
        end(Kind.TEXT);
    }

    private void betweenTags(CharSequence html, int start) {
        StringBuilder words = new StringBuilder();
        int began = 0;
        boolean tag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            boolean ends = c == '<' || c == '\n' || c == '\r';
            if (ends || tag) {
                flush(words, start + began);
            } else {
                began = words.isEmpty() ? i : began;
                words.append(c);
            }
            tag = c == '<' || (tag && c != '>');
        }
        flush(words, start + began);
    }

    /** A comment in a line speaks of that line, or, at the end of one, of the next as well. */
    private void comment(Node html) {
        Matcher comment = COMMENT.matcher(html.getChars());
        if (comment.matches()) {
            int line = line(html.getStartOffset());
            int end = markdown.indexOf('\n', html.getEndOffset());
            boolean last =
                    end >= 0 && markdown.substring(html.getEndOffset(), end).isBlank();
            Allowance.of(comment.group(1), origin.at(html.getStartOffset()), line, last ? line + 1 : line)
                    .ifPresent(allowances::add);
        }
    }

    private int line(int offset) {
        return origin.at(offset).line();
    }
}
