package org.plainfact.data;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A product of named things to rational powers: a dimension in base units, or the factors of a unit's name. */
record Powers(SortedMap<String, Exponent> of) {
    static final Powers NONE = new Powers(Collections.emptySortedMap());

    Powers {
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    static Powers of(String name) {
        return new Powers(new TreeMap<>(Collections.singletonMap(name, Exponent.ONE)));
    }

    boolean isNone() {
        return of.isEmpty();
    }

    Powers times(Powers other) {
        TreeMap<String, Exponent> product = new TreeMap<>(of);
        other.of.forEach((name, exponent) -> product.merge(name, exponent, Exponent::plus));
        product.values().removeIf(Exponent::isZero);
        return new Powers(product);
    }

    Powers toThe(Exponent exponent) {
        TreeMap<String, Exponent> power = new TreeMap<>();
        of.forEach((name, each) -> power.put(name, each.times(exponent)));
        power.values().removeIf(Exponent::isZero);
        return new Powers(power);
    }

    /** How much there is to read: a factor counts one more than its exponent. */
    double size() {
        return of.size() + of.values().stream().mapToDouble(Exponent::size).sum();
    }

    /** {@code W·K⁻⁴·m⁻²}, positive powers first. */
    String product() {
        return of.entrySet().stream()
                .sorted((a, b) -> Boolean.compare(
                        a.getValue().numerator() < 0, b.getValue().numerator() < 0))
                .map(entry -> entry.getKey() + entry.getValue().suffix())
                .collect(Collectors.joining("·"));
    }

    /** {@code W/(K⁴·m²)}. */
    String fraction() {
        String over = side(1);
        String under = side(-1);
        if (under.isEmpty()) {
            return over;
        }
        boolean several =
                of.values().stream().filter(each -> each.numerator() < 0).count() > 1;
        return (over.isEmpty() ? "1" : over) + "/" + (several ? "(" + under + ")" : under);
    }

    private String side(int sign) {
        return of.entrySet().stream()
                .filter(entry -> entry.getValue().numerator() * sign > 0)
                .map(entry -> grouped(entry.getKey())
                        + (sign > 0 ? entry.getValue() : entry.getValue().negated()).suffix())
                .collect(Collectors.joining("·"));
    }

    private static String grouped(String name) {
        return name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '%' || c == '°')
                ? name
                : "(" + name + ")";
    }
}
