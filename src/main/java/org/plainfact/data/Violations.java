package org.plainfact.data;

import static org.plainfact.data.UnitExpression.quoted;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;
import tools.jackson.databind.JsonNode;

/** Tells what a schema validator found in a document, at the place in its text. */
final class Violations {
    private final JsonDocument document;
    private final Map<String, JsonDocument> schemas;
    private final String rule;
    private final Findings findings;
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<Integer, List<JsonValue>> items = new HashMap<>();

    Violations(JsonDocument document, Map<String, JsonDocument> schemas, String rule, Findings findings) {
        this.document = document;
        this.schemas = schemas;
        this.rule = rule;
        this.findings = findings;
    }

    void tell(List<Error> errors) {
        if (!errors.isEmpty()) {
            Set<SourceSpan> told = findings.sorted().stream().map(Finding::span).collect(Collectors.toSet());
            List<Error> fresh = Alternatives.clearest(errors).stream()
                    .filter(error -> !(repeats(error)
                            && told.contains(at(error.getInstanceLocation()).span())))
                    .toList();
            fresh.stream().filter(Violations::isKind).forEach(this::collectKinds);
            Set<String> places = new HashSet<>();
            fresh.stream()
                    .filter(error -> !isKind(error)
                            || places.add(error.getInstanceLocation().toString()))
                    .forEach(this::tell);
        }
    }

    private static boolean isKind(Error error) {
        return error.getKeyword().equals("type");
    }

    /** A value that may be of several kinds is told once with all of them. */
    private void collectKinds(Error error) {
        kinds.computeIfAbsent(error.getInstanceLocation().toString(), place -> new TreeSet<>())
                .addAll(texts(error.getSchemaNode()));
    }

    /** Whether it says no more than another finding at its place: that the value as a whole is not right. */
    private static boolean repeats(Error error) {
        return switch (error.getKeyword()) {
            case "type", "enum", "const", "pattern", "format", "anyOf", "oneOf" -> true;
            case "required" -> property(error).equals("id") || property(error).equals("records");
            default -> false;
        };
    }

    private void tell(Error error) {
        JsonValue value = at(error.getInstanceLocation());
        boolean strangeKey = strangeKey(error);
        SourceSpan place =
                strangeKey ? value.get(property(error)).map(JsonValue::nameSpan).orElse(value.span()) : value.span();
        String pointer = error.getInstanceLocation().toString();
        String subject = pointer.isEmpty() ? "the file" : pointer;
        findings.error(rule, place, subject + " " + words(error, value), hint(error, value));
    }

    private String words(Error error, JsonValue value) {
        return switch (error.getKeyword()) {
            case "required" -> "has no " + quoted(property(error));
            case "additionalProperties", "unevaluatedProperties" ->
                strangeKey(error) ? "has the unknown key " + quoted(property(error)) : error.getMessage();
            case "type" -> "is " + value.kind() + " where the schema wants " + wanted(error);
            case "enum", "const" -> "is " + shown(value) + ", which is not among what it can be";
            case "minimum" ->
                "is " + shown(value) + "; the smallest is "
                        + error.getSchemaNode().asString();
            case "maximum" ->
                "is " + shown(value) + "; the largest is "
                        + error.getSchemaNode().asString();
            case "pattern" ->
                "is " + shown(value) + ", which is not of the form "
                        + error.getSchemaNode().stringValue("");
            case "anyOf", "oneOf" ->
                error.getMessage().contains("but 0 are")
                        ? "has none of the forms that it can have"
                        : "is ambiguous: it " + error.getMessage();
            default -> error.getMessage();
        };
    }

    private Optional<String> hint(Error error, JsonValue value) {
        return switch (error.getKeyword()) {
            case "enum", "const" -> choice(value, texts(error.getSchemaNode()));
            case "additionalProperties", "unevaluatedProperties" ->
                strangeKey(error) ? Nearest.hint(property(error), siblings(error)) : Optional.empty();
            case "required" ->
                Nearest.to(property(error), value.members().keySet())
                        .filter(near -> !siblings(error).contains(near))
                        .map(near -> "rename " + quoted(near) + ", if it is meant");
            default -> Optional.empty();
        };
    }

    private static Optional<String> choice(JsonValue value, List<String> allowed) {
        Optional<String> near = value.text().flatMap(text -> Nearest.hint(text, allowed));
        return near.or(() -> Optional.of("it can be " + String.join(", ", allowed)))
                .filter(hint -> hint.length() < 400);
    }

    private static boolean strangeKey(Error error) {
        return error.getProperty() != null
                && (error.getKeyword().equals("additionalProperties")
                        || error.getKeyword().equals("unevaluatedProperties"));
    }

    private static String property(Error error) {
        String property = error.getProperty();
        return property == null ? "" : property;
    }

    private String wanted(Error error) {
        List<String> words = kinds.getOrDefault(error.getInstanceLocation().toString(), Set.of()).stream()
                .map(type -> switch (type) {
                    case "object" -> "an object";
                    case "array" -> "a list";
                    case "string" -> "a text";
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    case "boolean" -> "true or false";
                    default -> type;
                })
                .toList();
        return String.join(" or ", words);
    }

    private static List<String> texts(JsonNode node) {
        if (!node.isArray()) {
            return List.of(node.isString() ? node.stringValue() : node.toString());
        }
        List<String> texts = new ArrayList<>();
        node.values().forEach(each -> texts.addAll(texts(each)));
        return texts;
    }

    private static String shown(JsonValue value) {
        String text = value.node().toString();
        return text.length() <= 80 ? text : value.kind();
    }

    /** The keys that the schema names beside the keyword at fault. */
    private Collection<String> siblings(Error error) {
        JsonDocument schema =
                schemas.get(String.valueOf(error.getSchemaLocation().getAbsoluteIri()));
        if (schema == null) {
            return List.of();
        }
        NodePath path = error.getSchemaLocation().getFragment();
        JsonNode node = schema.root().node();
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            JsonNode next = node.isArray() ? node.get(Integer.parseInt(path.getName(i))) : node.get(path.getName(i));
            if (next == null) {
                return List.of();
            }
            node = next;
        }
        JsonNode properties = node.get("properties");
        return properties == null ? List.of() : properties.propertyNames();
    }

    private JsonValue at(NodePath path) {
        JsonValue value = document.root();
        for (int i = 0; i < path.getNameCount(); i++) {
            Optional<JsonValue> next = step(value, path.getName(i));
            if (next.isEmpty()) {
                return value;
            }
            value = next.get();
        }
        return value;
    }

    private Optional<JsonValue> step(JsonValue value, String name) {
        if (!value.isList()) {
            return value.get(name);
        }
        List<JsonValue> all = items.computeIfAbsent(value.index(), index -> value.items());
        int index = Integer.parseInt(name);
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }
}
