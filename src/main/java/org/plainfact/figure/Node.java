package org.plainfact.figure;

import java.math.BigDecimal;
import java.util.List;

/** An expression as a tree. {@code offset} is the 0-based place of its operator or name in the text. */
sealed interface Node {
    int offset();

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
