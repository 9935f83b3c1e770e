package org.plainfact.content;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** Where the characters of a text stand in the file that it was taken from. */
final class Origin {
    /** How many characters of the file may be left out in one place, indentation say. */
    private static final int GAP = 200;

    private final SourceFile file;
    private final int first;
    /** Offset in the file for each character and for the end; null where the text is a piece of the file as it is. */
    private final int @Nullable [] offsets;

    private Origin(SourceFile file, int first, int @Nullable [] offsets) {
        this.file = file;
        this.first = first;
        this.offsets = offsets;
    }

    /** A piece of the file as it is. */
    static Origin of(SourceFile file, int first) {
        return new Origin(file, first, null);
    }

    /**
     * A text made of a piece of the file by leaving characters out: indentation, escapes, line breaks that were folded
     * into a space.
     *
     * @param from offset in the file where the piece begins
     * @param to offset in the file where it ends
     */
    static Origin aligned(SourceFile file, String text, int from, int to) {
        String source = file.text();
        int[] offsets = new int[text.length() + 1];
        int at = from;
        for (int i = 0; i < text.length(); i++) {
            at = next(source, text.charAt(i), at, Math.min(to, at + GAP));
            offsets[i] = at;
            at = Math.min(at + 1, to);
        }
        offsets[text.length()] = at;
        return new Origin(file, 0, offsets);
    }

    private static int next(String source, char wanted, int from, int to) {
        int at = from;
        boolean space = wanted == ' ' || wanted == '\n';
        while (at < to && source.charAt(at) != wanted && !(space && Character.isWhitespace(source.charAt(at)))) {
            at++;
        }
        return at < to ? at : from;
    }

    /** @param offsets of each character and the end, in the text that this is the origin of */
    Origin of(int[] inThisText) {
        return new Origin(file, 0, Arrays.stream(inThisText).map(this::offset).toArray());
    }

    /** Of the same text without its first characters. */
    Origin from(int start) {
        return new Origin(file, first + start, offsets);
    }

    SourceSpan at(int offset) {
        return file.at(offset(offset));
    }

    /** Whether the character behind one stands behind it in the file as well. */
    boolean joined(int offset) {
        return offsets == null || offset(offset) + 1 == offset(offset + 1);
    }

    private int offset(int offset) {
        return offsets == null ? first + offset : offsets[Math.clamp(first + offset, 0, offsets.length - 1)];
    }
}
