package org.plainfact.figure;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.SqrtFunction;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.source.Nearest;

/**
 * Reads the text of a formula with EvalEx's parser. Only its tokens and tree are used: nothing is ever evaluated by it,
 * and what a formula does not know (strings, arrays, comparisons, its constants) is refused.
 */
final class ExpressionReader {
    static final int MAX_LENGTH = 1000;
    private static final int MAX_DEPTH = 60;
    private static final List<String> FUNCTIONS = Arrays.stream(Node.Function.values())
            .map(function -> function.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Pattern NUMBER = Pattern.compile("[0-9]*\\.?[0-9]*([eE][+-]?[0-9]{1,3})?");
    private static final Pattern EMPTY_OPERAND = Pattern.compile(",\\s*[,)]");
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .operatorDictionary(operators())
            .functionDictionary(functions())
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            // As in mathematics: -x^2 is -(x^2).
            .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
            .locale(Locale.ROOT)
            .build();

    private final Set<String> names;

    /** @param names the inputs that the expression may use */
    ExpressionReader(Set<String> names) {
        this.names = names;
    }

    Node read(String text) throws MalformedExpression {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedExpression(
                    0,
                    "the expression has " + text.length() + " characters; the limit is " + MAX_LENGTH,
                    "split it into several formulas");
        }
        Matcher empty = EMPTY_OPERAND.matcher(text);
        if (empty.find()) {
            throw new MalformedExpression(empty.start(), "nothing follows the comma", "remove the comma");
        }
        try {
            return node(parsed(text), 0);
        } catch (ParseException e) {
            throw new MalformedExpression(
                    "expression",
                    Math.max(0, e.getStartPosition() - 1),
                    "the expression cannot be read: " + decapitalised(String.valueOf(e.getMessage())),
                    hint(text, e));
        } catch (ArithmeticException e) {
            throw new MalformedExpression(0, String.valueOf(e.getMessage()), "write a small whole number or fraction");
        }
    }

    /** EvalEx fails on some texts that it did not think of, such as {@code max((-,5))}. */
    private static ASTNode parsed(String text) throws ParseException, MalformedExpression {
        try {
            return new Expression(text, CONFIGURATION).getAbstractSyntaxTree();
        } catch (ArithmeticException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedExpression(
                    0,
                    "the expression cannot be read",
                    "look for an operator, a comma or a parenthesis with nothing beside it");
        }
    }

    private static Optional<String> hint(String text, ParseException e) {
        if (text.replace(" ", "").contains("^-")) {
            return Optional.of("put a negative exponent in parentheses: x^(-1)");
        }
        if (String.valueOf(e.getMessage()).startsWith("Undefined function")) {
            return Nearest.hint(e.getTokenString(), FUNCTIONS).or(() -> Optional.of(known()));
        }
        return Optional.of("known are + - * / ^, parentheses, numbers, the inputs' names and " + known());
    }

    private static String known() {
        return String.join(", ", FUNCTIONS);
    }

    private static String decapitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private Node node(ASTNode tree, int depth) throws MalformedExpression {
        Token token = tree.getToken();
        int offset = token.getStartPosition() - 1;
        if (depth > MAX_DEPTH) {
            throw new MalformedExpression(
                    offset, "the expression is nested deeper than " + MAX_DEPTH, "split it into several formulas");
        }
        List<ASTNode> operands = tree.getParameters();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> literal(token.getValue(), offset);
            case VARIABLE_OR_CONSTANT -> name(token.getValue(), offset);
            case PREFIX_OPERATOR -> new Node.Negated(node(operands.getFirst(), depth + 1), offset);
            case INFIX_OPERATOR -> infix(token.getValue().charAt(0), operands, offset, depth);
            case FUNCTION -> call(token.getValue(), operands, offset, depth);
            default ->
                throw new MalformedExpression(
                        offset,
                        "\"" + token.getValue() + "\" does not belong in a formula",
                        "a formula holds numbers and the names of its inputs");
        };
    }

    private static Node literal(String text, int offset) throws MalformedExpression {
        if (!NUMBER.matcher(text).matches() || text.equals(".")) {
            throw new MalformedExpression(
                    offset, "\"" + text + "\" is no number", "write it in decimal, such as 1000 or 1e3");
        }
        BigDecimal value = new BigDecimal(text);
        if (!Double.isFinite(value.doubleValue()) || (value.signum() != 0 && value.doubleValue() == 0)) {
            throw new MalformedExpression(offset, "the number " + text + " is out of range", "use another unit");
        }
        return new Node.Literal(value, offset);
    }

    private Node name(String name, int offset) throws MalformedExpression {
        if (!names.contains(name)) {
            throw new MalformedExpression(
                    "unknown-input",
                    offset,
                    "the expression uses \"" + name + "\", which is no input of the formula",
                    Nearest.hint(name, names).or(() -> Optional.of("declare it in \"inputs\"")));
        }
        return new Node.Name(name, offset);
    }

    private Node infix(char operator, List<ASTNode> operands, int offset, int depth) throws MalformedExpression {
        Node left = node(operands.get(0), depth + 1);
        Node right = node(operands.get(1), depth + 1);
        return operator == '^'
                ? new Node.Power(left, exponent(right), offset)
                : new Node.Binary(operator, left, right, offset);
    }

    /** An exponent sets the dimension of the result, so it must be known before any value is. */
    private static Fraction exponent(Node node) throws MalformedExpression {
        return switch (node) {
            case Node.Literal literal -> Fraction.of(literal.value());
            case Node.Negated negated -> exponent(negated.operand()).negated();
            case Node.Binary binary -> exponent(binary.left()).combined(binary.operator(), exponent(binary.right()));
            case Node.Name name -> throw noExponent(name);
            case Node.Power power -> throw noExponent(power);
            case Node.Call call -> throw noExponent(call);
        };
    }

    private static MalformedExpression noExponent(Node node) {
        return new MalformedExpression(
                node.offset(),
                "an exponent must be a plain number or a fraction of two",
                "write it as a number, such as x^2 or x^(1/4)");
    }

    private Node call(String name, List<ASTNode> operands, int offset, int depth) throws MalformedExpression {
        if (!FUNCTIONS.contains(name)) {
            throw new MalformedExpression(
                    offset, "there is no function \"" + name + "\"", "functions are written in lower case: " + known());
        }
        List<Node> nodes = new ArrayList<>();
        for (ASTNode operand : operands) {
            nodes.add(node(operand, depth + 1));
        }
        return new Node.Call(Node.Function.valueOf(name.toUpperCase(Locale.ROOT)), nodes, offset);
    }

    private static OperatorDictionaryIfc operators() {
        OperatorDictionaryIfc known = new MapBasedOperatorDictionary();
        known.addOperator("+", new InfixPlusOperator());
        known.addOperator("-", new InfixMinusOperator());
        known.addOperator("-", new PrefixMinusOperator());
        known.addOperator("*", new InfixMultiplicationOperator());
        known.addOperator("/", new InfixDivisionOperator());
        known.addOperator("^", new InfixPowerOfOperator());
        return known;
    }

    private static FunctionDictionaryIfc functions() {
        FunctionDictionaryIfc known = new MapBasedFunctionDictionary();
        known.addFunction("sqrt", new SqrtFunction());
        known.addFunction("min", new MinFunction());
        known.addFunction("max", new MaxFunction());
        known.addFunction("floor", new FloorFunction());
        known.addFunction("ceil", new CeilingFunction());
        known.addFunction("abs", new AbsFunction());
        return known;
    }
}
