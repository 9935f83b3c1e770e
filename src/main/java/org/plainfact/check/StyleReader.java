package org.plainfact.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.plainfact.content.Yaml;
import org.plainfact.data.Status;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** Reads the files of one style. What is wrong in one is told at its line, and the rule is left out. */
final class StyleReader {
    private static final String FORM = "style-form";
    private static final String CONTEXTS = "contexts";
    private static final String CLAUSE = "clause";
    private static final List<String> KINDS =
            List.of("existence", "substitution", "occurrence", "conditional", "consistency", "metric");
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "extends",
            "message",
            "level",
            "scope",
            "link",
            "ignorecase",
            "nonword",
            "tokens",
            "raw",
            "exceptions",
            "swap",
            "token",
            "min",
            "max",
            "first",
            "second",
            "either",
            "formula",
            "condition",
            "hint",
            "excuse",
            "status"));

    /** Keys of Vale that say nothing about what is found. */
    private static final Set<String> IGNORED =
            Set.of("action", "append", "author", "code", "description", "limit", "name", "vocab");

    private final String style;
    private final Findings findings;

    StyleReader(String style, Findings findings) {
        this.style = style;
        this.findings = findings;
    }

    Style read(List<SourceFile> files) {
        Map<String, Context> contexts = new HashMap<>();
        List<Pattern> numbers = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        Optional<Pattern> clause = Optional.empty();
        for (SourceFile file : files) {
            if (file.path().endsWith("/numbers.txt")) {
                numbers.addAll(numbers(file));
            } else if (name(file).equals(CONTEXTS)) {
                Optional<Yaml.Group> group = group(file);
                clause = group.map(it -> it.values().get(CLAUSE)).flatMap(it -> pattern(it, "(?i)", ""));
                group.ifPresent(it -> it.values().forEach((name, value) -> {
                    if (!name.equals(CLAUSE)) {
                        context(name, value).ifPresent(context -> contexts.put(name, context));
                    }
                }));
            }
        }
        for (SourceFile file : files) {
            if (file.path().endsWith(".yml") && !name(file).equals(CONTEXTS)) {
                group(file)
                        .flatMap(group -> rule(file, group, contexts.keySet()))
                        .ifPresent(rules::add);
            }
        }
        return new Style(style, rules, contexts, clause, numbers);
    }

    private static String name(SourceFile file) {
        String last = file.path().substring(file.path().lastIndexOf('/') + 1);
        return last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
    }

    private Optional<Yaml.Group> group(SourceFile file) {
        Optional<Yaml> yaml = Yaml.read(file, "the style", "broken-style", findings);
        if (yaml.isPresent() && !(yaml.get() instanceof Yaml.Group)) {
            tell(yaml.get().at(), "the file holds no keys and values", "write key: value");
        }
        return yaml.filter(Yaml.Group.class::isInstance).map(Yaml.Group.class::cast);
    }

    private List<Pattern> numbers(SourceFile file) {
        List<Pattern> patterns = new ArrayList<>();
        for (int line = 1; line <= file.text().lines().count(); line++) {
            int at = file.offsetOfLine(line);
            String text = file.text().substring(at, file.offsetOfLine(line + 1)).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                compiled(text, file.at(at)).ifPresent(patterns::add);
            }
        }
        return patterns;
    }

    private Optional<Context> context(String name, Yaml value) {
        if (!(value instanceof Yaml.Group group)) {
            tell(
                    value.at(),
                    "the context " + name + " is no keys and values",
                    "write before, after, sentence or section");
            return Optional.empty();
        }
        List<String> keys = List.of("before", "after", "sentence", "section");
        group.keys().forEach((key, at) -> {
            if (!keys.contains(key)) {
                tell(
                        at,
                        "a context has no key \"" + key + "\"",
                        Nearest.hint(key, keys).orElse("it has " + keys));
            }
        });
        Function<String, Optional<Yaml>> of =
                key -> Optional.ofNullable(group.values().get(key));
        return Optional.of(new Context(
                name,
                of.apply("before").flatMap(it -> pattern(it, "(?i)", "")),
                of.apply("after").flatMap(it -> pattern(it, "(?i)^", "")),
                of.apply("sentence").flatMap(it -> pattern(it, "(?i)", "")),
                of.apply("section").flatMap(it -> pattern(it, "(?i)", ""))));
    }

    // ---- rules

    private Optional<Rule> rule(SourceFile file, Yaml.Group group, Set<String> contexts) {
        int before = findings.sorted().size();
        Keys keys = new Keys(group);
        group.keys().forEach((key, at) -> {
            if (!KEYS.contains(key) && !IGNORED.contains(key)) {
                tell(
                        at,
                        "the key \"" + key + "\" means nothing in a rule",
                        Nearest.hint(key, KEYS).orElse("known are " + KEYS));
            }
        });
        String kind = keys.words("extends").orElse("");
        Optional<Rule.Form> form = form(kind, keys);
        Set<String> excuses = new LinkedHashSet<>(keys.list("excuse"));
        Set<String> known = new LinkedHashSet<>(contexts);
        known.addAll(Context.BUILT_IN);
        excuses.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> tell(
                        keys.at("excuse"),
                        "there is no context \"" + name + "\"",
                        Nearest.hint(name, known).orElse("contexts are declared in contexts.yml beside the rule")));
        Optional<Rule> rule = form.map(it -> new Rule(
                kebab(style) + "-" + kebab(name(file)),
                severity(keys),
                keys.words("message").orElse("\"%s\" is against the style " + style),
                keys.words("hint"),
                keys.words("link"),
                scope(keys, it),
                excuses,
                statuses(keys),
                it,
                SourceSpan.of(file.path())));
        return findings.sorted().size() == before ? rule : Optional.empty();
    }

    private Optional<Rule.Form> form(String kind, Keys keys) {
        String flags = keys.words("ignorecase").filter("true"::equals).isPresent() ? "(?i)" : "";
        return switch (kind) {
            case "existence" -> existence(keys, flags);
            case "substitution" -> substitution(keys, flags);
            case "occurrence" ->
                keys.needed("token")
                        .flatMap(token -> pattern(token, flags, ""))
                        .map(token -> new Rule.Form.Occurrence(token, keys.number("min"), keys.number("max")));
            case "conditional" ->
                keys.needed("first")
                        .flatMap(it -> pattern(it, flags, ""))
                        .flatMap(first -> keys.needed("second")
                                .flatMap(it -> pattern(it, flags, ""))
                                .map(second -> new Rule.Form.Conditional(first, second, keys.list("exceptions"))));
            case "consistency" -> consistency(keys, flags);
            case "metric" -> metric(keys);
            default -> {
                tell(
                        keys.at("extends"),
                        "there is no kind of rule \"" + kind + "\"",
                        Nearest.hint(kind, KINDS).orElse("kinds are " + String.join(", ", KINDS)));
                yield Optional.empty();
            }
        };
    }

    private Optional<Rule.Form> existence(Keys keys, String flags) {
        List<String> tokens = keys.list("tokens");
        String raw = String.join("", keys.list("raw"));
        if (tokens.isEmpty() && raw.isEmpty()) {
            keys.needed("tokens");
            return Optional.empty();
        }
        String all = tokens.isEmpty() ? "" : bounded(String.join("|", tokens), keys);
        String either = all.isEmpty() ? raw : raw.isEmpty() ? all : all + "|" + raw;
        checkEach(keys, "tokens");
        return compiled(flags + either, keys.at(tokens.isEmpty() ? "raw" : "tokens"))
                .map(pattern -> new Rule.Form.Existence(new Sought(pattern), exceptions(keys, flags)));
    }

    /** A token that is no expression is told at its own line. */
    private void checkEach(Keys keys, String key) {
        if (keys.group.values().get(key) instanceof Yaml.Items items) {
            items.items().forEach(item -> pattern(item, "", ""));
        }
    }

    private Optional<Pattern> exceptions(Keys keys, String flags) {
        List<String> exceptions = keys.list("exceptions");
        return exceptions.isEmpty()
                ? Optional.empty()
                : compiled(flags + "(?:" + String.join("|", exceptions) + ")", keys.at("exceptions"));
    }

    private static String bounded(String expression, Keys keys) {
        boolean nonword = keys.words("nonword").filter("true"::equals).isPresent();
        return nonword ? "(?:" + expression + ")" : "\\b(?:" + expression + ")\\b";
    }

    private Optional<Rule.Form> substitution(Keys keys, String flags) {
        if (!(keys.needed("swap").orElse(null) instanceof Yaml.Group swap)) {
            return Optional.empty();
        }
        List<Rule.Swap> swaps = new ArrayList<>();
        swap.values().forEach((observed, better) -> {
            if (better instanceof Yaml.Words words) {
                compiled(flags + bounded(observed, keys), swap.keys().getOrDefault(observed, swap.at()))
                        .ifPresent(pattern -> swaps.add(new Rule.Swap(new Sought(pattern), words.text())));
            }
        });
        return Optional.of(new Rule.Form.Substitution(swaps, exceptions(keys, flags)));
    }

    private Optional<Rule.Form> consistency(Keys keys, String flags) {
        if (!(keys.needed("either").orElse(null) instanceof Yaml.Group either)) {
            return Optional.empty();
        }
        List<Rule.Pair> pairs = new ArrayList<>();
        either.values().forEach((one, other) -> {
            if (other instanceof Yaml.Words words) {
                SourceSpan at = either.keys().getOrDefault(one, either.at());
                compiled(flags + bounded(one, keys), at)
                        .ifPresent(first -> compiled(flags + bounded(words.text(), keys), at)
                                .ifPresent(second -> pairs.add(new Rule.Pair(first, second))));
            }
        });
        return Optional.of(new Rule.Form.Consistency(pairs));
    }

    private Optional<Rule.Form> metric(Keys keys) {
        try {
            return Optional.of(new Rule.Form.Metric(
                    new Formula(keys.words("formula").orElse(""), Counts.none()),
                    Formula.Condition.of(keys.words("condition").orElse(""))));
        } catch (IllegalArgumentException e) {
            tell(keys.at("formula"), String.valueOf(e.getMessage()), "write a formula such as words / sentences");
            return Optional.empty();
        }
    }

    private Severity severity(Keys keys) {
        String level = keys.words("level").orElse("warning");
        if (!List.of("error", "warning", "suggestion").contains(level)) {
            tell(keys.at("level"), "there is no level \"" + level + "\"", "write error, warning or suggestion");
        }
        return switch (level) {
            case "error" -> Severity.ERROR;
            case "suggestion" -> Severity.SUGGESTION;
            default -> Severity.WARNING;
        };
    }

    private Rule.Scope scope(Keys keys, Rule.Form form) {
        boolean wide = form instanceof Rule.Form.Conditional
                || form instanceof Rule.Form.Consistency
                || form instanceof Rule.Form.Metric;
        String word = keys.words("scope").orElse(wide ? "page" : "text");
        Optional<Rule.Scope> scope = Arrays.stream(Rule.Scope.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (scope.isEmpty()) {
            List<String> words =
                    Arrays.stream(Rule.Scope.values()).map(Rule.Scope::word).toList();
            tell(
                    keys.at("scope"),
                    "there is no scope \"" + word + "\"",
                    Nearest.hint(word, words).orElse("scopes are " + String.join(", ", words)));
        }
        return scope.orElse(Rule.Scope.TEXT);
    }

    private Set<Status> statuses(Keys keys) {
        return keys.list("status").stream()
                .flatMap(word -> {
                    Optional<Status> status = Status.of(word);
                    if (status.isEmpty()) {
                        tell(
                                keys.at("status"),
                                "there is no status \"" + word + "\"",
                                Nearest.hint(word, Status.words()).orElse("they are " + Status.words()));
                    }
                    return status.stream();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    // ---- expressions

    /** Of one expression, or of any of a list. */
    private Optional<Pattern> pattern(Yaml value, String before, String after) {
        return switch (value) {
            case Yaml.Words words -> compiled(before + "(?:" + words.text() + ")" + after, words.at());
            case Yaml.Items items -> {
                List<String> all = new ArrayList<>();
                items.items().forEach(item -> {
                    if (item instanceof Yaml.Words words
                            && pattern(words, "", "").isPresent()) {
                        all.add(words.text());
                    }
                });
                yield compiled(before + "(?:" + String.join("|", all) + ")" + after, items.at());
            }
            default -> {
                tell(value.at(), "this is no expression", "write it as a text, in quotes where it holds a colon");
                yield Optional.empty();
            }
        };
    }

    private Optional<Pattern> compiled(String expression, SourceSpan at) {
        try {
            return Optional.of(Pattern.compile(expression, Pattern.UNICODE_CASE));
        } catch (PatternSyntaxException | StackOverflowError e) {
            String why = e instanceof PatternSyntaxException syntax ? syntax.getDescription() : "it is too long";
            tell(at, "the expression cannot be read: " + why, "write a regular expression as Java and Vale read it");
            return Optional.empty();
        }
    }

    private static String kebab(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replaceAll("[^A-Za-z0-9]+", "-");
        String kebab = words.replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
        return kebab.isEmpty() ? "rule" : kebab;
    }

    private void tell(SourceSpan at, String problem, String hint) {
        findings.add(new Finding(Severity.ERROR, FORM, at, problem, Optional.of(hint)));
    }

    /** The keys of a rule. */
    private final class Keys {
        private final Yaml.Group group;

        Keys(Yaml.Group group) {
            this.group = group;
        }

        SourceSpan at(String key) {
            return group.keys().getOrDefault(key, group.at());
        }

        Optional<Yaml> needed(String key) {
            Optional<Yaml> value = Optional.ofNullable(group.values().get(key));
            if (value.isEmpty()) {
                tell(group.at(), "the rule has no \"" + key + "\"", "add a line " + key + ": …");
            }
            return value;
        }

        Optional<String> words(String key) {
            return Optional.ofNullable(group.values().get(key))
                    .filter(Yaml.Words.class::isInstance)
                    .map(value -> ((Yaml.Words) value).text());
        }

        Optional<Integer> number(String key) {
            return words(key).flatMap(text -> {
                if (!text.matches("\\d{1,6}")) {
                    tell(at(key), "\"" + text + "\" is no count", "write a number such as 3");
                    return Optional.empty();
                }
                return Optional.of(Integer.parseInt(text));
            });
        }

        /** One or several. */
        List<String> list(String key) {
            Map<String, Yaml> values = new LinkedHashMap<>(group.values());
            return switch (values.getOrDefault(key, new Yaml.Nothing(group.at()))) {
                case Yaml.Words words -> List.of(words.text());
                case Yaml.Items items ->
                    items.items().stream()
                            .filter(Yaml.Words.class::isInstance)
                            .map(item -> ((Yaml.Words) item).text())
                            .toList();
                default -> List.of();
            };
        }
    }
}
