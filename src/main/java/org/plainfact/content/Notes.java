package org.plainfact.content;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The footnotes of a text, numbered in the order in which they are first referred to. */
final class Notes {
    private final MarkdownReader reader;
    private final Origin origin;
    private final Output out;
    private final List<Note> notes = new ArrayList<>();
    private final Map<FootnoteBlock, Note> byBlock = new IdentityHashMap<>();

    Notes(MarkdownReader reader, Origin origin, Output out) {
        this.reader = reader;
        this.origin = origin;
        this.out = out;
    }

    private static final class Note {
        final FootnoteBlock block;
        final int number;
        final String id;
        int references;

        Note(FootnoteBlock block, int number, String id) {
            this.block = block;
            this.number = number;
            this.id = id;
        }

        String reference(int number) {
            return "ref-" + id + (number == 1 ? "" : "-" + number);
        }
    }

    void reference(FootnoteBlock block) {
        Note note = byBlock.computeIfAbsent(block, this::added);
        note.references++;
        out.raw("<sup class=\"note-ref\"")
                .attribute("id", note.reference(note.references))
                .raw("><a")
                .attribute("href", "#" + note.id)
                .raw(">" + note.number + "</a></sup>");
    }

    private Note added(FootnoteBlock block) {
        int number = notes.size() + 1;
        Note note = new Note(block, number, reader.ids().claimFor("note-" + reader.notePrefix() + "-" + number));
        notes.add(note);
        return note;
    }

    /** @param children writes what stands in a note; that may refer to further notes */
    void write(Consumer<Node> children) {
        if (notes.isEmpty()) {
            return;
        }
        out.raw("<div class=\"notes\"><ol>\n");
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            out.raw("<li").attribute("id", note.id).raw(">");
            children.accept(note.block);
            for (int number = 1; number <= note.references; number++) {
                out.raw("<a class=\"note-back\"")
                        .attribute("href", "#" + note.reference(number))
                        .raw(" title=\"Back to the text\">↩</a>");
            }
            out.raw("</li>\n");
        }
        out.raw("</ol></div>\n");
    }

    void tellUnknown(Footnote note) {
        reader.findings()
                .error(
                        "unknown-footnote",
                        origin.at(note.getStartOffset()),
                        "there is no footnote [^" + note.getText() + "]",
                        "add a line [^" + note.getText() + "]: with its text");
    }

    void tellUnused(Document document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock block && !byBlock.containsKey(block)) {
                reader.findings()
                        .warning(
                                "unused-footnote",
                                origin.at(block.getStartOffset()),
                                "nothing refers to the footnote [^" + block.getText() + "]; it is not printed",
                                Optional.of("refer to it, or remove it"));
            }
        }
    }
}
