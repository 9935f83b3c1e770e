package org.plainfact.content;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stops Flexmark where its time grows with the square of what it is given, and it reads nothing that could be counted:
 * marks in one block, lines in one paragraph, blocks in one another. It makes nothing of what it sees. What it counts is
 * the text's alone, so the same text is refused on every machine.
 */
final class Bounds implements Parser.ParserExtension {
    /** A paragraph that somebody wrote has some dozens, and each cell of a table is a block of its own. */
    private static final int MARKS_IN_A_BLOCK = 10_000;

    private static final int LINES_IN_A_PARAGRAPH = 3_000;

    /** Deeper ones would be refused when they are printed. */
    private static final int BLOCKS_IN_ONE_ANOTHER = 110;

    @Override
    public void parserOptions(MutableDataHolder options) {
        // It has none.
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new Blocks());
        builder.customInlineParserExtensionFactory(new Inlines());
    }

    /** Asked at the start of every block, before all others. */
    private static final class Blocks implements CustomBlockParserFactory, BlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getActiveBlockParsers().size() > BLOCKS_IN_ONE_ANOTHER) {
                throw new Refused(
                        "nested-too-deeply",
                        state.getLineStart() + state.getIndex(),
                        "more than 100 lists and quotations stand inside one another",
                        "close the outer ones first");
            }
            BlockParser open = state.getActiveBlockParser();
            if (open.isParagraphParser() && open.getBlockContent().getLineCount() > LINES_IN_A_PARAGRAPH) {
                throw new Refused(
                        "too-costly-to-read",
                        state.getLineStart(),
                        "a paragraph has more than " + LINES_IN_A_PARAGRAPH + " lines",
                        "part it by a blank line");
            }
            return null;
        }

        @Override
        public BlockParserFactory apply(DataHolder options) {
            return this;
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }

    /** Sees each mark of a block that may be the beginning or the end of something. */
    private static final class Marks implements InlineParserExtension {
        private int seen;

        @Override
        public boolean parse(LightInlineParser parser) {
            if (++seen > MARKS_IN_A_BLOCK) {
                int at = parser.getIndex();
                throw new Refused(
                        "too-costly-to-read",
                        parser.getInput().subSequence(at, at + 1).getStartOffset(),
                        "a block has more than " + MARKS_IN_A_BLOCK + " stars, underscores, tildes and brackets",
                        "part it by blank lines, or write a backslash before those that mean nothing");
            }
            return false;
        }

        @Override
        public void finalizeBlock(InlineParser parser) {
            seen = 0;
        }

        @Override
        public void finalizeDocument(InlineParser parser) {
            seen = 0;
        }
    }

    private static final class Inlines implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "*_~[]";
        }

        @Override
        public InlineParserExtension apply(LightInlineParser parser) {
            return new Marks();
        }

        @Override
        public @Nullable Set<Class<?>> getAfterDependents() {
            return null;
        }

        @Override
        public @Nullable Set<Class<?>> getBeforeDependents() {
            return null;
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }
    }
}
