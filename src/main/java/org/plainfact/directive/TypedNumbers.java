package org.plainfact.directive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Figure;

/**
 * The rule that a number is a figure: finds numbers that somebody typed into a text. No number in this sense are years and
 * dates, parts of names ({@code H2O}, {@code Apollo 11}, {@code v6.1}), what tells one thing from others of its kind ({@code page
 * 12}, {@code Section 2.1}) unless a unit stands behind it, and the count of what is listed beside the text.
 */
public final class TypedNumbers {
    /** Digits that stand free of letters, with marks for thousands and decimals, a percent sign behind them or not. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,/_#])[−-]?\\d+(?:[.,\u202f\u00a0]\\d+)*(?![\\p{L}\\p{N}_/]|[-.]\\p{L})");

    /** Of a document or a result: {@code 5.1-0061}. */
    private static final Pattern IDENTIFIER = Pattern.compile("[\\d.]+-0\\d+");

    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20|21)\\d\\d");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d\\d(?:-\\d\\d)?");

    /** A capital, or letters and digits mixed, as names begin: {@code Apollo}, {@code v6.1}, {@code GB200}. */
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}’'-]*|\\p{L}+\\d[\\p{L}\\p{N}.-]*");

    private static final Pattern MONTH = Pattern.compile(
            "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?"
                    + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?");

    private static final List<String> NUMBERED_THINGS = lines("numbered.txt").toList();

    private static final int LONGEST_THING =
            NUMBERED_THINGS.stream().mapToInt(String::length).max().orElse(0);

    private static final Pattern NUMBERED = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            + NUMBERED_THINGS.stream().map(TypedNumbers::asBegun).collect(Collectors.joining("|"))
            + ")$");

    /** How things are numbered, and nothing is measured: neither with a sign nor with marks for thousands. */
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,4}(?:\\.\\d+)*");

    private static final Pattern QUANTITY = Pattern.compile("^(?:[–-]\\d[\\d.,]*)?\\s*(?:"
            + lines("quantities.txt").collect(Collectors.joining("|"))
            + ")(?![\\p{L}\\p{N}])");

    private static final Pattern NO_NUMBER = Pattern.compile("[^\\d.,]+");

    /** Characters on either side of a number that may say what it is. With all of a long text each number would cost as much as the text. */
    private static final int NEAR = 256;

    private TypedNumbers() {}

    private static Stream<String> lines(String resource) {
        try (InputStream in = TypedNumbers.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a capital or without. */
    private static String asBegun(String noun) {
        String first = noun.substring(0, 1);
        return "[" + first + first.toUpperCase(Locale.ROOT) + "]" + Pattern.quote(noun.substring(1));
    }

    /**
     * A number that was typed.
     *
     * @param words as written, with a percent sign where one follows
     * @param start offset of its first character in the text
     * @param end offset behind its last digit
     */
    public record Typed(String words, int start, int end) {}

    /**
     * As they are written, in order.
     *
     * @param counts numbers of things that stand beside the text, such as the rows of a table: they may be named
     */
    public static List<String> in(List<Inline> inlines, Set<Integer> counts) {
        List<String> found = new ArrayList<>();
        for (Inline inline : inlines) {
            if (inline instanceof Inline.Html html) {
                found.addAll(in(Html.text(html.html()), counts));
            }
        }
        return found;
    }

    /** As {@link #in(List, Set)}, of plain text. */
    public static List<String> in(String text, Set<Integer> counts) {
        return find(text, counts).stream().map(Typed::words).toList();
    }

    /** As {@link #in(String, Set)}, with the places. */
    public static List<Typed> find(String text, Set<Integer> counts) {
        List<Typed> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(text).useTransparentBounds(true);
        for (int from = 0; found(number, text, from); from = number.end()) {
            String word = number.group();
            String before = text.substring(Math.max(0, number.start() - NEAR), number.start());
            String after = text.substring(number.end(), Math.min(text.length(), number.end() + NEAR));
            boolean share = after.stripLeading().startsWith("%");
            boolean excused = IDENTIFIER.matcher(joined(before, word, after)).matches()
                    || YEAR.matcher(word).matches()
                    || isDate(before, word, after)
                    || (isNumbered(before) ? isOrdinal(before, word, after) : isName(before))
                    || isCount(word, counts);
            if (share || !excused) {
                found.add(new Typed(word + (share ? " %" : ""), number.start(), number.end()));
            }
        }
        return List.copyOf(found);
    }

    /** As {@link Matcher#find()}, tried only where digits begin: most of a text is none. */
    private static boolean found(Matcher number, String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (isDigit(text, at) && !isDigit(text, at - 1)) {
                boolean signed = at > from && "−-".indexOf(text.charAt(at - 1)) >= 0;
                if ((signed && number.region(at - 1, text.length()).lookingAt())
                        || number.region(at, text.length()).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** With what hyphens join to it. */
    private static String joined(String before, String number, String after) {
        int from = before.length();
        while (from > 0 && "0123456789.-".indexOf(before.charAt(from - 1)) >= 0) {
            from--;
        }
        String whole = before.substring(from)
                + number
                + beginning(after, letter -> letter >= '0' && letter <= '9' || letter == '.' || letter == '-');
        int to = whole.length();
        while (to > 0 && ".-".indexOf(whole.charAt(to - 1)) >= 0) {
            to--;
        }
        return whole.substring(0, to);
    }

    /** As far as it is made of some characters. */
    private static String beginning(String text, IntPredicate of) {
        int to = 0;
        while (to < text.length() && of.test(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return text.substring(0, to);
    }

    private static boolean isDate(String before, String number, String after) {
        String next = beginning(after.stripLeading(), Character::isLetter);
        String last = lastWord(before);
        String dashed = beginning(after, letter -> letter >= '0' && letter <= '9' || letter == '-');
        return ISO_DATE.matcher(last + number + dashed).matches()
                || MONTH.matcher(next).matches()
                || MONTH.matcher(last).matches();
    }

    /** Right behind a thing that is numbered, or behind the first of two numbers that a dash joins. */
    private static boolean isNumbered(String before) {
        int to = before.length();
        if (to > 0 && "–-".indexOf(before.charAt(to - 1)) >= 0) {
            int first = to - 1;
            while (first > 0 && (isDigit(before, first - 1) || before.charAt(first - 1) == '.')) {
                first--;
            }
            if (!isDigit(before, first)) {
                return false;
            }
            to = first;
        }
        String thing = before.substring(0, to).stripTrailing();
        return thing.length() < to
                && NUMBERED.matcher(thing)
                        .region(Math.max(0, thing.length() - LONGEST_THING), thing.length())
                        .useTransparentBounds(true)
                        .find();
    }

    /** The number of a thing, and no quantity; at the beginning of a sentence “No.” may be an answer. */
    private static boolean isOrdinal(String before, String number, String after) {
        boolean answer = before.stripTrailing().endsWith("No.")
                && begins(before, "No.")
                && after.chars().anyMatch(Character::isLetter);
        return ORDINAL.matcher(number).matches() && !QUANTITY.matcher(after).find() && !answer;
    }

    /** Behind a word with a capital, which then must not begin the sentence, or of letters and digits. */
    private static boolean isName(String before) {
        String word = lastWord(before);
        if (!NAME.matcher(word).matches()) {
            return false;
        }
        return !begins(before, word) || word.endsWith("-") || word.chars().anyMatch(Character::isDigit);
    }

    /** Whether the sentence does, with the last word. */
    private static boolean begins(String before, String word) {
        String earlier = before.substring(0, before.lastIndexOf(word)).strip();
        return earlier.isEmpty() || ".?!:\n".indexOf(earlier.charAt(earlier.length() - 1)) >= 0;
    }

    private static boolean isCount(String number, Set<Integer> counts) {
        return !counts.isEmpty() && number.matches("\\d{1,4}") && counts.contains(Integer.parseInt(number));
    }

    private static String lastWord(String before) {
        String text = before.stripTrailing();
        int at = text.length();
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && "(“\"–—,;".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return text.substring(at);
    }

    /**
     * How to name the figure that a typed number most likely means. Of those that read the same, one that is recorded or
     * calculated comes before a station of a curve, and then the one with the shorter address: it says less beside the
     * value.
     */
    public static Optional<String> hint(String number, Library library) {
        return Optional.ofNullable(library.figuresByDigits().get(digits(number)))
                .map(figure ->
                        "name the figure: {figure}`" + figure.address() + "`, which reads “" + figure.text() + "”")
                .or(() -> Optional.of("name a figure in its place: {figure}`record.field`"));
    }

    /** The figure that each number most likely means, by its digits. */
    static Map<String, Figure> byDigits(Library library) {
        Comparator<Figure> likelier = Comparator.comparing((Figure figure) -> isOfCurve(figure, library))
                .thenComparing(figure -> figure.address().length())
                .thenComparing(Figure::address);
        Map<String, Figure> likeliest = new HashMap<>();
        library.figures().addresses().stream()
                .flatMap(address -> library.figures().find(address).stream())
                .forEach(figure -> NO_NUMBER
                        .splitAsStream(figure.display())
                        .forEach(part -> likeliest.merge(digits(part), figure, BinaryOperator.minBy(likelier))));
        return Map.copyOf(likeliest);
    }

    private static boolean isOfCurve(Figure figure, Library library) {
        return library.declaresCurve(figure.address().split("\\.", 2)[0]);
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            if (isDigit(number, i) || number.charAt(i) == '.') {
                digits.append(number.charAt(i));
            }
        }
        boolean stop = !digits.isEmpty() && digits.charAt(digits.length() - 1) == '.';
        return digits.substring(0, digits.length() - (stop ? 1 : 0));
    }
}
