package org.plainfact.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;

/**
 * JSON texts of maps, collections, texts, numbers, booleans and null. The same value gives the same text: keys stand in
 * the order of the map, numbers are as short as they can be. Anything else, and a number that is not finite, is refused
 * with an {@link IllegalArgumentException}.
 */
public final class Json {
    private static final int DEEPEST = 200;

    private final StringBuilder out = new StringBuilder();
    private final boolean pretty;

    private Json(boolean pretty) {
        this.pretty = pretty;
    }

    /** On one line, without spaces. */
    public static String write(@Nullable Object value) {
        return new Json(false).value(value, 0).out.toString();
    }

    /** With a line for each member and item, indented by two spaces, and a line break at the end. */
    public static String pretty(@Nullable Object value) {
        return new Json(true).value(value, 0).out.append('\n').toString();
    }

    /** For a {@code <script>} element: nothing in it can end the element or begin a comment. */
    public static String forScript(@Nullable Object value) {
        String json = write(value);
        StringBuilder safe = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                escape(safe, c);
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /**
     * Maps, lists, texts, numbers (whole ones as {@code Long}, others as {@code Double}), booleans and nulls of a JSON
     * text, read as strictly as the data.
     *
     * @throws IllegalArgumentException naming the first place that is no JSON
     */
    public static @Nullable Object read(String name, String text) {
        Findings findings = new Findings();
        Optional<JsonDocument> document = JsonDocument.read(new SourceFile(name, text), findings);
        List<Finding> faults = findings.sorted();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.getFirst().toString());
        }
        return plain(document.orElseThrow().root());
    }

    /** As {@link #read(String, String)}, of a file of the project; empty after a finding, and for {@code null}. */
    public static Optional<Object> read(SourceFile file, Findings findings) {
        return JsonDocument.read(file, findings)
                .map(JsonDocument::root)
                .flatMap(root -> Optional.ofNullable(plain(root)));
    }

    private static @Nullable Object plain(JsonValue value) {
        return switch (value.node().getNodeType()) {
            case OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                value.members().forEach((name, member) -> map.put(name, plain(member)));
                yield map;
            }
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                value.items().forEach(item -> list.add(plain(item)));
                yield list;
            }
            case STRING -> value.node().stringValue();
            case NUMBER ->
                value.node().canConvertToLong() && value.node().isIntegralNumber()
                        ? (Object) value.node().longValue()
                        : (Object) value.node().doubleValue();
            case BOOLEAN -> value.node().booleanValue();
            default -> null;
        };
    }

    private Json value(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested more than " + DEEPEST + " deep");
        }
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> map(map, depth);
            case Collection<?> items -> items(items, depth);
            case CharSequence text -> text(text);
            case Boolean flag -> out.append(flag.booleanValue());
            case Number number -> out.append(number(number));
            default ->
                throw new IllegalArgumentException(
                        "no JSON for " + value.getClass().getName());
        }
        return this;
    }

    private void map(Map<?, ?> map, int depth) {
        String before = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before);
            line(depth + 1);
            if (!(entry.getKey() instanceof CharSequence key)) {
                throw new IllegalArgumentException("a key that is no text: " + entry.getKey());
            }
            text(key);
            out.append(pretty ? ": " : ":");
            value(entry.getValue(), depth + 1);
            before = ",";
        }
        close(map.isEmpty(), "{}", '}', depth);
    }

    private void items(Collection<?> items, int depth) {
        String before = "[";
        for (Object item : items) {
            out.append(before);
            line(depth + 1);
            value(item, depth + 1);
            before = ",";
        }
        close(items.isEmpty(), "[]", ']', depth);
    }

    private void close(boolean empty, String whole, char bracket, int depth) {
        if (empty) {
            out.append(whole);
        } else {
            line(depth);
            out.append(bracket);
        }
    }

    private void line(int depth) {
        if (pretty) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private void text(CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> character(c, loneSurrogate(text, i));
            }
        }
        out.append('"');
    }

    /** A lone surrogate has no UTF-8, so it can only be written as an escape. */
    private void character(char c, boolean lone) {
        if (c < 0x20 || c == 0x7f || lone) {
            escape(out, c);
        } else {
            out.append(c);
        }
    }

    private static boolean loneSurrogate(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static void escape(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((c >> shift) & 0xf, 16));
        }
    }

    private static String number(Number number) {
        return switch (number) {
            case Integer n -> n.toString();
            case Long n -> n.toString();
            case Short n -> n.toString();
            case Byte n -> n.toString();
            case BigInteger n -> n.toString();
            case Double n -> shortest(n);
            case BigDecimal n -> shortest(n);
            default ->
                throw new IllegalArgumentException(
                        "no JSON for " + number.getClass().getName());
        };
    }

    private static String shortest(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("no JSON for the number " + number);
        }
        return shortest(new BigDecimal(Double.toString(number)));
    }

    /** Without exponent from 10⁻⁶ up to 10²¹, as JavaScript prints it. */
    private static String shortest(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        int magnitude = bare.precision() - bare.scale();
        if (bare.signum() == 0 || (magnitude > -6 && magnitude <= 21)) {
            return bare.toPlainString();
        }
        String digits = bare.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (bare.signum() < 0 ? "-" : "") + mantissa + (magnitude > 0 ? "e+" : "e") + (magnitude - 1);
    }
}
