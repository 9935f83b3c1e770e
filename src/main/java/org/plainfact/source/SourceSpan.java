package org.plainfact.source;

/**
 * A place in an input text.
 *
 * @param path path of the file relative to the project, with {@code /}
 * @param line 1-based
 * @param column 1-based, in UTF-16 units as editors count
 */
public record SourceSpan(String path, int line, int column) implements Comparable<SourceSpan> {
    public SourceSpan {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column are 1-based: " + path + ":" + line + ":" + column);
        }
    }

    /** The whole file: its first character. */
    public static SourceSpan of(String path) {
        return new SourceSpan(path, 1, 1);
    }

    @Override
    public int compareTo(SourceSpan other) {
        int byPath = path.compareTo(other.path);
        if (byPath != 0) {
            return byPath;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }
}
