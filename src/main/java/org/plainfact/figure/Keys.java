package org.plainfact.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** The keys of an object that declares something, with its place. A value of a wrong kind is a finding. */
record Keys(Map<String, Field> fields, SourceSpan span, String pointer, Findings findings) {
    static Keys of(Entry entry, Findings findings) {
        return new Keys(entry.fields(), entry.span(), entry.pointer(), findings);
    }

    Optional<Field> get(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    SourceSpan spanOf(String key) {
        return get(key).map(Field::span).orElse(span);
    }

    String pointerOf(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    Optional<String> text(String key) {
        Optional<Field> field = get(key);
        if (field.isPresent() && field.get() instanceof Field.Text text) {
            return Optional.of(text.text());
        }
        field.ifPresent(other -> wrong(key, "text", other));
        return Optional.empty();
    }

    /** Empty text after a finding where the key is missing. */
    String needed(String key) {
        Optional<String> text = text(key);
        boolean missing = get(key).isEmpty() || text.filter(String::isBlank).isPresent();
        if (missing && !findings.tells(spanOf(key), "\"" + key + "\"")) {
            findings.error("missing-key", spanOf(key), "\"" + key + "\" is missing", "write it");
        }
        return text.filter(written -> !written.isBlank()).orElse("");
    }

    boolean flag(String key) {
        Optional<Field> field = get(key);
        if (field.isPresent() && field.get() instanceof Field.Flag flag) {
            return flag.value();
        }
        field.ifPresent(other -> wrong(key, "true or false", other));
        return false;
    }

    Optional<Integer> whole(String key, int from, int to) {
        Optional<Field> field = get(key);
        if (field.isPresent()
                && field.get() instanceof Field.Number number
                && number.value() == Math.rint(number.value())
                && number.value() >= from
                && number.value() <= to) {
            return Optional.of((int) number.value());
        }
        field.ifPresent(other -> wrong(key, "a whole number from " + from + " to " + to, other));
        return Optional.empty();
    }

    Optional<Integer> digits() {
        return whole("digits", 1, Display.MAX_DIGITS);
    }

    /** A list of texts; one text alone is a list of one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        get(key).ifPresent(field -> {
            if (field instanceof Field.Text text) {
                texts.add(text.text());
            } else if (field instanceof Field.Items items
                    && items.items().stream().allMatch(Field.Text.class::isInstance)) {
                items.items().forEach(item -> texts.add(((Field.Text) item).text()));
            } else {
                wrong(key, "a list of texts", field);
            }
        });
        return texts;
    }

    Map<String, String> textByKey(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Keys inside = group(key);
        inside.fields.keySet().forEach(name -> inside.text(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    /** The object at a key; without keys where there is none. */
    Keys group(String key) {
        Optional<Field> field = get(key);
        if (field.isPresent() && field.get() instanceof Field.Group group) {
            return new Keys(group.fields(), group.span(), pointerOf(key), findings);
        }
        field.ifPresent(other -> wrong(key, "an object", other));
        return new Keys(Map.of(), spanOf(key), pointerOf(key), findings);
    }

    /** The objects of a list. */
    List<Keys> groups(String key) {
        List<Keys> groups = new ArrayList<>();
        get(key).ifPresent(field -> {
            if (!(field instanceof Field.Items items)) {
                wrong(key, "a list of objects", field);
                return;
            }
            for (int i = 0; i < items.items().size(); i++) {
                Field item = items.items().get(i);
                if (item instanceof Field.Group group) {
                    groups.add(new Keys(group.fields(), group.span(), pointerOf(key) + "/" + i, findings));
                } else {
                    wrong(key, "a list of objects", item);
                }
            }
        });
        return groups;
    }

    private void wrong(String key, String wanted, Field field) {
        if (!findings.tells(field.span(), "")) {
            findings.error("wrong-kind", field.span(), "\"" + key + "\" must be " + wanted, "correct the value");
        }
    }
}
