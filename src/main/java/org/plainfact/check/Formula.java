package org.plainfact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sum over counts of a text, such as {@code 0.39 * (words / sentences)}: numbers, names, the four operations, brackets. */
final class Formula {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\d+(?:\\.\\d+)?)|([a-z_][a-z0-9_]*)|([-+*/()]))");
    private static final int DEEPEST = 50;

    private final List<String> tokens = new ArrayList<>();

    /**
     * @param known names that may stand in it
     * @throws IllegalArgumentException where it is none
     */
    Formula(String text, Map<String, Double> known) {
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        String rest = text.stripTrailing();
        while (at < rest.length()) {
            if (!token.find(at) || token.start() != at) {
                throw new IllegalArgumentException("\"" + rest.substring(at).strip() + "\" is no part of a formula");
            }
            tokens.add(token.group().strip());
            at = token.end();
        }
        new Run(known).whole();
    }

    /** The value for counts; infinite or no number where it divides by nothing. */
    double of(Map<String, Double> counts) {
        return new Run(counts).whole();
    }

    /** A comparison with a number, such as {@code > 12}. */
    record Condition(String operator, double bound) {
        private static final Pattern FORM = Pattern.compile("\\s*(<=|>=|<|>|==|!=)\\s*(-?\\d+(?:\\.\\d+)?)\\s*");

        /** @throws IllegalArgumentException where it is none */
        static Condition of(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("\"" + text + "\" is no condition such as > 12");
            }
            return new Condition(matcher.group(1), Double.parseDouble(matcher.group(2)));
        }

        boolean holds(double value) {
            return switch (operator) {
                case "<" -> value < bound;
                case "<=" -> value <= bound;
                case ">" -> value > bound;
                case ">=" -> value >= bound;
                case "==" -> value == bound;
                default -> value != bound;
            };
        }
    }

    private final class Run {
        private final Map<String, Double> counts;
        private int at;
        private int depth;

        Run(Map<String, Double> counts) {
            this.counts = counts;
        }

        double whole() {
            double value = sum();
            if (at < tokens.size()) {
                throw new IllegalArgumentException("\"" + tokens.get(at) + "\" is too much in the formula");
            }
            return value;
        }

        private double sum() {
            double value = product();
            while (next("+") || next("-")) {
                double other = tokens.get(at++).equals("+") ? product() : -product();
                value += other;
            }
            return value;
        }

        private double product() {
            double value = factor();
            while (next("*") || next("/")) {
                value = tokens.get(at++).equals("*") ? value * factor() : value / factor();
            }
            return value;
        }

        private double factor() {
            if (at >= tokens.size() || ++depth > DEEPEST) {
                throw new IllegalArgumentException("the formula has no end, or too many brackets");
            }
            String token = tokens.get(at++);
            double value;
            if (token.equals("(")) {
                value = sum();
                if (!next(")")) {
                    throw new IllegalArgumentException("a bracket is not closed");
                }
                at++;
            } else if (token.equals("-")) {
                value = -factor();
            } else if (Character.isDigit(token.charAt(0))) {
                value = Double.parseDouble(token);
            } else if (counts.containsKey(token)) {
                value = counts.get(token);
            } else {
                throw new IllegalArgumentException(
                        "\"" + token + "\" is not counted; counted are " + String.join(", ", counts.keySet()));
            }
            depth--;
            return value;
        }

        private boolean next(String token) {
            return at < tokens.size() && tokens.get(at).equals(token);
        }
    }
}
