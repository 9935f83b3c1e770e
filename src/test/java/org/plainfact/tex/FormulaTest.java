package org.plainfact.tex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final String[] PIECES = {
        "\\frac",
        "\\sqrt",
        "[",
        "]",
        "{",
        "}",
        "_",
        "^",
        "'",
        "a",
        "12.5",
        "\\alpha",
        "\\left",
        "\\right",
        "(",
        ")",
        ".",
        "|",
        "&",
        "\\\\",
        "\\begin{cases}",
        "\\end{cases}",
        "\\begin",
        "\\end",
        "\\text{a<b>&\"}",
        "\\mathrm{x}",
        "\\mathbb R",
        "\\sum",
        "\\limits",
        "<script>",
        "\"",
        "\\",
        "~",
        "\\,",
        "%",
        "\\%",
        "é",
        "\ud83d\ude00",
        "\ud83d",
        "\\hat",
        "\\underbrace",
        "\n",
        "\\nope",
        "\\binom"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "E = m c^2 # E = mc²",
                "\\frac{a + b}{c_1} # (a + b)/c_1",
                "x^{n+1} # x^(n + 1)",
                "10^{-4} # 10⁻⁴",
                "-x # −x",
                "a - -b # a − −b",
                "f'(x) # f′(x)",
                "\\sqrt[3]{x} + \\sqrt2 # root_3x + √2",
                "3{,}5 \\times 10^6 # 3, 5 × 10⁶",
                "\\eta = \\text{tokens per second} # η = tokens per second",
                "\\max_{i} x_i # max_i x_i",
                "\\sin x + \\sin(x) # sin x + sin(x)",
                "\\left( \\frac12 \\right]^2 # (1/2]²",
                "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix} # (1 2; 3 4)",
                "\\mathbf{v} \\in \\mathbb{R}^3 # 𝐯 ∈ ℝ³",
                "\\Delta T \\approx 5\\,\\mathrm{K} # ΔT ≈ 5 K",
                "\\binom{n}{k} # binom(n, k)",
                "50\\% # 50%"
            })
    void a_formula_can_be_read_as_a_line_of_text(String tex, String text) {
        assertThat(Formula.of(tex.strip(), false).text()).isEqualTo(text.strip());
    }

    @Test
    void a_formula_is_mathml() {
        assertThat(Formula.of("\\frac{P_1}{2} \\le \\mathrm{kW}", false).mathml())
                .isEqualTo(
                        "<math><mrow><mfrac><msub><mi>P</mi><mn>1</mn></msub><mn>2</mn></mfrac><mo>≤</mo><mi>kW</mi></mrow></math>");
    }

    @Test
    void one_letter_in_roman_type_stands_upright() {
        assertThat(Formula.of("\\mathrm{K}", false).mathml())
                .isEqualTo("<math><mi mathvariant=\"normal\">K</mi></math>");
    }

    @Test
    void limits_stand_below_and_above_where_the_formula_stands_by_itself() {
        assertThat(Formula.of("\\sum_{i}^n", true).mathml()).contains("<munderover><mo>∑</mo>");
        assertThat(Formula.of("\\sum_{i}^n", false).mathml()).contains("<msubsup><mo>∑</mo>");
        assertThat(Formula.of("\\sum\\limits_{i}^n", false).mathml()).contains("<munderover>");
        assertThat(Formula.of("\\int_0^1", true).mathml()).contains("<msubsup>");
    }

    @Test
    void brackets_grow_with_left_and_right_alone() {
        assertThat(Formula.of("\\left(x\\right.", false).mathml())
                .isEqualTo("<math><mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mi>x</mi></mrow></math>");
        assertThat(Formula.of("(x)", false).mathml()).contains("<mo stretchy=\"false\">(</mo>");
    }

    @Test
    void lines_are_aligned_where_the_formula_says_so() {
        assertThat(Formula.of("a &= b \\\\ &= c", true).mathml())
                .isEqualTo(
                        "<math display=\"block\"><mtable class=\"aligned\"><mtr><mtd><mi>a</mi></mtd><mtd><mrow><mo>=</mo><mi>b</mi></mrow>"
                                + "</mtd></mtr><mtr><mtd><mrow></mrow></mtd><mtd><mrow><mo>=</mo><mi>c</mi></mrow></mtd></mtr></mtable></math>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "x_ # 2 # _ needs something behind it",
                "x^2^3 # 5 # two things are to stand in one place above or below",
                "\\frac{a} # 8 # \\frac needs something behind it",
                "{a # 0 # the brace is not closed",
                "a} # 1 # the brace closes nothing",
                "\\left( a # 0 # \\left has no \\right",
                "\\right) # 0 # the brace closes nothing",
                "\\left x # 6 # \\left needs a bracket behind it",
                "\\begin{cases} a # 15 # \\begin{cases} is not ended",
                "\\begin{align} a \\end{cases} # 16 # \\end{cases} ends nothing that was begun",
                "\\begin{tabular} # 0 # there is no environment \"tabular\" here",
                "\\foo # 0 # there is no command \\foo here",
                "\\newcommand{\\x}{\\x\\x}\\x # 0 # there is no command \\newcommand here",
                "a $ b # 2 # a dollar sign has no meaning inside a formula",
                "50% # 2 # a percent sign begins a comment in TeX",
                "\\ # 0 # a back-slash needs a command behind it",
                "\\mathrm{\\href{x}} # 7 # \\mathrm takes letters and digits alone"
            })
    void what_is_not_understood_is_told_at_its_character(String tex, int offset, String problem) {
        assertThatThrownBy(() -> Formula.of(tex.strip(), false))
                .isInstanceOfSatisfying(Formula.Malformed.class, fault -> {
                    assertThat(fault.problem()).isEqualTo(problem.strip());
                    assertThat(fault.offset()).isEqualTo(offset);
                });
    }

    @Test
    void an_empty_formula_is_told() {
        assertThatThrownBy(() -> Formula.of("  ", true)).hasMessage("the formula is empty");
    }

    @Test
    void depth_and_length_have_an_end() {
        assertThatThrownBy(() -> Formula.of("{".repeat(1000), false)).hasMessageContaining("inside each other");
        assertThatThrownBy(() -> Formula.of("\\begin{cases}".repeat(300), false))
                .hasMessageContaining("inside each other");
        assertThatThrownBy(() -> Formula.of("\\hat".repeat(1000), false)).hasMessageContaining("inside each other");
        assertThatThrownBy(() -> Formula.of("a".repeat(5001), false)).hasMessageContaining("characters");
    }

    @Test
    void whatever_goes_in_only_mathml_core_comes_out() throws Exception {
        Set<String> seen = new TreeSet<>();
        int read = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            String tex = random.ints(1 + random.nextInt(9), 0, PIECES.length)
                    .mapToObj(piece -> PIECES[piece])
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            try {
                seen.addAll(Core.elements(Formula.of(tex, random.nextBoolean()).mathml(), "seed " + seed + ": " + tex));
                read++;
            } catch (Formula.Malformed e) {
                assertThat(e.offset()).as("seed " + seed + ": " + tex).isBetween(0, tex.length());
            }
        }
        assertThat(read).isGreaterThan(1000);
        assertThat(seen).contains("mfrac", "msqrt", "mtable", "mtext");
    }
}
