package org.plainfact.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON text as a tree, with the place of every value and name. Places are kept apart from the tree, in the order of
 * the text: the value with the index i has its parts at i + 1 and after.
 */
final class JsonDocument {
    private static final int DEEPEST = 64;
    private static final Pattern DIGIT_FOR_KEY =
            Pattern.compile("Unexpected character \\('[0-9]'.*: was expecting double-quote to start property name");
    private static final Pattern NOT_ZERO = Pattern.compile("-?[0.]*[1-9]");
    private static final String NUMERIC = "+-.0123456789eE";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(64)
                    .maxStringLength(1_000_000)
                    .maxNameLength(256)
                    .build())
            .build();

    private final SourceFile file;
    private final JsonNode root;
    private final Places places;

    private JsonDocument(SourceFile file, JsonNode root, Places places) {
        this.file = file;
        this.root = root;
        this.places = places;
    }

    /** Empty after a finding where the text is no JSON. */
    static Optional<JsonDocument> read(SourceFile file, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.text())) {
            return read(file, parser, findings);
        }
    }

    /** The place of a fault is asked of a parser that is open: a closed one has forgotten it. */
    private static Optional<JsonDocument> read(SourceFile file, JsonParser parser, Findings findings) {
        try {
            return new Reading(file, parser, findings).document();
        } catch (JacksonException e) {
            findings.error("json-syntax", place(file, e, parser), words(e), hint(e));
            return Optional.empty();
        }
    }

    SourceFile file() {
        return file;
    }

    JsonValue root() {
        return new JsonValue(this, root, 0);
    }

    SourceSpan place(int index) {
        return file.at(places.values[index]);
    }

    /** The text of a number. */
    String literal(int index) {
        int start = places.values[index];
        int end = start;
        while (end < file.text().length() && NUMERIC.indexOf(file.text().charAt(end)) >= 0) {
            end++;
        }
        return file.text().substring(start, end);
    }

    /** Of a member's name; of the value itself where it is no member. */
    SourceSpan namePlace(int index) {
        return file.at(places.names[index]);
    }

    /** Index of the value after this one and its parts. */
    int after(int index) {
        return index + places.sizes[index];
    }

    private static SourceSpan place(SourceFile file, JacksonException e, JsonParser parser) {
        TokenStreamLocation told = e.getLocation();
        TokenStreamLocation location = told != null && told.getCharOffset() >= 0 ? told : parser.currentLocation();
        return file.at((int) Math.min(Integer.MAX_VALUE, Math.max(0, location.getCharOffset())));
    }

    private static String words(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage())
                .replaceAll("\\(\\(CTRL-CHAR, code (\\d+)\\)\\)", "with the code $1")
                .replaceAll(" \\(code \\d+( / 0x[0-9a-fA-F]+)?\\)", "")
                .replaceAll(" \\(start marker at \\[.*\\]\\)", "")
                .replaceAll(": enable `[^`]*` to allow", "")
                .replaceAll(": maybe a \\(non-standard\\) comment\\?.*", ": a comment?")
                .replaceAll(", from `[^`]*`", "")
                .replaceAll("\\s*\\R.*", "");
        return "not JSON: " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static Optional<String> hint(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("comment")) {
            return Optional.of("JSON has no comments; use a \"note\"");
        }
        if (message.contains("was expecting comma")) {
            return Optional.of("put a comma before it, or remove it");
        }
        if (message.startsWith("Unexpected character (''")) {
            return Optional.of("texts and keys stand in double quotes");
        }
        if (message.startsWith("Non-standard token")) {
            return Optional.of("a value that is not stated is null");
        }
        if (DIGIT_FOR_KEY.matcher(message).lookingAt()) {
            return Optional.of("numbers have no commas: 1000, not 1,000");
        }
        if (message.contains("end-of-input")) {
            return Optional.of("a quote or bracket is not closed");
        }
        boolean closed =
                message.startsWith("Unexpected character ('}'") || message.startsWith("Unexpected character (']'");
        return closed ? Optional.of("remove the comma before it, or give what is missing") : Optional.empty();
    }

    /** Offsets and sizes by index. */
    private static final class Places {
        private int[] values = new int[64];
        private int[] names = new int[64];
        private int[] sizes = new int[64];
        private int count;

        int add(int name, int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
                names = Arrays.copyOf(names, count * 2);
                sizes = Arrays.copyOf(sizes, count * 2);
            }
            values[count] = value;
            names[count] = name < 0 ? value : name;
            return count++;
        }
    }

    private record Reading(
            SourceFile file, JsonParser parser, Findings findings, Places places, Map<String, StringNode> texts) {
        private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

        Reading(SourceFile file, JsonParser parser, Findings findings) {
            this(file, parser, findings, new Places(), new HashMap<>());
        }

        Optional<JsonDocument> document() {
            JsonToken first = parser.nextToken();
            if (first == null) {
                findings.error("json-syntax", file.at(0), "not JSON: the file is empty");
                return Optional.empty();
            }
            JsonNode root = value(first, -1);
            if (parser.nextToken() != null) {
                findings.error("json-syntax", file.at(here()), "not JSON: text after the end of the value");
                return Optional.empty();
            }
            return Optional.of(new JsonDocument(file, root, places));
        }

        private JsonNode value(JsonToken token, int name) {
            int index = places.add(name, here());
            JsonNode node = switch (token) {
                case START_OBJECT -> object(index);
                case START_ARRAY -> array();
                case VALUE_STRING -> text(checked(parser.getString(), places.values[index]));
                case VALUE_NUMBER_INT -> integer();
                case VALUE_NUMBER_FLOAT -> number(index);
                case VALUE_TRUE -> NODES.booleanNode(true);
                case VALUE_FALSE -> NODES.booleanNode(false);
                case VALUE_NULL -> NODES.nullNode();
                default -> throw new IllegalStateException("no value: " + token);
            };
            places.sizes[index] = places.count - index;
            return node;
        }

        private ObjectNode object(int index) {
            ObjectNode object = NODES.objectNode();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                int place = here();
                String name = checked(parser.currentName(), place);
                JsonToken token = parser.nextToken();
                if (object.has(name)) {
                    parser.skipChildren();
                    twice(index, object, name, place);
                } else {
                    object.set(name, value(token, place));
                }
            }
            return object;
        }

        private void twice(int index, ObjectNode object, String name, int place) {
            int first = index + 1;
            for (String each : object.propertyNames()) {
                if (each.equals(name)) {
                    break;
                }
                first += places.sizes[first];
            }
            findings.error(
                    "duplicate-key",
                    file.at(place),
                    "the key \"" + name + "\" is given twice; first at " + file.at(places.names[first]),
                    "remove one of them");
        }

        /** Short texts are mostly units, ids and words that come again. */
        private StringNode text(String text) {
            boolean shared = text.length() <= 60 && texts.size() < 100_000;
            return shared ? texts.computeIfAbsent(text, NODES::stringNode) : NODES.stringNode(text);
        }

        private ArrayNode array() {
            ArrayNode array = NODES.arrayNode();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                array.add(value(token, -1));
            }
            return array;
        }

        private JsonNode integer() {
            return switch (parser.getNumberType()) {
                case INT -> NODES.numberNode(parser.getIntValue());
                case LONG -> NODES.numberNode(parser.getLongValue());
                default -> NODES.numberNode(parser.getBigIntegerValue());
            };
        }

        private JsonNode number(int index) {
            double value = parser.getDoubleValue();
            if (!Double.isFinite(value)) {
                return outOfRange(index, "large", "the largest is about 1.8e308");
            }
            boolean vanished =
                    value == 0 && NOT_ZERO.matcher(parser.getString()).lookingAt();
            return vanished ? outOfRange(index, "small", "the smallest is about 4.9e-324") : NODES.numberNode(value);
        }

        private JsonNode outOfRange(int index, String size, String hint) {
            findings.error(
                    "number-out-of-range",
                    file.at(places.values[index]),
                    "the number " + parser.getString() + " is too " + size,
                    hint);
            return NODES.nullNode();
        }

        /** Escapes can bring in what {@code SourceTree} refuses in plain sight. */
        private String checked(String text, int place) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (pair) {
                    i++;
                } else if (Character.isSurrogate(c) || (Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)) {
                    findings.error(
                            "control-character",
                            file.at(place),
                            "the escaped character U+%04X does not belong in a text".formatted((int) c),
                            "remove it");
                    return text;
                }
            }
            return text;
        }

        private int here() {
            return (int) parser.currentTokenLocation().getCharOffset();
        }
    }
}
