package org.plainfact.page;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.page.StyleSheet.Declaration;
import org.plainfact.page.StyleSheet.Rule;
import org.plainfact.picture.Contrast;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;

/**
 * The colours of a style sheet, in light and in dark: whether each that text has can be read on what is behind it, which is
 * the background of the same rule, or else that of the page. Colours that are not opaque, or are computed, are passed over.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2: contrast (minimum)</a>
 */
public final class Palette {
    static final String RULE = "low-contrast";

    /** Of text of an ordinary size. */
    private static final double ENOUGH = 4.5;

    private static final int DEEPEST = 20;
    private static final Pattern DARK = Pattern.compile("prefers-color-scheme\\s*:\\s*dark");
    private static final Pattern OTHER_MEDIA =
            Pattern.compile("^@(?!media|layer|supports|container)|\\bprint\\b|prefers-contrast|forced-colors");
    private static final Pattern ROOT = Pattern.compile(":root|html");
    private static final Pattern VARIABLE = Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*(?:,\\s*([^()]*))?\\)");
    private static final Pattern LIGHT_DARK =
            Pattern.compile("light-dark\\(\\s*([^,()]+(?:\\([^()]*\\))?)\\s*,\\s*([^,()]+(?:\\([^()]*\\))?)\\s*\\)");
    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern RGB =
            Pattern.compile("rgb\\(\\s*(\\d{1,3})\\s*[, ]\\s*(\\d{1,3})\\s*[, ]\\s*(\\d{1,3})\\s*\\)");

    /** Words in quotes behind a slash stand in for generated content when it is read out: none make it decoration. */
    private static final Pattern DECORATION = Pattern.compile("/\\s*(?:\"\"|'')\\s*$|^(?:\"\"|'')$");

    private enum Scheme {
        LIGHT,
        DARK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final StyleSheet sheet;
    private final Map<Scheme, Map<String, String>> tokens = new LinkedHashMap<>();

    private Palette(StyleSheet sheet) {
        this.sheet = sheet;
        for (Scheme scheme : Scheme.values()) {
            Map<String, String> values = new LinkedHashMap<>();
            root(false).forEach(each -> values.put(each.property(), each.value()));
            if (scheme == Scheme.DARK) {
                root(true).forEach(each -> values.put(each.property(), each.value()));
            }
            tokens.put(scheme, values);
        }
    }

    private List<Declaration> root(boolean dark) {
        return sheet.rules().stream()
                .filter(rule -> ROOT.matcher(rule.selector()).matches() && rule.isIn(DARK) == dark)
                .flatMap(rule -> rule.declarations().stream())
                .filter(declaration -> declaration.property().startsWith("--"))
                .toList();
    }

    /** Tells colours of a style sheet that cannot be read. */
    public static void tell(SourceFile css, Findings findings) {
        new Palette(StyleSheet.read(css)).tell(findings);
    }

    private void tell(Findings findings) {
        for (Rule rule : sheet.rules()) {
            boolean decorates = rule.declared("content")
                    .filter(content -> DECORATION.matcher(content.value()).find())
                    .isPresent();
            if (!decorates && !rule.isIn(OTHER_MEDIA)) {
                rule.declared("color").ifPresent(color -> tell(rule, color, findings));
            }
        }
    }

    private void tell(Rule rule, Declaration color, Findings findings) {
        for (Scheme scheme : Scheme.values()) {
            boolean shown = scheme == Scheme.DARK || !rule.isIn(DARK);
            Optional<String> behind = background(rule).or(this::ground);
            Optional<Color> ink = color(color.value(), scheme);
            Optional<Color> paper = behind.flatMap(value -> color(value, scheme));
            if (shown && ink.isPresent() && paper.isPresent()) {
                double contrast = Contrast.of(ink.get(), paper.get());
                if (contrast < ENOUGH) {
                    findings.warning(
                            RULE,
                            color.at(),
                            String.format(
                                    Locale.ROOT,
                                    "the colour %s of \"%s\" on %s has a contrast of %.2f in %s; text needs %.1f",
                                    color.value(),
                                    rule.selector(),
                                    behind.get(),
                                    contrast,
                                    scheme.word(),
                                    ENOUGH),
                            Optional.of("take a colour that is further from its background"));
                }
            }
        }
    }

    /** What is behind the whole page. */
    private Optional<String> ground() {
        return sheet.rules().stream()
                .filter(rule -> rule.heads().size() == 1 && rule.selector().matches("body|html|:root"))
                .flatMap(rule -> background(rule).stream())
                .findFirst();
    }

    private static Optional<String> background(Rule rule) {
        return rule.declared("background-color")
                .or(() -> rule.declared("background"))
                .map(Declaration::value)
                .filter(value -> !value.matches("none|transparent|inherit|unset|initial"));
    }

    private Optional<Color> color(String value, Scheme scheme) {
        String resolved = value;
        for (int i = 0; i < DEEPEST; i++) {
            Matcher variable = VARIABLE.matcher(resolved);
            if (!variable.find()) {
                break;
            }
            String found = tokens.getOrDefault(scheme, Map.of()).get(variable.group(1));
            String other = found == null ? String.valueOf(variable.group(2)) : found;
            resolved = resolved.substring(0, variable.start()) + other + resolved.substring(variable.end());
        }
        Matcher both = LIGHT_DARK.matcher(resolved);
        if (both.matches()) {
            resolved = both.group(scheme == Scheme.LIGHT ? 1 : 2);
        }
        return opaque(resolved.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<Color> opaque(String value) {
        Matcher rgb = RGB.matcher(value);
        if (HEX.matcher(value).matches()) {
            return Optional.of(hex(value.substring(1)));
        }
        if (rgb.matches()) {
            List<Integer> channels = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                channels.add(Math.min(255, Integer.parseInt(rgb.group(i))));
            }
            return Optional.of(new Color(channels.get(0), channels.get(1), channels.get(2)));
        }
        return switch (value) {
            case "white" -> Optional.of(Color.WHITE);
            case "black" -> Optional.of(Color.BLACK);
            default -> Optional.empty();
        };
    }

    private static Color hex(String digits) {
        String six = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
        return new Color(Integer.parseInt(six, 16));
    }
}
