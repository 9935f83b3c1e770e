package org.plainfact.tex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plainfact.source.Nearest;

/** Reads one formula, from the left to the right, once. */
final class Reader {
    /** Nobody reads more. */
    private static final int LONGEST = 5_000;

    private static final int DEEPEST = 60;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final Set<String> STRUCTURES = Set.of(
            "frac",
            "dfrac",
            "tfrac",
            "sqrt",
            "binom",
            "left",
            "begin",
            "text",
            "textrm",
            "mbox",
            "mathrm",
            "operatorname",
            "overset",
            "underset",
            "stackrel");

    private final String tex;
    private final boolean display;
    private int at;
    private int depth;

    Reader(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    /** @throws Formula.Malformed where it is not understood */
    Written read() {
        if (tex.length() > LONGEST) {
            throw new Formula.Malformed(
                    LONGEST, "a formula of more than " + LONGEST + " characters is not read", Optional.of("part it"));
        }
        Written all = rows("", new Symbols.Environment("", "", "aligned"));
        if (all.text().isBlank() && all.mathml().equals(Written.NOTHING.mathml())) {
            throw fault(0, "the formula is empty");
        }
        return Written.of(all.mathml(), tidy(all.text()), all.atom());
    }

    // ---- rows and cells

    /**
     * Lines and cells up to the end of an environment, or of the formula.
     *
     * @param environment empty for the formula itself
     */
    private Written rows(String environment, Symbols.Environment form) {
        List<List<Written>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        boolean ended = false;
        while (!ended) {
            rows.getLast().add(row(items(""), true));
            if (at == tex.length()) {
                if (!environment.isEmpty()) {
                    throw fault(at, "\\begin{" + environment + "} is not ended");
                }
                ended = true;
            } else if (tex.startsWith("\\\\", at)) {
                at += 2;
                rows.add(new ArrayList<>());
            } else if (tex.charAt(at) == '&') {
                at++;
            } else if (tex.startsWith("\\end", at)) {
                end(environment);
                ended = true;
            } else {
                throw fault(at, "the brace closes nothing");
            }
        }
        boolean blank = rows.getLast().size() == 1 && rows.getLast().getFirst().equals(Written.NOTHING);
        if (rows.size() > 1 && blank) {
            rows.removeLast();
        }
        boolean single = rows.size() == 1 && rows.getFirst().size() == 1;
        return environment.isEmpty() && single ? rows.getFirst().getFirst() : table(rows, form);
    }

    private void end(String environment) {
        int start = at;
        at += "\\end".length();
        String name = braced();
        if (!name.equals(environment)) {
            throw fault(start, "\\end{" + name + "} ends nothing that was begun");
        }
    }

    private static Written table(List<List<Written>> rows, Symbols.Environment form) {
        String mathml = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "<mtd>" + cell.mathml() + "</mtd>")
                        .collect(Collectors.joining("", "<mtr>", "</mtr>")))
                .collect(Collectors.joining(
                        "",
                        form.columns().isEmpty() ? "<mtable>" : "<mtable class=\"" + form.columns() + "\">",
                        "</mtable>"));
        String text = rows.stream()
                .map(row -> row.stream().map(cell -> cell.text().strip()).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        boolean fenced = !(form.open() + form.close()).isEmpty();
        return new Written(
                fenced ? "<mrow>" + fence(form.open()) + mathml + fence(form.close()) + "</mrow>" : mathml,
                fenced ? form.open() + text + form.close() : text,
                fenced,
                Written.Kind.THING);
    }

    private static String fence(String sign) {
        return sign.isEmpty() ? "" : "<mo fence=\"true\" stretchy=\"true\">" + Written.escaped(sign) + "</mo>";
    }

    // ---- items

    /**
     * What stands up to a sign that ends it, which is left to be read.
     *
     * @param close {@code "}"} in a group, {@code "\\right"} between delimiters, {@code "]"} in an option, or nothing
     */
    private List<Written> items(String close) {
        enter();
        List<Written> items = new ArrayList<>();
        for (spaces(); at < tex.length() && !ends(close); spaces()) {
            items.add(scripted(items.isEmpty()));
        }
        depth--;
        return items;
    }

    private boolean ends(String close) {
        char c = tex.charAt(at);
        if (c == '}' || c == '&' || tex.startsWith("\\\\", at) || command("end") || command("right")) {
            return true;
        }
        return close.equals("]") && c == ']';
    }

    private boolean command(String name) {
        int end = at + 1 + name.length();
        return tex.startsWith("\\" + name, at) && (end == tex.length() || !letter(tex.charAt(end)));
    }

    /** A thing with what is set below and above it. */
    private Written scripted(boolean first) {
        int start = at;
        boolean bare = tex.charAt(at) == '_' || tex.charAt(at) == '^' || tex.charAt(at) == '\'';
        Written base = bare ? Written.NOTHING : thing();
        boolean limits = base.limits() && display;
        Optional<Written> below = Optional.empty();
        Optional<Written> above = Optional.empty();
        for (spaces(); at < tex.length(); spaces()) {
            char c = tex.charAt(at);
            if (command("limits") || command("nolimits")) {
                limits = command("limits");
                at += limits ? "\\limits".length() : "\\nolimits".length();
            } else if (c == '\'') {
                above = once(above, primes());
            } else if (c == '_' || c == '^') {
                at++;
                Written script = argument(c == '_' ? "_" : "^");
                below = c == '_' ? once(below, script) : below;
                above = c == '^' ? once(above, script) : above;
            } else {
                break;
            }
        }
        if (bare && first && below.isEmpty() && above.isEmpty()) {
            throw fault(start, "there is nothing to be raised or lowered");
        }
        return scripts(base, below, above, limits);
    }

    private Optional<Written> once(Optional<Written> earlier, Written script) {
        if (earlier.isPresent()) {
            throw new Formula.Malformed(
                    at,
                    "two things are to stand in one place above or below",
                    Optional.of("put braces around what belongs together"));
        }
        return Optional.of(script);
    }

    private Written primes() {
        StringBuilder primes = new StringBuilder();
        while (at < tex.length() && tex.charAt(at) == '\'') {
            primes.append('′');
            at++;
        }
        return Written.atom("<mo>" + primes + "</mo>", primes.toString());
    }

    private static Written scripts(Written base, Optional<Written> below, Optional<Written> above, boolean limits) {
        if (below.isEmpty() && above.isEmpty()) {
            return base;
        }
        String tag = limits
                ? below.isEmpty() ? "mover" : above.isEmpty() ? "munder" : "munderover"
                : below.isEmpty() ? "msup" : above.isEmpty() ? "msub" : "msubsup";
        String parts = base.mathml()
                + below.map(Written::mathml).orElse("")
                + above.map(Written::mathml).orElse("");
        String text = base.tight()
                + below.map(script -> "_" + script.tight()).orElse("")
                + above.map(Reader::raised).orElse("");
        return new Written("<" + tag + ">" + parts + "</" + tag + ">", text, true, base.kind());
    }

    /** {@code ²}, {@code ⁻¹}, {@code ′} or {@code ^(n + 1)}. */
    private static String raised(Written script) {
        String text = script.text().replace(" ", "").replace('−', '-');
        if (text.startsWith("′")) {
            return text;
        }
        boolean digits = text.matches("-?\\d+");
        return digits
                ? text.chars()
                        .mapToObj(c -> c == '-' ? "⁻" : String.valueOf(SUPERSCRIPTS.charAt(c - '0')))
                        .collect(Collectors.joining())
                : "^" + script.tight();
    }

    private Written thing() {
        int start = at;
        int c = tex.codePointAt(at);
        if (c == '\\') {
            return command();
        }
        if (c == '{') {
            return group();
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        at += Character.charCount(c);
        String sign = Character.toString(c);
        return switch (sign) {
            case "-" -> Written.operator("−", true);
            case "*" -> Written.operator("∗", true);
            case "+", "=", "<", ">", ":" -> Written.operator(sign, true);
            case ",", ";" -> Written.of("<mo separator=\"true\">" + sign + "</mo>", sign + " ", false);
            case "/" -> Written.operator(sign, false);
            case "~" -> Written.space("0.25em");
            case "(", ")", "[", "]", "|", "!", "?", ".", "`", "\"", "@" -> Written.bracket(sign);
            case "$" ->
                throw new Formula.Malformed(
                        start,
                        "a dollar sign has no meaning inside a formula",
                        Optional.of("leave it out, or write \\$"));
            case "%" ->
                throw new Formula.Malformed(start, "a percent sign begins a comment in TeX", Optional.of("write \\%"));
            case "#" -> throw new Formula.Malformed(start, "# has no meaning here", Optional.of("write \\#"));
            default -> Character.isLetter(c) ? Written.name(sign) : other(c, start);
        };
    }

    private static Written other(int c, int start) {
        if (Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.UNASSIGNED) {
            throw new Formula.Malformed(start, "this character has no place in a formula", Optional.of("remove it"));
        }
        return Written.operator(Character.toString(c), false);
    }

    private Written number() {
        int start = at;
        while (at < tex.length() && (digit(at) || (tex.charAt(at) == '.' && at + 1 < tex.length() && digit(at + 1)))) {
            at++;
        }
        return Written.number(tex.substring(start, at));
    }

    private boolean digit(int offset) {
        return tex.charAt(offset) >= '0' && tex.charAt(offset) <= '9';
    }

    private Written group() {
        int start = at;
        at++;
        List<Written> items = items("}");
        if (at == tex.length() || tex.charAt(at) != '}') {
            throw at == tex.length()
                    ? fault(start, "the brace is not closed")
                    : fault(at, "this cannot stand inside braces");
        }
        at++;
        return row(items, false);
    }

    private static Written row(List<Written> items, boolean line) {
        if (items.isEmpty()) {
            return Written.NOTHING;
        }
        if (items.size() == 1) {
            return items.getFirst();
        }
        StringBuilder mathml = new StringBuilder("<mrow>");
        StringBuilder text = new StringBuilder();
        boolean operand = false;
        for (int i = 0; i < items.size(); i++) {
            Written item = items.get(i);
            // A sign in front of a thing is no operator between two: −x.
            boolean sign = !operand && item.text().matches(" [+−±∓] ");
            text.append(sign ? item.text().strip() : item.text());
            mathml.append(item.mathml());
            operand = item.atom() && !item.text().isBlank() || item.text().matches(".*[^ ]");
            if (i + 1 < items.size() && apart(item, items.get(i + 1))) {
                mathml.append(item.function() ? Written.space(Symbols.THIN).mathml() : "");
                text.append(' ');
            }
        }
        String whole = text.toString();
        return Written.of(
                mathml.append("</mrow>").toString(),
                whole,
                !line && whole.strip().matches("[\\p{L}\\d.]+"));
    }

    /** Whether there is room between a function or a sum and what it is of. */
    private static boolean apart(Written item, Written next) {
        boolean of = item.function() || item.kind() == Written.Kind.SUM;
        return of
                && !next.text().startsWith(" ")
                && !(item.function() && next.text().matches("[(\\[{|⟨].*"));
    }

    /** What a command is about: a group, or the next thing. */
    private Written argument(String of) {
        spaces();
        if (at == tex.length() || ends("")) {
            throw fault(at, of + " needs something behind it");
        }
        if (tex.charAt(at) >= '0' && tex.charAt(at) <= '9') {
            return Written.number(String.valueOf(tex.charAt(at++)));
        }
        if (tex.charAt(at) == '_' || tex.charAt(at) == '^') {
            throw fault(at, of + " needs something behind it");
        }
        enter();
        Written thing = thing();
        depth--;
        return thing;
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw fault(at, "more than " + DEEPEST + " things stand inside each other here");
        }
    }

    // ---- commands

    private Written command() {
        int start = at;
        String name = name();
        if (Symbols.LETTERS.containsKey(name)) {
            return Written.name(Symbols.LETTERS.get(name));
        }
        if (Symbols.UPRIGHT.containsKey(name)) {
            return Written.upright(Symbols.UPRIGHT.get(name));
        }
        if (Symbols.RELATIONS.containsKey(name)) {
            return Written.operator(Symbols.RELATIONS.get(name), true);
        }
        if (Symbols.SIGNS.containsKey(name)) {
            String sign = Symbols.SIGNS.get(name);
            return Written.bracket(sign);
        }
        if (Symbols.SUMS.containsKey(name)) {
            return Written.operator(Symbols.SUMS.get(name), false).as(Written.Kind.SUM);
        }
        if (Symbols.INTEGRALS.containsKey(name)) {
            return Written.operator(Symbols.INTEGRALS.get(name), false);
        }
        if (Symbols.FUNCTIONS.contains(name)) {
            return Written.function(name, Written.Kind.FUNCTION);
        }
        if (Symbols.LIMITS.contains(name)) {
            return Written.function(name.replaceFirst("^lim(?=inf|sup)", "lim\u2009"), Written.Kind.LIMIT);
        }
        if (Symbols.SPACES.containsKey(name)) {
            return Written.space(Symbols.SPACES.get(name));
        }
        return withArguments(name, start);
    }

    private Written withArguments(String name, int start) {
        if (Symbols.ACCENTS.containsKey(name)) {
            Written under = argument("\\" + name);
            return Written.atom(
                            "<mover accent=\"true\">" + under.mathml() + "<mo>" + Symbols.ACCENTS.get(name)
                                    + "</mo></mover>",
                            under.tight())
                    .as(name.endsWith("brace") ? Written.Kind.BRACE : Written.Kind.THING);
        }
        if (Symbols.BELOW.containsKey(name)) {
            Written over = argument("\\" + name);
            return Written.atom(
                            "<munder>" + over.mathml() + "<mo>" + Symbols.BELOW.get(name) + "</mo></munder>",
                            over.tight())
                    .as(name.endsWith("brace") ? Written.Kind.BRACE : Written.Kind.THING);
        }
        if (Symbols.ALPHABETS.containsKey(name)) {
            return alphabet(name);
        }
        return switch (name) {
            case "frac", "dfrac", "tfrac" -> fraction(name);
            case "sqrt" -> root();
            case "binom" -> binomial();
            case "left" -> delimited(start);
            case "begin" -> environment(start);
            case "text", "textrm", "mbox" -> Written.words(braced());
            case "mathrm", "operatorname" -> Written.upright(plain(name));
            case "overset", "stackrel" -> {
                Written above = argument("\\" + name);
                Written base = argument("\\" + name);
                yield new Written(
                        "<mover>" + base.mathml() + above.mathml() + "</mover>", base.text(), base.atom(), base.kind());
            }
            case "underset" -> {
                Written below = argument("\\" + name);
                Written base = argument("\\" + name);
                yield new Written(
                        "<munder>" + base.mathml() + below.mathml() + "</munder>",
                        base.text(),
                        base.atom(),
                        base.kind());
            }
            default ->
                throw new Formula.Malformed(
                        start, "there is no command \\" + name + " here", Nearest.hint(name, known()));
        };
    }

    private Written fraction(String name) {
        Written above = argument("\\" + name);
        Written below = argument("\\" + name);
        return Written.of(
                "<mfrac>" + above.mathml() + below.mathml() + "</mfrac>", above.tight() + "/" + below.tight(), false);
    }

    private Written root() {
        spaces();
        Optional<Written> index = Optional.empty();
        if (at < tex.length() && tex.charAt(at) == '[') {
            int start = at;
            at++;
            index = Optional.of(row(items("]"), false));
            if (at == tex.length() || tex.charAt(at) != ']') {
                throw fault(start, "the bracket is not closed");
            }
            at++;
        }
        Written under = argument("\\sqrt");
        return index.map(degree -> Written.atom(
                        "<mroot>" + under.mathml() + degree.mathml() + "</mroot>",
                        "root_" + degree.tight() + under.tight()))
                .orElseGet(() -> Written.atom("<msqrt>" + under.mathml() + "</msqrt>", "√" + under.tight()));
    }

    private Written binomial() {
        Written above = argument("\\binom");
        Written below = argument("\\binom");
        return Written.atom(
                "<mrow>" + fence("(") + "<mfrac linethickness=\"0\">" + above.mathml() + below.mathml() + "</mfrac>"
                        + fence(")") + "</mrow>",
                "binom(" + above.text().strip() + ", " + below.text().strip() + ")");
    }

    private Written delimited(int start) {
        String open = delimiter("\\left");
        Written inside = row(items(""), true);
        if (!command("right")) {
            throw fault(start, "\\left has no \\right");
        }
        at += "\\right".length();
        String close = delimiter("\\right");
        return Written.atom(
                "<mrow>" + fence(open) + inside.mathml() + fence(close) + "</mrow>",
                open + inside.text().strip() + close);
    }

    private String delimiter(String of) {
        spaces();
        int start = at;
        if (at < tex.length() && "()[]|/.".indexOf(tex.charAt(at)) >= 0) {
            char sign = tex.charAt(at++);
            return sign == '.' ? "" : String.valueOf(sign);
        }
        if (at < tex.length() && tex.charAt(at) == '\\') {
            String name = name();
            String sign = Symbols.SIGNS.get(name);
            if (sign != null && "{}‖|⟨⟩⌊⌋⌈⌉[]".contains(sign)) {
                return sign;
            }
        }
        throw new Formula.Malformed(
                start, of + " needs a bracket behind it", Optional.of("write \\left( or, for none, \\left."));
    }

    private Written environment(int start) {
        String name = braced();
        Symbols.Environment form = Symbols.ENVIRONMENTS.get(name);
        if (form == null) {
            throw new Formula.Malformed(
                    start,
                    "there is no environment \"" + name + "\" here",
                    Nearest.hint(name, Symbols.ENVIRONMENTS.keySet()));
        }
        enter();
        Written table = rows(name, form);
        depth--;
        return table;
    }

    private Written alphabet(String name) {
        int[] first = Symbols.ALPHABETS.getOrDefault(name, new int[3]);
        String letters = plain(name)
                .codePoints()
                .mapToObj(c -> Optional.ofNullable(Symbols.ELSEWHERE.get(name + " " + Character.toString(c)))
                        .orElseGet(() -> Character.toString(moved(c, first))))
                .collect(Collectors.joining());
        return Written.atom("<mi>" + Written.escaped(letters) + "</mi>", letters);
    }

    private static int moved(int c, int[] first) {
        if (c >= 'A' && c <= 'Z' && first[0] > 0) {
            return first[0] + c - 'A';
        }
        if (c >= 'a' && c <= 'z' && first[1] > 0) {
            return first[1] + c - 'a';
        }
        return c >= '0' && c <= '9' && first[2] > 0 ? first[2] + c - '0' : c;
    }

    /** Letters in braces, or one letter. */
    private String plain(String name) {
        spaces();
        int start = at;
        if (at < tex.length() && tex.charAt(at) != '{' && Character.isLetterOrDigit(tex.charAt(at))) {
            return String.valueOf(tex.charAt(at++));
        }
        String inside = braced().strip();
        if (inside.isEmpty()
                || !inside.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " .-−,/".indexOf(c) >= 0)) {
            throw new Formula.Malformed(
                    start,
                    "\\" + name + " takes letters and digits alone",
                    Optional.of("put what else there is behind its braces"));
        }
        return inside;
    }

    /** What stands in braces, as it is written. */
    private String braced() {
        spaces();
        if (at == tex.length() || tex.charAt(at) != '{') {
            throw fault(at, "a brace is missing here");
        }
        int start = at + 1;
        int open = 0;
        for (; at < tex.length(); at++) {
            char c = tex.charAt(at);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                at++;
                return tex.substring(start, at - 1)
                        .replace("\\%", "%")
                        .replace("\\&", "&")
                        .replace("\\$", "$")
                        .replace("\\_", "_")
                        .replace("\\#", "#");
            }
        }
        throw fault(start - 1, "the brace is not closed");
    }

    /** Of the command that begins here: letters, or one other character. */
    private String name() {
        int start = at + 1;
        at = start;
        while (at < tex.length() && letter(tex.charAt(at))) {
            at++;
        }
        if (at == start) {
            if (at == tex.length()) {
                throw fault(start - 1, "a back-slash needs a command behind it");
            }
            at += Character.charCount(tex.codePointAt(at));
        }
        return tex.substring(start, at);
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void spaces() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(STRUCTURES);
        List.of(
                        Symbols.LETTERS,
                        Symbols.UPRIGHT,
                        Symbols.RELATIONS,
                        Symbols.SUMS,
                        Symbols.INTEGRALS,
                        Symbols.ACCENTS,
                        Symbols.BELOW)
                .forEach(table -> known.addAll(table.keySet()));
        known.addAll(Symbols.ALPHABETS.keySet());
        known.addAll(Symbols.SPACES.keySet());
        known.addAll(Symbols.FUNCTIONS);
        known.addAll(Symbols.LIMITS);
        return known;
    }

    private static Formula.Malformed fault(int offset, String problem) {
        return new Formula.Malformed(offset, problem, Optional.empty());
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll(" (?=[,;)])", "").replaceAll("(?<=\\() ", "");
    }
}
