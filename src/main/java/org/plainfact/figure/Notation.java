package org.plainfact.figure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an expression for readers: as text with {@code · ÷ √}, and as MathML presentation markup. */
final class Notation {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;
    private static final Pattern SCRIPTS = Pattern.compile("([^_^]+)(?:_([^_^]+))?(?:\\^([^_^]+))?");

    private Notation() {}

    /** @param names what stands for an input: its symbol, or its value */
    static String readable(Node node, Function<String, String> names) {
        return written(node, names).text;
    }

    /**
     * An equation, as MathML Core has it.
     *
     * @param symbol of the result; may be empty
     * @param symbols by input name; {@code _} and {@code ^} in a symbol begin a subscript and a superscript
     */
    static String mathml(String symbol, Node node, Map<String, String> symbols) {
        return equation(
                symbol.isEmpty() ? "" : symbol(symbol), markup(node, name -> symbol(symbols.getOrDefault(name, name))));
    }

    /**
     * The same in words.
     *
     * @param words by input name
     */
    static String mathmlInWords(String title, Node node, Map<String, String> words) {
        // Between words the usual dot is lost.
        return equation(text(title), markup(node, name -> text(words.getOrDefault(name, name))))
                .replace("<mo>·</mo>", "<mo lspace=\"0.4em\" rspace=\"0.4em\">·</mo>");
    }

    private static String equation(String left, String right) {
        return "<math><mrow>" + left + (left.isEmpty() ? "" : "<mo>=</mo>") + right + "</mrow></math>";
    }

    private static String text(String words) {
        return "<mtext>" + escaped(words) + "</mtext>";
    }

    /** A text and how tightly it holds together. */
    private record Written(String text, int strength) {
        String within(int needed) {
            return strength < needed ? "(" + text + ")" : text;
        }
    }

    private static Written written(Node node, Function<String, String> names) {
        return switch (node) {
            case Node.Literal literal -> value(Display.literal(literal.value()));
            case Node.Name name -> value(names.apply(name.name()));
            case Node.Negated negated ->
                new Written("−" + written(negated.operand(), names).within(POWER), SIGN);
            case Node.Binary binary -> binary(binary, names);
            case Node.Power power ->
                new Written(written(power.base(), names).within(ATOM) + exponent(power.exponent()), POWER);
            case Node.Call call -> call(call, names);
        };
    }

    /** A value with a unit is one thing beside · and ÷, but a range or a negative value is not. */
    private static Written value(String text) {
        if (text.contains(" – ")) {
            return new Written(text, 0);
        }
        // 3 ÷ 6 × 10²⁰ is read in two ways.
        if (text.contains(" × ")) {
            return new Written(text, PRODUCT);
        }
        return new Written(text, text.startsWith("−") ? SIGN : text.contains(" ") ? POWER : ATOM);
    }

    private static Written binary(Node.Binary binary, Function<String, String> names) {
        Written left = written(binary.left(), names);
        Written right = written(binary.right(), names);
        return switch (binary.operator()) {
            case '+' -> new Written(left.within(SUM) + " + " + right.within(PRODUCT), SUM);
            case '-' -> new Written(left.within(SUM) + " − " + right.within(PRODUCT), SUM);
            case '*' -> new Written(factor(binary.left(), left) + " · " + factor(binary.right(), right), PRODUCT);
            default -> new Written(factor(binary.left(), left) + " ÷ " + right.within(POWER), PRODUCT);
        };
    }

    /** a ÷ b · c is read in two ways; so a quotient in a product has parentheses. */
    private static String factor(Node node, Written written) {
        boolean quotient = node instanceof Node.Binary binary && binary.operator() == '/';
        return written.within(quotient ? POWER : PRODUCT);
    }

    private static String exponent(Fraction exponent) {
        return exponent.whole()
                ? Display.superscript(exponent.numerator())
                : "^(" + exponent.numerator() + "/" + exponent.denominator() + ")";
    }

    private static Written call(Node.Call call, Function<String, String> names) {
        Written first = written(call.operands().getFirst(), names);
        return switch (call.function()) {
            case SQRT -> new Written("√" + root(call.operands().getFirst(), first), POWER);
            case FLOOR -> new Written("⌊" + first.text + "⌋", ATOM);
            case CEIL -> new Written("⌈" + first.text + "⌉", ATOM);
            case ABS -> new Written("|" + first.text + "|", ATOM);
            case MIN -> new Written("min(" + list(call.operands(), names) + ")", POWER);
            case MAX -> new Written("max(" + list(call.operands(), names) + ")", POWER);
        };
    }

    private static String root(Node operand, Written written) {
        return operand instanceof Node.Call ? "(" + written.text + ")" : written.within(ATOM);
    }

    /** Commas group thousands, so a semicolon stands between operands. */
    private static String list(List<Node> operands, Function<String, String> names) {
        return operands.stream().map(operand -> readable(operand, names)).collect(Collectors.joining("; "));
    }

    private static String markup(Node node, UnaryOperator<String> symbols) {
        return switch (node) {
            case Node.Literal literal -> "<mn>" + Display.literal(literal.value()) + "</mn>";
            case Node.Name name -> symbols.apply(name.name());
            case Node.Negated negated -> "<mo>−</mo>" + markup(negated.operand(), POWER, symbols);
            case Node.Binary binary -> markup(binary, symbols);
            case Node.Power power ->
                "<msup>" + row(markup(power.base(), ATOM, symbols)) + exponentMarkup(power.exponent()) + "</msup>";
            case Node.Call call -> markup(call, symbols);
        };
    }

    private static String markup(Node node, int needed, UnaryOperator<String> symbols) {
        String inside = markup(node, symbols);
        return strength(node) < needed ? "<mo>(</mo>" + inside + "<mo>)</mo>" : inside;
    }

    private static String markup(Node.Binary binary, UnaryOperator<String> symbols) {
        Node left = binary.left();
        Node right = binary.right();
        return switch (binary.operator()) {
            case '+' -> markup(left, SUM, symbols) + "<mo>+</mo>" + markup(right, PRODUCT, symbols);
            case '-' -> markup(left, SUM, symbols) + "<mo>−</mo>" + markup(right, PRODUCT, symbols);
            case '*' -> markup(left, PRODUCT, symbols) + "<mo>·</mo>" + markup(right, PRODUCT, symbols);
            default -> "<mfrac>" + row(markup(left, symbols)) + row(markup(right, symbols)) + "</mfrac>";
        };
    }

    private static String markup(Node.Call call, UnaryOperator<String> symbols) {
        String first = markup(call.operands().getFirst(), symbols);
        return switch (call.function()) {
            case SQRT -> "<msqrt>" + first + "</msqrt>";
            case FLOOR -> "<mo>⌊</mo>" + first + "<mo>⌋</mo>";
            case CEIL -> "<mo>⌈</mo>" + first + "<mo>⌉</mo>";
            case ABS -> "<mo>|</mo>" + first + "<mo>|</mo>";
            case MIN -> "<mi>min</mi><mo>(</mo>" + markups(call.operands(), symbols) + "<mo>)</mo>";
            case MAX -> "<mi>max</mi><mo>(</mo>" + markups(call.operands(), symbols) + "<mo>)</mo>";
        };
    }

    private static String markups(List<Node> operands, UnaryOperator<String> symbols) {
        return operands.stream().map(operand -> markup(operand, symbols)).collect(Collectors.joining("<mo>;</mo>"));
    }

    /** A fraction holds together by its bar; everything else as in text. */
    private static int strength(Node node) {
        return switch (node) {
            case Node.Literal ignored -> ATOM;
            case Node.Name ignored -> ATOM;
            case Node.Negated ignored -> SIGN;
            case Node.Binary binary ->
                switch (binary.operator()) {
                    case '+', '-' -> SUM;
                    case '*' -> PRODUCT;
                    default -> POWER;
                };
            case Node.Power ignored -> POWER;
            case Node.Call ignored -> ATOM;
        };
    }

    private static String exponentMarkup(Fraction exponent) {
        String top = exponent.numerator() < 0
                ? "<mo>−</mo><mn>" + -exponent.numerator() + "</mn>"
                : "<mn>" + exponent.numerator() + "</mn>";
        return exponent.whole()
                ? row(top)
                : "<mrow>" + top + "<mo>/</mo><mn>" + exponent.denominator() + "</mn></mrow>";
    }

    private static String row(String markup) {
        return "<mrow>" + markup + "</mrow>";
    }

    private static String symbol(String symbol) {
        Matcher parts = SCRIPTS.matcher(symbol);
        if (!parts.matches()) {
            return identifier(symbol);
        }
        String base = identifier(parts.group(1));
        String below = parts.group(2);
        String above = parts.group(3);
        if (below != null && above != null) {
            return "<msubsup>" + base + identifier(below) + identifier(above) + "</msubsup>";
        }
        if (below != null) {
            return "<msub>" + base + identifier(below) + "</msub>";
        }
        return above != null ? "<msup>" + base + identifier(above) + "</msup>" : base;
    }

    private static String identifier(String text) {
        return text.chars().allMatch(Character::isDigit)
                ? "<mn>" + escaped(text) + "</mn>"
                : "<mi>" + escaped(text) + "</mi>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
