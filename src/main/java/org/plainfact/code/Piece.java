package org.plainfact.code;

/** A stretch of code of one kind. */
public record Piece(Kind kind, String text) {
    /** What a reader tells apart by colour: few, so that each can have a contrast of its own. */
    public enum Kind {
        /** Names, operators, spaces: what stands in the colour of the text. */
        PLAIN,
        COMMENT,
        /** What the language itself says: words of its grammar, directives, the names of tags. */
        KEYWORD,
        /** Strings, characters, regular expressions, the values of attributes. */
        STRING,
        /** Numbers and other values that are written out: {@code true}, an entity. */
        NUMBER,
        /** What is named for a use: types, variables, annotations, keys, attributes, functions of the language. */
        NAME
    }
}
