package org.plainfact.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.plainfact.code.Piece.Kind;

/**
 * Tells the words of code apart, by the scanners of RSyntaxTextArea: one pass, line by line, in linear time. Safe for
 * several threads.
 */
public final class Highlighter {
    /** Nobody reads more; it is shown plain. */
    static final int MOST_CHARACTERS = 200_000;

    /** What authors write behind the fence, by the scanner's name. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("actionscript", List.of("actionscript", "as")),
            Map.entry("bat", List.of("bat", "batch", "cmd")),
            Map.entry("c", List.of("c", "h")),
            Map.entry("clojure", List.of("clojure", "clj", "edn")),
            Map.entry("cpp", List.of("cpp", "c++", "cc", "cxx", "hpp")),
            Map.entry("cs", List.of("csharp", "cs", "c#")),
            Map.entry("css", List.of("css")),
            Map.entry("d", List.of("d")),
            Map.entry("dart", List.of("dart")),
            Map.entry("delphi", List.of("delphi", "pascal")),
            Map.entry("dockerfile", List.of("dockerfile", "docker")),
            Map.entry("dtd", List.of("dtd")),
            Map.entry("env", List.of("env", "dotenv")),
            Map.entry("fortran", List.of("fortran", "f90")),
            Map.entry("golang", List.of("go", "golang")),
            Map.entry("groovy", List.of("groovy", "gradle")),
            Map.entry("handlebars", List.of("handlebars", "hbs", "mustache")),
            Map.entry("html", List.of("html", "htm", "xhtml")),
            Map.entry("ini", List.of("ini", "toml", "cfg", "conf")),
            Map.entry("java", List.of("java")),
            Map.entry("javascript", List.of("javascript", "js", "mjs", "cjs", "jsx")),
            Map.entry("jshintrc", List.of("jsonc", "json5")),
            Map.entry("json", List.of("json", "geojson", "jsonld", "json-ld")),
            Map.entry("kotlin", List.of("kotlin", "kt", "kts")),
            Map.entry("latex", List.of("latex", "tex")),
            Map.entry("less", List.of("less", "scss")),
            Map.entry("lisp", List.of("lisp", "elisp", "scheme")),
            Map.entry("lua", List.of("lua")),
            Map.entry("makefile", List.of("makefile", "make")),
            Map.entry("markdown", List.of("markdown", "md")),
            Map.entry("perl", List.of("perl", "pl")),
            Map.entry("php", List.of("php")),
            Map.entry("powershell", List.of("powershell", "ps1", "pwsh")),
            Map.entry("properties", List.of("properties")),
            Map.entry("proto", List.of("proto", "protobuf")),
            Map.entry("python", List.of("python", "py")),
            Map.entry("ruby", List.of("ruby", "rb")),
            Map.entry("rust", List.of("rust", "rs")),
            Map.entry("scala", List.of("scala")),
            Map.entry("sql", List.of("sql")),
            Map.entry("tcl", List.of("tcl")),
            Map.entry("typescript", List.of("typescript", "ts", "tsx")),
            Map.entry("unix", List.of("sh", "bash", "shell", "zsh")),
            Map.entry("vb", List.of("vb", "vbnet")),
            Map.entry("vhdl", List.of("vhdl")),
            Map.entry("xml", List.of("xml", "svg", "xsl", "xslt", "atom", "rss", "mathml", "pom")),
            Map.entry("yaml", List.of("yaml", "yml")));

    private static final Map<String, String> SCANNERS = NAMES.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(name -> Map.entry(name, "text/" + entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Highlighter() {}

    /** The names of languages that are known. */
    public static List<String> languages() {
        return SCANNERS.keySet().stream().sorted().toList();
    }

    /**
     * The pieces of a code, which joined are the code.
     *
     * @param language as authors write it, in any case
     * @param code its lines end in a line feed
     * @return empty where the language is not known, and where the code is too long or its scanner is at a loss
     */
    public static Optional<List<Piece>> pieces(String language, String code) {
        String scanner = SCANNERS.get(language.toLowerCase(Locale.ROOT));
        if (scanner == null || code.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            Joined joined = new Joined();
            scan(TokenMakerFactory.getDefaultInstance().getTokenMaker(scanner), code, joined);
            return Optional.of(joined.all()).filter(pieces -> whole(pieces).equals(code));
        } catch (RuntimeException | Error e) {
            // A generated scanner throws an Error where none of its rules holds.
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static void scan(TokenMaker maker, String code, Joined joined) {
        int state = TokenTypes.NULL;
        int from = 0;
        while (from < code.length()) {
            int end = code.indexOf('\n', from);
            int to = end < 0 ? code.length() : end;
            char[] line = code.substring(from, to).toCharArray();
            for (Token token = maker.getTokenList(new Segment(line, 0, line.length), state, 0);
                    token != null && token.isPaintable();
                    token = token.getNextToken()) {
                joined.add(kind(token.getType()), token.getLexeme());
            }
            state = maker.getLastTokenTypeOnLine(new Segment(line, 0, line.length), state);
            if (end >= 0) {
                joined.add(Kind.PLAIN, "\n");
            }
            from = to + 1;
        }
    }

    private static String whole(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private static Kind kind(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> Kind.COMMENT;
            case TokenTypes.RESERVED_WORD,
                    TokenTypes.RESERVED_WORD_2,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_TAG_NAME,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
                    TokenTypes.MARKUP_CDATA_DELIMITER -> Kind.KEYWORD;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR -> Kind.STRING;
            case TokenTypes.LITERAL_BOOLEAN,
                    TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.MARKUP_ENTITY_REFERENCE -> Kind.NUMBER;
            case TokenTypes.FUNCTION,
                    TokenTypes.DATA_TYPE,
                    TokenTypes.VARIABLE,
                    TokenTypes.ANNOTATION,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE -> Kind.NAME;
            default -> Kind.PLAIN;
        };
    }

    /** Pieces in order, neighbours of one kind made one. */
    private static final class Joined {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Kind kind = Kind.PLAIN;

        void add(Kind next, String more) {
            if (next != kind) {
                flush();
                kind = next;
            }
            text.append(more);
        }

        private void flush() {
            if (!text.isEmpty()) {
                pieces.add(new Piece(kind, text.toString()));
                text.setLength(0);
            }
        }

        List<Piece> all() {
            flush();
            return List.copyOf(pieces);
        }
    }
}
