package org.plainfact.tex;

/**
 * A part of a formula in both of its forms.
 *
 * @param text as plain text
 * @param atom whether the text holds together by itself, so that it needs no parentheses beside {@code /} or {@code ^}
 */
record Written(String mathml, String text, boolean atom, Kind kind) {
    static final Written NOTHING = new Written("<mrow></mrow>", "", true, Kind.THING);

    /** What it is to its neighbours. */
    enum Kind {
        THING,
        /** Its argument stands behind it, with a little room: {@code sin}. */
        FUNCTION,
        /** As a function, with its limits below it: {@code max}. */
        LIMIT,
        /** A large sign with its limits below and above it. */
        SUM,
        /** A brace over or under things, with words at its middle. */
        BRACE
    }

    /** Whether what is set below and above it stands there, and not beside it. */
    boolean limits() {
        return kind == Kind.LIMIT || kind == Kind.SUM || kind == Kind.BRACE;
    }

    boolean function() {
        return kind == Kind.FUNCTION || kind == Kind.LIMIT;
    }

    static Written of(String mathml, String text, boolean atom) {
        return new Written(mathml, text, atom, Kind.THING);
    }

    static Written atom(String mathml, String text) {
        return of(mathml, text, true);
    }

    /** A letter is set slanted, a longer name upright, as MathML does by itself. */
    static Written name(String text) {
        return atom("<mi>" + escaped(text) + "</mi>", text);
    }

    static Written function(String name, Kind kind) {
        return new Written("<mi>" + escaped(name) + "</mi>", name, true, kind);
    }

    static Written upright(String text) {
        boolean letter = text.codePointCount(0, text.length()) == 1;
        return atom("<mi" + (letter ? " mathvariant=\"normal\"" : "") + ">" + escaped(text) + "</mi>", text);
    }

    static Written number(String text) {
        return atom("<mn>" + escaped(text) + "</mn>", text);
    }

    /** @param spaced whether plain text has spaces around it */
    static Written operator(String text, boolean spaced) {
        return of("<mo>" + escaped(text) + "</mo>", spaced ? " " + text + " " : text, !spaced);
    }

    static Written bracket(String text) {
        return atom("<mo stretchy=\"false\">" + escaped(text) + "</mo>", text);
    }

    static Written words(String text) {
        return atom("<mtext>" + escaped(text.replace(' ', '\u00a0')) + "</mtext>", text);
    }

    static Written space(String width) {
        return atom("<mspace width=\"" + width + "\"></mspace>", " ");
    }

    Written as(Kind other) {
        return new Written(mathml, text, atom, other);
    }

    /** As plain text beside something that binds tightly. */
    String tight() {
        String bare = text.strip();
        return atom || bare.codePointCount(0, bare.length()) == 1 ? bare : "(" + bare + ")";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
