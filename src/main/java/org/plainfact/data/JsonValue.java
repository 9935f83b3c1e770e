package org.plainfact.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.source.SourceSpan;
import tools.jackson.databind.JsonNode;

/** A value in a JSON text, with its place. */
record JsonValue(JsonDocument document, JsonNode node, int index) {
    SourceSpan span() {
        return document.place(index);
    }

    SourceSpan nameSpan() {
        return document.namePlace(index);
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isList() {
        return node.isArray();
    }

    boolean isNull() {
        return node.isNull();
    }

    Optional<String> text() {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    /** A negative zero is zero. */
    Optional<Double> number() {
        return node.isNumber() ? Optional.of(node.doubleValue() + 0.0) : Optional.empty();
    }

    /** The digits of a number as they stand in the text: {@code 1.10} is not {@code 1.1}. Empty where this is no number. */
    Optional<BigDecimal> written() {
        if (!node.isNumber()) {
            return Optional.empty();
        }
        // A zero may have an exponent that is too long for a BigDecimal.
        return Optional.of(node.doubleValue() == 0 ? BigDecimal.ZERO : new BigDecimal(document.literal(index)));
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** A member of an object; empty also where this is no object. */
    Optional<JsonValue> get(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        int at = index + 1;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (property.getKey().equals(name)) {
                return Optional.of(new JsonValue(document, property.getValue(), at));
            }
            at = document.after(at);
        }
        return Optional.empty();
    }

    Optional<String> text(String name) {
        JsonNode member = node.get(name);
        return member != null && member.isString() ? Optional.of(member.stringValue()) : Optional.empty();
    }

    /** Of an object, in the order of the text; else none. */
    Map<String, JsonValue> members() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        int at = index + 1;
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            members.put(property.getKey(), new JsonValue(document, property.getValue(), at));
            at = document.after(at);
        }
        return members;
    }

    /** Of a list; else none. */
    List<JsonValue> items() {
        if (!isList()) {
            return List.of();
        }
        List<JsonValue> items = new ArrayList<>(node.size());
        int at = index + 1;
        for (JsonNode item : node.values()) {
            items.add(new JsonValue(document, item, at));
            at = document.after(at);
        }
        return items;
    }

    /** For messages: {@code an object}. */
    String kind() {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }
}
