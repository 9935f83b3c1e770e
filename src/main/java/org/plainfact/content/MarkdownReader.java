package org.plainfact.content;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import org.plainfact.source.Findings;
import org.plainfact.source.MeteredText;

/** Reads the Markdown of one article: its text, its directives' texts, and the keys that hold inline Markdown. */
final class MarkdownReader {
    private static final int DEEPEST_DIRECTIVE = 8;

    /** Flexmark takes time exponential in the length of some short texts; ordinary ones cost it 12 to 18 reads a character. */
    private static final long READS_PER_CHARACTER = 300;

    private static final long READS_FOR_ANY_TEXT = 5_000_000;
    private static final long READS_AT_MOST = 40_000_000;

    private static final Parser BLOCKS = Parser.builder(new MutableDataSet()
                    .set(TablesExtension.COLUMN_SPANS, false)
                    .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                    .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
                    .set(TablesExtension.MIN_HEADER_ROWS, 1)
                    .set(TablesExtension.MAX_HEADER_ROWS, 1)
                    .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                    .set(TablesExtension.WITH_CAPTION, false)
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    new Bounds(),
                                    TablesExtension.create(),
                                    StrikethroughExtension.create(),
                                    TaskListExtension.create(),
                                    FootnoteExtension.create(),
                                    DefinitionExtension.create())))
            .build();

    /** Knows no block but the paragraph: a hash or a dash at the start of a description is what it looks like. */
    private static final Parser INLINES = Parser.builder(new MutableDataSet()
                    .set(Parser.BLOCK_QUOTE_PARSER, false)
                    .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
                    .set(Parser.HEADING_PARSER, false)
                    .set(Parser.HTML_BLOCK_PARSER, false)
                    .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
                    .set(Parser.LIST_BLOCK_PARSER, false)
                    .set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false)
                    .set(Parser.THEMATIC_BREAK_PARSER, false)
                    .set(Parser.EXTENSIONS, List.of(new Bounds(), StrikethroughExtension.create())))
            .build();

    private final ContentOptions options;
    private final Findings findings;
    private final Ids ids = new Ids();
    private final List<Allowance> allowances = new ArrayList<>();
    private final String notePrefix;

    /** @param notePrefix begins the ids of footnotes, so that texts of two files can stand on one page */
    MarkdownReader(ContentOptions options, Findings findings, String notePrefix) {
        this.options = options;
        this.findings = findings;
        this.notePrefix = notePrefix;
    }

    ContentOptions options() {
        return options;
    }

    Findings findings() {
        return findings;
    }

    /** Those of all that was read so far. */
    List<Allowance> allowances() {
        return allowances;
    }

    void allow(List<Allowance> more) {
        allowances.addAll(more);
    }

    Ids ids() {
        return ids;
    }

    String notePrefix() {
        return notePrefix;
    }

    /** A text of blocks. Never fails: what cannot be read is a finding, and the body is empty. */
    Body blocks(String markdown, Origin origin) {
        return read(markdown, origin, BLOCKS, 0);
    }

    /** A text inside a directive. */
    Body nested(String markdown, Origin origin, int depth) {
        if (markdown.isBlank()) {
            return Body.EMPTY;
        }
        if (depth > DEEPEST_DIRECTIVE) {
            findings.error(
                    "nested-too-deeply",
                    origin.at(0),
                    "a directive inside more than " + DEEPEST_DIRECTIVE + " others is not read",
                    "close the outer ones first");
            return Body.EMPTY;
        }
        return read(markdown, origin, BLOCKS, depth);
    }

    /** One line of text, without a paragraph around it. */
    Body inline(String markdown, Origin origin) {
        if (plain(markdown)) {
            List<Body.Part> words = List.of(new Body.Part.Html(markdown.strip()));
            List<Passage> passages = new PassageReader(markdown, origin, allowances).plain();
            return new Body(markdown, words, List.of(), List.of(), passages);
        }
        return read(markdown, origin, INLINES, 0);
    }

    /** Whether no character of a text can mean anything to Markdown or HTML: most titles and captions. */
    private static boolean plain(String text) {
        boolean words = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (!letter && " ,;-()?'\u2013\u2019".indexOf(c) < 0 && !(c == '.' && i + 1 == text.length())) {
                return false;
            }
            words |= letter;
        }
        return words;
    }

    private Body read(String markdown, Origin origin, Parser parser, int depth) {
        MeteredText metered = new MeteredText(
                markdown, Math.min(READS_AT_MOST, READS_FOR_ANY_TEXT + READS_PER_CHARACTER * markdown.length()));
        try {
            checkCharacters(markdown);
            TableWriter.refuseLong(markdown);
            Document document = parse(parser, metered);
            return new BodyWriter(this, markdown, origin, depth, parser == INLINES)
                    .write(document, new PassageReader(markdown, origin, allowances).read(document));
        } catch (MeteredText.TooCostly e) {
            findings.error(
                    "too-costly-to-read",
                    origin.at(metered.last()),
                    "reading this text takes too long; about here it becomes hopeless",
                    "look for long runs of brackets, back-slashes, stars or other marks, and shorten them");
        } catch (StackOverflowError e) {
            findings.error(
                    "nested-too-deeply",
                    origin.at(metered.last()),
                    "marks are nested too deeply to be read",
                    "look for long runs of > - _ * or [ near here, and shorten them");
        } catch (Refused e) {
            findings.error(e.rule(), origin.at(e.offset()), String.valueOf(e.getMessage()), e.hint());
        }
        return new Body(markdown, List.of(), List.of(), List.of(), List.of());
    }

    /** Flexmark fails on some odd texts; that must not hide what is wrong with the other files. */
    private static Document parse(Parser parser, MeteredText text) {
        try {
            return parser.parse(BasedSequence.of(text));
        } catch (MeteredText.TooCostly | Refused e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw new Refused(
                    "markdown-not-understood",
                    text.last(),
                    "the Markdown parser failed on this text: " + e,
                    "write the lines near here in a simpler way");
        }
    }

    /** Code points that are no characters mark places in our own HTML, so none may come from outside. */
    private static void checkCharacters(String markdown) {
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == '&' ? Escape.noCharacter(reference(markdown, i)) : c > 0xD7FF && noCharacter(markdown, i)) {
                throw new Refused(
                        "not-a-character",
                        i,
                        c == '&' ? "this reference names no character of a text" : "this is no character of a text",
                        "remove it");
            }
        }
    }

    private static boolean noCharacter(String text, int at) {
        return Escape.noCharacter(text.codePointAt(at));
    }

    /** The code point that {@code &#…} names, as lenient as browsers are; a space where there is none. */
    private static int reference(String text, int at) {
        if (at + 2 >= text.length() || text.charAt(at + 1) != '#') {
            return ' ';
        }
        boolean hex = (text.charAt(at + 2) | 0x20) == 'x';
        int radix = hex ? 16 : 10;
        int value = 0;
        int i = at + (hex ? 3 : 2);
        int start = i;
        for (; i < text.length() && value <= Character.MAX_CODE_POINT; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
        }
        return i == start || value > Character.MAX_CODE_POINT ? ' ' : value;
    }
}
