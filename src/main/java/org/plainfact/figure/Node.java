package org.plainfact.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An expression as a tree. {@code offset} is the 0-based place of its operator or name in the text. */
sealed interface Node {
    int offset();

    /** The inputs that are used. */
    default Set<String> names() {
        return switch (this) {
            case Literal ignored -> Set.of();
            case Name name -> Set.of(name.name);
            case Negated negated -> negated.operand.names();
            case Binary binary -> all(List.of(binary.left, binary.right));
            case Power power -> power.base.names();
            case Call call -> all(call.operands);
        };
    }

    private static Set<String> all(List<Node> nodes) {
        return nodes.stream().flatMap(node -> node.names().stream()).collect(Collectors.toUnmodifiableSet());
    }

    record Literal(BigDecimal value, int offset) implements Node {}

    record Name(String name, int offset) implements Node {}

    record Negated(Node operand, int offset) implements Node {}

    /** @param operator one of {@code + - * /} */
    record Binary(char operator, Node left, Node right, int offset) implements Node {}

    record Power(Node base, Fraction exponent, int offset) implements Node {}

    record Call(Function function, List<Node> operands, int offset) implements Node {
        public Call {
            operands = List.copyOf(operands);
        }
    }

    enum Function {
        SQRT,
        MIN,
        MAX,
        FLOOR,
        CEIL,
        ABS
    }
}
