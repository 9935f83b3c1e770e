package org.plainfact.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that say nothing to those who hear them by themselves, as links and pictures are heard.
 *
 * @see <a href="https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html">WCAG 2.2: link purpose</a>
 * @see <a href="https://www.w3.org/WAI/WCAG22/Techniques/failures/F30">WCAG 2.2: failure F30, a file name as alternative</a>
 */
public final class Vague {
    public static final String HINT = "say what is found there: the title of the page, or what it tells";
    public static final String ALT_HINT = "write what the picture shows";

    private static final Set<String> NOTHING = words();
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String ENDS = " \t\n\013\f\r.…:!?»›→>";

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+");
    private static final Pattern FILE =
            Pattern.compile("\\S+\\.(?:svg|png|jpe?g|gif|webp|avif|bmp|tiff?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAMERA = Pattern.compile(
            "(?:IMG|DSC|DSCN|DSCF|PXL|image|picture|photo|screenshot)[-_ ]?\\d*", Pattern.CASE_INSENSITIVE);

    private Vague() {}

    private static Set<String> words() {
        try (InputStream in = Vague.class.getResourceAsStream("vague-links.txt")) {
            if (in == null) {
                throw new IllegalStateException("vague-links.txt is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the text of a link says nothing of where it leads. A bare address says nothing in any language.
     *
     * @param english whether the text is
     */
    public static boolean isVague(String text, boolean english) {
        return (english && NOTHING.contains(plain(text)))
                || ADDRESS.matcher(text.strip()).matches();
    }

    /** In small letters, without marks at the end. Asked of every link of every page. */
    private static String plain(String text) {
        String words = text.strip();
        int end = words.length();
        while (end > 0 && ENDS.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return SPACE.matcher(words.substring(0, end)).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** Whether a language, as a tag of BCP 47, is English. */
    public static boolean isEnglish(String language) {
        return language.equals("en") || language.startsWith("en-");
    }

    public static String problem(String text) {
        return "the link \"" + text.strip() + "\" does not say where it leads";
    }

    /** Whether the words for a picture are the name of its file. */
    public static boolean isFileName(String alt) {
        String words = alt.strip();
        return FILE.matcher(words).matches() || CAMERA.matcher(words).matches();
    }

    public static String altProblem(String alt) {
        return "the words for a picture are the name of a file: " + alt.strip();
    }
}
