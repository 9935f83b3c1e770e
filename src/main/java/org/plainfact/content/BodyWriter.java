package org.plainfact.content;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plainfact.code.Highlighter;
import org.plainfact.code.Piece;
import org.plainfact.content.Body.Link.Kind;
import org.plainfact.content.Body.Part;

/**
 * Writes a parsed text as HTML with holes for calls. Flexmark's own renderer takes half of the time of a build and knows
 * no holes.
 */
final class BodyWriter {
    private static final int DEEPEST = 100;

    private final MarkdownReader reader;
    private final String markdown;
    private final Origin origin;
    private final int depth;
    private final boolean inline;
    private final Output out;
    private final RunningText running;
    private final Words words = new Words(this::ownText);
    private final Notes notes;
    private final List<Body.Heading> headings = new ArrayList<>();
    private final List<Body.Link> links = new ArrayList<>();
    /** Where text nodes begin and end when a part of them is an attribute list. */
    private final Map<Node, Integer> starts = new IdentityHashMap<>();

    private final Map<Node, Integer> ends = new IdentityHashMap<>();
    /** Of the whole text. A node does not always know its way up to the document: Flexmark loses it in some definitions. */
    private ReferenceRepository references = new ReferenceRepository(null);

    private int nesting;
    private int linkNesting;
    private boolean rawHtml;

    BodyWriter(MarkdownReader reader, String markdown, Origin origin, int depth, boolean inline) {
        this.reader = reader;
        this.markdown = markdown;
        this.origin = origin;
        this.depth = depth;
        this.inline = inline;
        this.out = new Output(markdown.length());
        this.running = new RunningText(out);
        this.notes = new Notes(reader, origin, out);
    }

    /** @param passages of the same document */
    Body write(Document document, List<Passage> passages) {
        references = Parser.REFERENCES.get(document);
        children(document);
        notes.write(this::children);
        notes.tellUnused(document);
        boolean sanitise = rawHtml && reader.options().rawHtml() == ContentOptions.RawHtml.SANITISE;
        List<Part> parts = sanitise ? out.sanitisedParts(reader.findings()) : out.parts();
        return new Body(markdown, parts, headings, links, passages);
    }

    void children(Node parent) {
        if (++nesting > DEEPEST) {
            throw new Refused(
                    "nested-too-deeply",
                    parent.getStartOffset(),
                    "more than " + DEEPEST + " quotations, lists or emphases stand inside each other here",
                    "shorten the run of > - * or _ that opens them");
        }
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            node(child);
        }
        nesting--;
        out.checkSize(parent.getStartOffset());
    }

    private void node(Node node) {
        switch (node) {
            case Text text -> text(text);
            case SoftLineBreak end -> out.raw("\n");
            case Paragraph paragraph -> paragraph(paragraph);
            case Code code -> code(code);
            case Link link -> link(link, link.getUrl(), link.getTitle());
            case StrongEmphasis strong -> element(strong, "strong");
            case Emphasis emphasis -> element(emphasis, "em");
            case Heading heading -> heading(heading);
            case TaskListItem item -> taskItem(item);
            case DefinitionTerm term -> block(term, "dt");
            // Two marks in a line: HTML has no dd in a dd.
            case DefinitionItem item -> {
                if (item.getParent() instanceof DefinitionItem) {
                    children(item);
                } else {
                    block(item, "dd");
                }
            }
            case ListItem item -> block(item, "li");
            case DefinitionList list -> block(list, "dl");
            case OrderedList list -> orderedList(list);
            case ListBlock list -> block(list, "ul");
            case BlockQuote quote -> block(quote, "blockquote");
            case FencedCodeBlock fence -> fence(fence);
            case IndentedCodeBlock code -> indentedCode(code);
            case TableBlock table -> table(table);
            case HtmlEntity entity -> out.text(entity.getChars().unescape());
            case HardLineBreak end -> out.raw("<br>\n");
            case Strikethrough deleted -> element(deleted, "del");
            case Image image -> image(image, image.getUrl(), image.getTitle());
            case LinkRef ref -> reference(ref);
            case ImageRef ref -> reference(ref);
            case MailLink link -> autolink(link, "mailto:" + link.getText());
            case AutoLink link -> autolink(link, link.getText().toString());
            case Footnote note -> note(note);
            case FootnoteBlock note -> {} // written by Notes
            case Reference reference -> {}
            case ThematicBreak rule -> out.raw("<hr>\n");
            case HtmlInlineBase html -> raw(html, html.getChars());
            case HtmlBlockBase html -> raw(html, html.getContentChars());
            default -> children(node);
        }
    }

    // ---- words

    private void text(Text text) {
        int start = starts.getOrDefault(text, 0);
        int end = ends.getOrDefault(text, text.getChars().length());
        Optional<RoleCall> call = RoleCall.after(text);
        if (call.isPresent()) {
            end -= text.getEndOffset() - call.get().start();
        }
        int from = text.getStartOffset();
        boolean asWritten = text.getEndOffset() - from == text.getChars().length();
        if (asWritten) {
            running.write(markdown, from + start, from + Math.max(start, end), linkNesting == 0);
        } else {
            running.write(text.getChars(), start, Math.max(start, end), linkNesting == 0);
        }
    }

    /** The words of a text node without the name of a role behind it and attribute lists. */
    private CharSequence ownText(Text text) {
        int start = starts.getOrDefault(text, 0);
        int end = ends.getOrDefault(text, text.getChars().length())
                - RoleCall.after(text)
                        .map(call -> text.getEndOffset() - call.start())
                        .orElse(0);
        return text.getChars().subSequence(start, Math.max(start, end));
    }

    private void code(Code code) {
        Optional<RoleCall> call = RoleCall.of(code);
        if (call.isPresent()) {
            role(call.get(), code.getEndOffset());
            return;
        }
        out.raw("<code");
        attributes(attributesBehind(code), code.getStartOffset());
        out.raw(">").text(codeText(code)).raw("</code>");
    }

    private static String codeText(Code code) {
        String text = code.getText().toString().replace("\r\n", " ").replace('\n', ' ');
        boolean padded = text.length() > 2 && text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
        return padded ? text.substring(1, text.length() - 1) : text;
    }

    private void role(RoleCall call, int end) {
        if (call.target().isEmpty()) {
            reader.findings()
                    .error(
                            "empty-role",
                            origin.at(call.start()),
                            "{" + call.name() + "} names nothing",
                            "write {" + call.name() + "}`target` or {" + call.name() + "}`label <target>`");
            return;
        }
        if (linkNesting > 0) {
            reader.findings()
                    .error(
                            "role-in-link",
                            origin.at(call.start()),
                            "{" + call.name() + "} makes a link of its own and cannot stand inside another",
                            "put it before or behind the link");
            return;
        }
        out.call(new Part.Role(call.name(), call.target(), call.label(), origin.at(call.start()), call.start(), end));
    }

    private void element(Node node, String tag) {
        out.raw("<" + tag);
        attributes(attributesBehind(node), node.getStartOffset());
        out.raw(">");
        children(node);
        out.raw("</" + tag + ">");
    }

    // ---- blocks

    private void block(Node node, String tag) {
        out.raw("<" + tag + ">");
        children(node);
        out.raw("</" + tag + ">\n");
    }

    private void paragraph(Paragraph paragraph) {
        boolean bare = inline
                || paragraph.getParent() instanceof DefinitionTerm
                || (paragraph.getParent() instanceof ListItem item && item.isInTightList());
        if (attributesOfTableBefore(paragraph)) {
            return;
        }
        if (bare) {
            if (paragraph.getPrevious() != null) {
                out.raw("\n");
            }
            words(paragraph);
            return;
        }
        Optional<AttributeList> list = attributesInLastLine(paragraph);
        out.raw("<p");
        attributes(list, paragraph.getStartOffset());
        out.raw(">");
        words(paragraph);
        out.raw("</p>\n");
    }

    private void heading(Heading heading) {
        Optional<AttributeList> list =
                heading.getLastChild() instanceof Text last ? attributesAtEnd(last) : Optional.empty();
        String text = words.of(heading);
        String tag = "h" + heading.getLevel();
        Optional<String> ownId = list.map(found -> found.values().get("id"));
        out.raw("<" + tag);
        String id = ownId.orElseGet(() -> reader.ids().claimFor(text));
        if (ownId.isEmpty()) {
            out.attribute("id", id);
        }
        attributes(list, heading.getStartOffset());
        tellSkippedLevel(heading);
        headings.add(new Body.Heading(heading.getLevel(), id, text));
        out.raw(">");
        children(heading);
        out.raw("</" + tag + ">\n");
    }

    /** Those who hear a page move by its headings; the title is the one of level 1. */
    private void tellSkippedLevel(Heading heading) {
        int before = headings.isEmpty() ? 1 : headings.getLast().level();
        int next = before + 1;
        if (depth == 0 && heading.getLevel() > next) {
            reader.findings()
                    .warning(
                            "skipped-heading-level",
                            origin.at(heading.getStartOffset()),
                            "a heading of level " + heading.getLevel() + " follows one of level " + before,
                            Optional.of("write " + "#".repeat(next) + " here"));
        }
    }

    private void taskItem(TaskListItem item) {
        out.raw("<li class=\"task\">");
        if (!(item.getFirstChild() instanceof Paragraph)) {
            box(item);
        }
        children(item);
        out.raw("</li>\n");
    }

    private void box(TaskListItem item) {
        out.raw("<input type=\"checkbox\" disabled").raw(item.isItemDoneMarker() ? " checked> " : "> ");
    }

    /** A task's are the name of its box, for those who do not see that they stand side by side. */
    private void words(Paragraph paragraph) {
        if (paragraph.getParent() instanceof TaskListItem item && paragraph.getPrevious() == null) {
            out.raw("<label>");
            box(item);
            children(paragraph);
            out.raw("</label>");
        } else {
            children(paragraph);
        }
    }

    private void orderedList(OrderedList list) {
        out.raw("<ol");
        if (list.getStartNumber() != 1) {
            out.attribute("start", String.valueOf(list.getStartNumber()));
        }
        out.raw(">\n");
        children(list);
        out.raw("</ol>\n");
    }

    private void fence(FencedCodeBlock fence) {
        Optional<Part.Directive> directive = new DirectiveReader(reader, origin, depth).read(fence);
        if (directive.isPresent()) {
            out.call(directive.get());
            return;
        }
        if (fence.getClosingMarker().isEmpty() && !fence.getInfo().startsWith("{")) {
            reader.findings()
                    .warning(
                            "unclosed-fence",
                            origin.at(fence.getStartOffset()),
                            "this code block is not closed and swallows the rest of the text",
                            Optional.of("end it with a line " + fence.getOpeningMarker()));
        }
        String info = Escaping.unescapeString(fence.getInfo()).strip();
        String language = info.split("\\s", 2)[0];
        out.raw("<pre tabindex=\"0\"><code");
        if (!language.isEmpty()) {
            out.attribute("class", "language-" + language);
        }
        out.raw(">");
        String code = lines(fence);
        Highlighter.pieces(language, code).ifPresentOrElse(pieces -> pieces.forEach(this::piece), () -> out.text(code));
        out.raw("</code></pre>\n");
    }

    private static String lines(FencedCodeBlock fence) {
        StringBuilder code = new StringBuilder();
        fence.getContentLines().forEach(line -> code.append(line.toString().replace("\r\n", "\n")));
        return code.toString();
    }

    /** The class says what a piece is; the style sheet, how it looks. */
    private void piece(Piece piece) {
        if (piece.kind() == Piece.Kind.PLAIN) {
            out.text(piece.text());
            return;
        }
        out.raw("<span class=\"code-" + piece.kind().name().toLowerCase(Locale.ROOT) + "\">")
                .text(piece.text())
                .raw("</span>");
    }

    private void indentedCode(IndentedCodeBlock code) {
        out.raw("<pre tabindex=\"0\"><code>")
                .text(code.getContentChars().trimTailBlankLines().normalizeEndWithEOL())
                .raw("</code></pre>\n");
    }

    private void table(TableBlock table) {
        Optional<AttributeList> list =
                table.getNext() instanceof Paragraph next ? onlyAttributes(next) : Optional.empty();
        out.raw("<div class=\"table-scroll\" tabindex=\"0\"><table");
        attributes(list, table.getStartOffset());
        out.raw(">\n");
        new TableWriter(reader, origin, out, this::children).write(table);
        out.raw("</table></div>\n");
    }

    // ---- links and pictures

    private void link(Node node, BasedSequence url, BasedSequence title) {
        String href = Addresses.encoded(Escaping.unescapeString(url));
        boolean allowed = allowed(node, href, Addresses.allowed(href));
        Optional<AttributeList> list = attributesBehind(node);
        if (allowed) {
            links.add(new Body.Link(Kind.PAGE, href, words.of(node), origin.at(node.getStartOffset()), written(url)));
            out.raw("<a").attribute("href", href);
            title(title, list);
            attributes(list, node.getStartOffset());
            out.raw(">");
        }
        linkNesting++;
        children(node);
        linkNesting--;
        if (allowed) {
            out.raw("</a>");
        }
    }

    private static Optional<Body.Link.Stretch> written(BasedSequence url) {
        return Optional.of(new Body.Link.Stretch(url.getStartOffset(), url.getEndOffset()));
    }

    private void autolink(DelimitedLinkNode node, String address) {
        String href = Addresses.encoded(address);
        boolean allowed = allowed(node, href, Addresses.allowed(href));
        Optional<AttributeList> list = attributesBehind(node);
        if (allowed) {
            links.add(new Body.Link(
                    Kind.PAGE, href, node.getText().toString(), origin.at(node.getStartOffset()), Optional.empty()));
            out.raw("<a").attribute("href", href);
            attributes(list, node.getStartOffset());
            out.raw(">").text(node.getText()).raw("</a>");
        } else {
            out.text(node.getText());
        }
    }

    private void image(Node node, BasedSequence url, BasedSequence title) {
        String src = Addresses.encoded(Escaping.unescapeString(url));
        String alt = words.of(node);
        Optional<AttributeList> list = attributesBehind(node);
        if (!allowed(node, src, Addresses.allowedForPicture(src))) {
            out.text(alt);
            return;
        }
        if (alt.isBlank()) {
            reader.findings()
                    .error(
                            "image-without-alt",
                            origin.at(node.getStartOffset()),
                            "the picture " + src + " says nothing to those who do not see it",
                            "write what it shows between the brackets: ![words](" + src + ")");
        }
        links.add(new Body.Link(Kind.PICTURE, src, alt, origin.at(node.getStartOffset()), written(url)));
        out.raw("<img").attribute("src", src).attribute("alt", alt);
        title(title, list);
        attributes(list, node.getStartOffset());
        out.raw(">");
    }

    private void reference(RefNode node) {
        Optional<Reference> target = target(node);
        if (target.isPresent() && node instanceof ImageRef) {
            image(node, target.get().getUrl(), target.get().getTitle());
        } else if (target.isPresent()) {
            link(node, target.get().getUrl(), target.get().getTitle());
        } else {
            tellBrokenLink(node);
            asWritten(node);
        }
    }

    private void tellBrokenLink(RefNode node) {
        if (!node.getText().isEmpty() && !node.getReference().isEmpty()) {
            reader.findings()
                    .warning(
                            "unknown-reference",
                            origin.at(node.getStartOffset()),
                            "no line [" + node.getReference() + "]: gives an address, so this is no link",
                            Optional.of("add one; a directive's text needs lines of its own"));
            return;
        }
        boolean address = node.getNext() instanceof Text next
                && next.getStartOffset() == node.getEndOffset()
                && next.getChars().startsWith("(");
        if (address) {
            reader.findings()
                    .warning(
                            "not-a-link",
                            origin.at(node.getStartOffset()),
                            "words in brackets and an address in parentheses, but no link: the address is not one",
                            Optional.of("an address has no spaces (write %20) and closes its parentheses"));
        }
    }

    private Optional<Reference> target(RefNode node) {
        return Optional.ofNullable(node.getReferenceNode(references));
    }

    /** A reference that is not defined is plain text, with what stands inside it. */
    private void asWritten(Node node) {
        BasedSequence chars = node.getChars();
        if (!node.hasChildren()) {
            running.write(chars, 0, chars.length(), false);
            return;
        }
        BasedSequence inside = node.getChildChars();
        int before = inside.getStartOffset() - chars.getStartOffset();
        int after = chars.getEndOffset() - inside.getEndOffset();
        running.write(chars, 0, Math.clamp(before, 0, chars.length()), false);
        children(node);
        running.write(chars, Math.clamp(chars.length() - after, 0, chars.length()), chars.length(), false);
    }

    private void title(BasedSequence title, Optional<AttributeList> list) {
        boolean given = list.isPresent() && list.get().values().containsKey("title");
        if (!title.isEmpty() && !given) {
            out.attribute("title", Escaping.unescapeString(title));
        }
    }

    private boolean allowed(Node node, String address, boolean allowed) {
        if (!allowed) {
            reader.findings()
                    .warning(
                            "unsafe-link",
                            origin.at(node.getStartOffset()),
                            "the address " + address + " is not allowed; the link was left out",
                            Optional.of("links begin with https:, http:, mailto:, tel:, #, or stay on this site"));
        }
        return allowed;
    }

    private void note(Footnote note) {
        if (note.getFootnoteBlock() == null) {
            notes.tellUnknown(note);
            asWritten(note);
        } else {
            notes.reference(note.getFootnoteBlock());
        }
    }

    // ---- raw HTML

    private void raw(Node node, BasedSequence chars) {
        String html = chars.toString();
        if (isComment(html)) {
            return;
        }
        rawHtml = true;
        out.written(html.replace("\r\n", "\n"));
        tellRoles(html, node.getStartOffset());
        int offset = node.getStartOffset();
        List<String> problems = Sanitiser.problems(html, (name, value) -> kept(name, value, offset));
        if (reader.options().rawHtml() == ContentOptions.RawHtml.SANITISE) {
            for (String problem : problems) {
                reader.findings()
                        .warning(
                                "unsafe-html",
                                origin.at(offset),
                                problem,
                                Optional.of(
                                        "use Markdown, a role or a directive; or trust raw HTML for the whole site"));
            }
        }
    }

    private void kept(String name, String value, int offset) {
        if (name.equals("id")) {
            freeId(value, offset);
        } else {
            Kind kind = name.equals("href") ? Kind.PAGE : Kind.PICTURE;
            links.add(new Body.Link(kind, Addresses.encoded(value), "", origin.at(offset), Optional.empty()));
        }
    }

    private void tellRoles(String html, int offset) {
        if (html.contains("}`")) {
            reader.findings()
                    .warning(
                            "role-in-html",
                            origin.at(offset),
                            "Markdown inside an HTML block is not read, so the role in it stays as it is written",
                            Optional.of("put an empty line between the tag and the text"));
        }
    }

    /** Whether nothing stands beside the comment. */
    private static boolean isComment(String html) {
        String text = html.strip();
        return text.startsWith("<!--") && text.length() >= 7 && text.indexOf("-->", 4) == text.length() - 3;
    }

    // ---- attribute lists

    private Optional<AttributeList> attributesBehind(Node node) {
        if (!(node.getNext() instanceof Text text) || text.getStartOffset() != node.getEndOffset()) {
            return Optional.empty();
        }
        Optional<AttributeList> list =
                AttributeList.at(text.getChars(), 0, text.getChars().length());
        list.ifPresent(found -> starts.put(text, found.length()));
        return list;
    }

    private Optional<AttributeList> attributesAtEnd(Text text) {
        BasedSequence chars = text.getChars();
        Optional<AttributeList> list = AttributeList.ending(chars, 0, chars.length());
        list.ifPresent(found -> {
            int end = chars.length() - found.length();
            while (end > 0 && chars.charAt(end - 1) == ' ') {
                end--;
            }
            ends.put(text, end);
        });
        return list;
    }

    private Optional<AttributeList> attributesInLastLine(Paragraph paragraph) {
        if (!(paragraph.getLastChild() instanceof Text last) || !(last.getPrevious() instanceof SoftLineBreak)) {
            return Optional.empty();
        }
        BasedSequence chars = last.getChars();
        Optional<AttributeList> list = AttributeList.at(chars, 0, chars.length())
                .filter(found -> found.length() == chars.trimEnd().length());
        list.ifPresent(found -> ends.put(last, 0));
        return list;
    }

    private static Optional<AttributeList> onlyAttributes(Paragraph paragraph) {
        BasedSequence chars = paragraph.getChars();
        return AttributeList.at(chars, 0, chars.length())
                .filter(found -> found.length() == chars.trimEnd().length());
    }

    private static boolean attributesOfTableBefore(Paragraph paragraph) {
        return paragraph.getPrevious() instanceof TableBlock
                && onlyAttributes(paragraph).isPresent();
    }

    private void attributes(Optional<AttributeList> list, int offset) {
        list.ifPresent(found -> attributes(found, offset));
    }

    private void attributes(AttributeList list, int offset) {
        list.values().forEach((name, value) -> {
            if (!name.equals("id") || freeId(value, offset)) {
                out.attribute(name, value);
            }
        });
        for (String name : list.refused()) {
            reader.findings()
                    .warning(
                            "attribute-not-allowed",
                            origin.at(offset),
                            "the attribute " + name + " cannot be set from a text",
                            Optional.of("id, class, title, lang and dir can"));
        }
    }

    private boolean freeId(String id, int offset) {
        boolean free = reader.ids().claim(id);
        if (!free) {
            reader.findings()
                    .error(
                            "duplicate-id",
                            origin.at(offset),
                            "the id " + id + " is given twice in this text",
                            "choose another; headings take the id that their words make");
        }
        return free;
    }
}
