package org.plainfact.data;

import static org.plainfact.data.UnitExpression.quoted;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/**
 * Turns records of JSON into entries and checks what a schema cannot.
 *
 * @param sources the known ids; empty where they could not be read, so that none is told as unknown
 */
record RecordReader(Units units, Optional<Set<String>> sources, Findings findings) {
    /** An address takes 240 bytes in one segment, and something may stand behind an id there. */
    private static final int LONGEST_ID = 200;

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Empty after a finding where a record has no usable id. */
    Optional<Entry> entry(String collection, JsonValue record, String pointer) {
        Optional<String> id = id(record);
        Map<String, Field> fields = members(record, Inherited.NOTHING);
        return id.map(name -> new Entry(collection, name, fields, pointer, record.span()));
    }

    /** The record of a file of its own, which its id names. */
    Optional<Entry> alone(String collection, String file, JsonValue record) {
        Optional<Entry> alone = entry(collection, record, "");
        alone.filter(entry -> !entry.id().equals(file))
                .ifPresent(entry -> findings.error(
                        "id-form",
                        record.get("id").orElse(record).span(),
                        "the id " + quoted(entry.id()) + " is not the name of the file",
                        "rename one of them"));
        return alone;
    }

    private Optional<String> id(JsonValue record) {
        if (!record.isObject()) {
            findings.error("id-form", record.span(), "a record is an object, this is " + record.kind());
            return Optional.empty();
        }
        Optional<JsonValue> id = record.get("id");
        Optional<String> text = id.flatMap(JsonValue::text);
        if (text.filter(name -> name.length() > LONGEST_ID).isPresent()) {
            findings.error(
                    "id-form",
                    id.orElse(record).span(),
                    "an id has " + text.get().length() + " characters; the limit is " + LONGEST_ID,
                    "an id is a part of addresses: shorten it");
            return Optional.empty();
        }
        if (text.filter(name -> KEBAB.matcher(name).matches()).isEmpty()) {
            findings.error(
                    "id-form",
                    id.orElse(record).span(),
                    text.map(name -> quoted(name) + " is no id").orElse("a record without an id"),
                    "an id is lower-case letters and digits, in parts joined by hyphens");
            return Optional.empty();
        }
        return text;
    }

    private Map<String, Field> members(JsonValue object, Inherited outer) {
        Inherited inherited = object.has("provenance") || object.has("qualifiers") ? outer.with(own(object)) : outer;
        Map<String, Field> fields = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (name.isEmpty() || name.indexOf('.') >= 0) {
                findings.error(
                        "key-form",
                        value.nameSpan(),
                        "the key " + quoted(name) + " cannot stand in an address",
                        "use a key without dots");
            }
            boolean plain = name.equals("provenance") || name.equals("qualifiers");
            fields.put(name, field(value, plain ? Inherited.NOTHING : inherited));
        });
        return fields;
    }

    private Inherited own(JsonValue object) {
        Inherited said = object.get("provenance")
                .filter(JsonValue::isObject)
                .map(group -> provenance(group, Qualifiers.NONE))
                .orElse(Inherited.NOTHING);
        return Inherited.of(said.status(), said.asOf(), said.sources(), said.bestBefore(), qualifiers(object));
    }

    private Field field(JsonValue value, Inherited inherited) {
        return switch (value.node().getNodeType()) {
            case OBJECT -> object(value, inherited);
            case ARRAY -> new Field.Items(items(value, inherited), value.span());
            case STRING -> new Field.Text(value.text().orElseThrow(), value.span());
            case NUMBER -> new Field.Number(value.number().orElseThrow(), value.span());
            case BOOLEAN -> new Field.Flag(value.node().booleanValue(), value.span());
            default -> new Field.Null(value.span());
        };
    }

    private List<Field> items(JsonValue list, Inherited inherited) {
        List<Field> fields = new ArrayList<>();
        Map<String, SourceSpan> ids = new HashMap<>();
        for (JsonValue item : list.items()) {
            fields.add(field(item, inherited));
            item.text("id").ifPresent(id -> {
                SourceSpan first = ids.putIfAbsent(id, item.span());
                if (first != null) {
                    findings.error(
                            "duplicate-id",
                            item.span(),
                            "two items of one list have the id " + quoted(id) + "; the first is at " + first);
                }
            });
        }
        return fields;
    }

    private Field object(JsonValue value, Inherited inherited) {
        if (value.has("unit") && (value.has("value") || value.has("low") || value.has("high"))) {
            return measure(value, inherited);
        }
        Optional<String> reference = value.text("ref").filter(address -> isReference(value));
        return reference.isPresent()
                ? new Field.Reference(reference.get(), value.text("title"), value.span())
                : new Field.Group(members(value, inherited), value.span());
    }

    private static boolean isReference(JsonValue value) {
        return value.node().size() == (value.has("title") ? 2 : 1);
    }

    private Field measure(JsonValue value, Inherited inherited) {
        Inherited all = says(value) ? inherited.with(provenance(value, qualifiers(value))) : inherited;
        Unit unit = unit(value);
        Optional<Interval> range = range(value);
        boolean notStated = value.get("value").filter(JsonValue::isNull).isPresent();
        if (!notStated) {
            checkProvenance(value, all);
        }
        Optional<Quantity> quantity = unit instanceof UnknownUnit
                ? Optional.empty()
                : range.map(interval -> new Quantity(interval, unit, all.qualifiers()));
        return new Field.Measure(
                quantity,
                quantity.isPresent() ? written(value) : List.of(),
                unit,
                all.qualifiers(),
                notStated ? all.ofNotStated() : all.known(),
                all.bestBefore(),
                value.text("title"),
                value.text("note"),
                value.span());
    }

    private static List<BigDecimal> written(JsonValue quantity) {
        return Stream.of("value", "low", "high")
                .flatMap(key -> quantity.get(key).flatMap(JsonValue::written).stream())
                .toList();
    }

    private Unit unit(JsonValue quantity) {
        JsonValue unit = quantity.get("unit").orElseThrow();
        if (unit.text().isEmpty()) {
            findings.error("unknown-unit", unit.span(), "a unit is a text, this is " + unit.kind());
            return new UnknownUnit("?");
        }
        return units.read(unit.text().get(), unit.span(), findings);
    }

    private Optional<Interval> range(JsonValue quantity) {
        Optional<JsonValue> value = quantity.get("value");
        Optional<JsonValue> low = quantity.get("low");
        Optional<JsonValue> high = quantity.get("high");
        if (value.isPresent() ? low.isPresent() || high.isPresent() : low.isEmpty() || high.isEmpty()) {
            findings.error(
                    "quantity-form",
                    quantity.span(),
                    "a quantity has either a value, or low and high",
                    "give \"value\": null for a quantity that is not stated");
            return Optional.empty();
        }
        if (value.isPresent()) {
            return value.get().isNull() ? Optional.empty() : number(value.get()).map(Interval::point);
        }
        Optional<Double> from = number(low.orElseThrow());
        Optional<Double> to = number(high.orElseThrow());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get() > to.get()) {
            findings.error(
                    "low-above-high",
                    low.get().span(),
                    "low is " + low.get().node() + ", high is " + high.get().node(),
                    "the smaller number is low");
            return Optional.empty();
        }
        return Optional.of(new Interval(from.get(), to.get()));
    }

    private Optional<Double> number(JsonValue value) {
        if (value.number().isEmpty()) {
            findings.error(
                    "quantity-form",
                    value.span(),
                    "the value of a quantity is a number, this is " + value.kind(),
                    "write it without quotes, thousands separators or unit");
        }
        return value.number();
    }

    private void checkProvenance(JsonValue quantity, Inherited all) {
        if (all.status().isEmpty() && !quantity.has("status")) {
            findings.error(
                    "no-status",
                    quantity.span(),
                    "the quantity says nowhere how well it is known",
                    "give \"status\" here or in the record's \"provenance\": " + String.join(", ", Status.words()));
        }
        boolean mayLack = all.status()
                .filter(status -> status == Status.ASSUMPTION || status == Status.CONSTANT)
                .isPresent();
        if (!mayLack && all.sources().filter(ids -> !ids.isEmpty()).isEmpty()) {
            findings.error(
                    "no-source",
                    quantity.span(),
                    "the quantity has no source",
                    "give \"sources\" here or in the record's \"provenance\", or the status assumption");
        }
    }

    private static boolean says(JsonValue quantity) {
        return quantity.has("status")
                || quantity.has("as-of")
                || quantity.has("sources")
                || quantity.has("best-before")
                || quantity.has("qualifiers");
    }

    /** The keys {@code status}, {@code as-of}, {@code sources} and {@code best-before} of an object. */
    private Inherited provenance(JsonValue object, Qualifiers qualifiers) {
        return Inherited.of(
                object.get("status").flatMap(this::status),
                object.get("as-of").flatMap(this::asOf),
                object.get("sources").flatMap(this::sourceIds),
                object.get("best-before").flatMap(this::bestBefore),
                qualifiers);
    }

    /** One that is not known was told, and must not be told as missing too. */
    private Optional<Status> status(JsonValue value) {
        Optional<Status> status = value.text().flatMap(Status::of);
        if (status.isEmpty()) {
            String word = value.text().orElse("");
            findings.error(
                    "unknown-status",
                    value.span(),
                    value.text().isPresent()
                            ? "unknown status " + quoted(word)
                            : "a status is a text, this is " + value.kind(),
                    Nearest.hint(word, Status.words())
                            .or(() -> Optional.of("one of " + String.join(", ", Status.words()))));
        }
        return status.or(() -> Optional.of(Status.ASSUMPTION));
    }

    private Optional<BestBefore> bestBefore(JsonValue value) {
        return date("best-before-form", value).map(date -> new BestBefore(date, value.span()));
    }

    private Optional<String> asOf(JsonValue value) {
        return date("as-of-form", value);
    }

    private Optional<String> date(String rule, JsonValue value) {
        Optional<String> date = value.text().filter(RecordReader::isDate);
        if (date.isEmpty()) {
            findings.error(
                    rule,
                    value.span(),
                    value.text()
                            .map(text -> quoted(text) + " is no date")
                            .orElse("a date is a text, this is " + value.kind()),
                    "give a year, month or day: 2025, 2025-09 or 2025-09-30");
        }
        return date;
    }

    private static boolean isDate(String text) {
        try {
            switch (text.length()) {
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                case 10 -> LocalDate.parse(text);
                default -> throw new DateTimeException(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Optional<SortedSet<String>> sourceIds(JsonValue value) {
        if (!value.isList()) {
            findings.error(
                    "unknown-source",
                    value.span(),
                    "sources are a list of ids, this is " + value.kind(),
                    "write [\"the-id\"]");
            return value.text().map(id -> new TreeSet<>(List.of(id)));
        }
        TreeSet<String> ids = new TreeSet<>();
        for (JsonValue item : value.items()) {
            item.text().ifPresent(ids::add);
            checkSource(item);
        }
        return Optional.of(ids);
    }

    private void checkSource(JsonValue item) {
        Optional<String> id = item.text();
        if (id.isEmpty()) {
            findings.error("unknown-source", item.span(), "a source is named by its id, this is " + item.kind());
        } else if (sources.isPresent() && !sources.get().contains(id.get())) {
            findings.error(
                    "unknown-source",
                    item.span(),
                    "unknown source " + quoted(id.get()),
                    Nearest.hint(id.get(), sources.get()).or(() -> Optional.of("add it to data/sources.json")));
        }
    }

    private Qualifiers qualifiers(JsonValue object) {
        Optional<JsonValue> qualifiers = object.get("qualifiers");
        if (qualifiers.isEmpty()) {
            return Qualifiers.NONE;
        }
        Map<String, String> texts = new TreeMap<>();
        if (!qualifiers.get().isObject()) {
            tellQualifier(qualifiers.get(), "qualifiers are an object of texts, this is ");
        }
        qualifiers
                .get()
                .members()
                .forEach((name, value) -> value.text()
                        .ifPresentOrElse(
                                text -> texts.put(name, text),
                                () -> tellQualifier(value, "a qualifier is a text, this is ")));
        return Qualifiers.of(texts);
    }

    private void tellQualifier(JsonValue value, String problem) {
        findings.error("qualifier-form", value.span(), problem + value.kind(), "write \"key\": \"text\"");
    }
}
