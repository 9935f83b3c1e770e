package org.plainfact.source;

import java.util.Arrays;

/** An input text, read once. Line breaks are as in the file; a byte order mark is not part of the text. */
public final class SourceFile {
    private final String path;
    private final String text;
    private final int[] lineStarts;

    /** @param path relative to the project, with {@code /} */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = starts(text);
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The place of a character of {@link #text()}; an offset past the end is the end. */
    public SourceSpan at(int offset) {
        int bounded = Math.clamp(offset, 0, text.length());
        int found = Arrays.binarySearch(lineStarts, bounded);
        int line = found >= 0 ? found : -found - 2;
        return new SourceSpan(path, line + 1, bounded - lineStarts[line] + 1);
    }

    /** Offset of the first character of a 1-based line; a line past the end is the end of the text. */
    public int offsetOfLine(int line) {
        return line - 1 < lineStarts.length ? lineStarts[line - 1] : text.length();
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean endsLine = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (endsLine) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
