package org.plainfact.tex;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the commands of TeX stand for. The names are those of LaTeX and AMS-LaTeX. */
final class Symbols {
    /** Letters: set slanted. */
    static final Map<String, String> LETTERS = table("""
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
            mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
            ell ℓ hbar ℏ imath ı jmath ȷ
            """);

    /** Letters and signs that stand upright, as letters do in a formula. */
    static final Map<String, String> UPRIGHT = table("""
            Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇
            emptyset ∅ varnothing ∅ aleph ℵ Re ℜ Im ℑ degree ° prime ′ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯
            angle ∠ top ⊤ bot ⊥ euro € pounds £ S § checkmark ✓ dagger † ddagger ‡
            """);

    /** Between two things, with room around them. */
    static final Map<String, String> RELATIONS = table("""
            times × div ÷ cdot ⋅ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ cup ∪ cap ∩ setminus ∖
            vee ∨ lor ∨ wedge ∧ land ∧
            le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ doteq ≐ leqslant ⩽
            geqslant ⩾ lesssim ≲ gtrsim ≳ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ perp ⊥ parallel ∥ mid ∣
            to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔ Rightarrow ⇒ implies ⟹
            Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ mapsto ↦ uparrow ↑ downarrow ↓ rightleftharpoons ⇌ coloneqq ≔
            """);

    /** Signs without room around them. */
    static final Map<String, String> SIGNS = table("""
            forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ therefore ∴ because ∵ lvert | rvert | lVert ‖ rVert ‖ Vert ‖ vert |
            langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } lbrack [ rbrack ] backslash \\ colon :
            { { } } | ‖ % % $ $ # # & & _ _
            """);

    /** Large signs whose limits stand below and above them where there is room. */
    static final Map<String, String> SUMS = table("""
            sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀
            """);

    /** Large signs whose limits stand beside them. */
    static final Map<String, String> INTEGRALS = table("int ∫ iint ∬ iiint ∭ oint ∮");

    static final Set<String> FUNCTIONS = Set.of(
            "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "dim", "exp", "hom", "ker",
            "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh");

    /** Functions whose limits stand below them where there is room. */
    static final Set<String> LIMITS = Set.of("det", "gcd", "inf", "lim", "liminf", "limsup", "max", "min", "Pr", "sup");

    static final String THIN = "0.1667em";

    /** Widths in em. */
    static final Map<String, String> SPACES = Map.of(
            ",",
            THIN,
            ":",
            "0.2222em",
            ">",
            "0.2222em",
            ";",
            "0.2778em",
            "!",
            "-0.1667em",
            " ",
            "0.25em",
            "quad",
            "1em",
            "qquad",
            "2em",
            "thinspace",
            THIN,
            "enspace",
            "0.5em");

    /** Marks above what follows. */
    static final Map<String, String> ACCENTS = table("""
            hat ^ widehat ^ tilde ~ widetilde ~ bar ¯ overline ¯ vec → overrightarrow → dot ˙ ddot ¨ check ˇ breve ˘ acute ´
            grave ` overbrace ⏞
            """);

    /** Marks below what follows. */
    static final Map<String, String> BELOW = table("underline _ underbrace ⏟");

    /** The first letters of the alphabets that Unicode has for formulas: capitals, small letters, digits; 0 for none. */
    static final Map<String, int[]> ALPHABETS = Map.of(
            "mathbf", new int[] {0x1D400, 0x1D41A, 0x1D7CE},
            "boldsymbol", new int[] {0x1D468, 0x1D482, 0x1D7CE},
            "mathbb", new int[] {0x1D538, 0x1D552, 0x1D7D8},
            "mathcal", new int[] {0x1D49C, 0x1D4B6, 0},
            "mathfrak", new int[] {0x1D504, 0x1D51E, 0},
            "mathsf", new int[] {0x1D5A0, 0x1D5BA, 0x1D7E2},
            "mathtt", new int[] {0x1D670, 0x1D68A, 0x1D7F6});

    /** Letters of those alphabets that Unicode had before, elsewhere. */
    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("mathbb C", "ℂ"),
            Map.entry("mathbb H", "ℍ"),
            Map.entry("mathbb N", "ℕ"),
            Map.entry("mathbb P", "ℙ"),
            Map.entry("mathbb Q", "ℚ"),
            Map.entry("mathbb R", "ℝ"),
            Map.entry("mathbb Z", "ℤ"),
            Map.entry("mathcal B", "ℬ"),
            Map.entry("mathcal E", "ℰ"),
            Map.entry("mathcal F", "ℱ"),
            Map.entry("mathcal H", "ℋ"),
            Map.entry("mathcal I", "ℐ"),
            Map.entry("mathcal L", "ℒ"),
            Map.entry("mathcal M", "ℳ"),
            Map.entry("mathcal R", "ℛ"),
            Map.entry("mathcal e", "ℯ"),
            Map.entry("mathcal g", "ℊ"),
            Map.entry("mathcal o", "ℴ"),
            Map.entry("mathfrak C", "ℭ"),
            Map.entry("mathfrak H", "ℌ"),
            Map.entry("mathfrak I", "ℑ"),
            Map.entry("mathfrak R", "ℜ"),
            Map.entry("mathfrak Z", "ℨ"));

    /** Around an environment: what opens it, what closes it, how its columns stand. */
    static final Map<String, Environment> ENVIRONMENTS = Map.ofEntries(
            Map.entry("matrix", new Environment("", "", "")),
            Map.entry("pmatrix", new Environment("(", ")", "")),
            Map.entry("bmatrix", new Environment("[", "]", "")),
            Map.entry("Bmatrix", new Environment("{", "}", "")),
            Map.entry("vmatrix", new Environment("|", "|", "")),
            Map.entry("Vmatrix", new Environment("‖", "‖", "")),
            Map.entry("cases", new Environment("{", "", "cases")),
            Map.entry("aligned", new Environment("", "", "aligned")),
            Map.entry("align", new Environment("", "", "aligned")),
            Map.entry("align*", new Environment("", "", "aligned")),
            Map.entry("split", new Environment("", "", "aligned")),
            Map.entry("gathered", new Environment("", "", "")),
            Map.entry("gather*", new Environment("", "", "")));

    /** @param columns the class of the table, which the style sheet knows; empty where columns are centred */
    record Environment(String open, String close, String columns) {}

    private Symbols() {}

    private static Map<String, String> table(String pairs) {
        Map<String, String> table = new LinkedHashMap<>();
        String[] words = pairs.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i], words[i + 1]);
        }
        return Collections.unmodifiableMap(table);
    }
}
