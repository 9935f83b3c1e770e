package org.plainfact.figure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import org.plainfact.data.DatasetReader;
import org.plainfact.data.Interval;
import org.plainfact.data.Units;
import org.plainfact.source.MemoryProject;

class ExpressionFuzzTest {
    private static final List<Interval> RANGES =
            List.of(new Interval(-0.5, 2), new Interval(1, 1.5), Interval.point(3));
    private static final List<Interval> POINT = List.of(Interval.point(0.7), Interval.point(1.25), Interval.point(3));

    private static final Units UNITS = units();

    private static Units units() {
        try (MemoryProject empty = new MemoryProject()) {
            return DatasetReader.read(empty.tree(), empty.findings()).units();
        }
    }

    @DictionaryFile(resourcePath = "expression.dict")
    @FuzzTest
    void any_text_is_a_formula_or_told_at_its_place(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            Node tree = Expressions.tree(text);
            check(text, tree, Expressions.program(tree, UNITS));
        } catch (MalformedExpression e) {
            assertThat(e.problem()).isNotBlank();
            assertThat(e.offset()).isBetween(0, text.length());
        }
    }

    private static void check(String text, Node tree, Program program) throws MalformedExpression {
        assertThat(program.code()).isNotEmpty();
        assertThat(Notation.mathml("q", tree, Map.of())).startsWith("<math>").endsWith("</math>");
        Expressions.checkHolds(program, RANGES, POINT);
        Expressions.checkReadsTheSame(text, tree, UNITS);
    }
}
