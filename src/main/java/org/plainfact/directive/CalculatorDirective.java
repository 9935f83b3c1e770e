package org.plainfact.directive;

import java.util.List;
import org.plainfact.content.Body.Part;

/** A calculation for readers to try other values on: {@code {calculator} id}. */
final class CalculatorDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.REQUIRED, Need.NONE);
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        return scope.calculator(call.argument().trim(), call.span()).stream()
                .<Block>map(calculator ->
                        new Block.CalculatorBlock(calculator, scope.page().anchor("calculator-" + calculator.id())))
                .toList();
    }
}
