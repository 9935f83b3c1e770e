package org.plainfact.site;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.plainfact.directive.Block;
import org.plainfact.directive.Plain;

/** The first sentences of a text, for where it has no description. */
final class Excerpt {
    private static final int MOST = 200;

    private Excerpt() {}

    /** At most 200 characters, cut behind a sentence or, where the first is longer, a word. */
    static String of(List<Block> blocks) {
        String text = blocks.stream()
                .filter(Block.Prose.class::isInstance)
                .limit(1)
                .map(block -> Plain.blocks(List.of(block)).replace('\n', ' '))
                .findFirst()
                .orElse("");
        if (text.length() <= MOST) {
            return text;
        }
        int sentence = cut(BreakIterator.getSentenceInstance(Locale.ROOT), text);
        return sentence > 0
                ? text.substring(0, sentence).strip()
                : text.substring(0, cut(BreakIterator.getWordInstance(Locale.ROOT), text))
                                .strip()
                        + "…";
    }

    private static int cut(BreakIterator breaks, String text) {
        breaks.setText(text);
        int cut = breaks.preceding(MOST);
        return cut == BreakIterator.DONE ? 0 : cut;
    }
}
