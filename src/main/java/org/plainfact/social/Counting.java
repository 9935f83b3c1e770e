package org.plainfact.social;

import com.twitter.twittertext.TwitterTextParser;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plainfact.social.WebAddresses.Stretch;

/** How a network counts the length of a text. {@code src/doc/carousels.md} says which network counts how, and who says so. */
public enum Counting {
    /** X: after NFC, most Latin text counts 1, all else 2, an emoji 2, an address 23 (docs.x.com, counting characters). */
    X_WEIGHTED {
        @Override
        public int of(String text) {
            return text.isBlank() ? 0 : weighted(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    },
    /** What a reader takes for one character (Unicode's extended grapheme clusters). */
    GRAPHEMES {
        @Override
        public int of(String text) {
            return graphemes(text).size();
        }
    },
    /** Bytes in UTF-8. */
    UTF_8 {
        @Override
        public int of(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    },
    /** Units of UTF-16, as most programs count. */
    UTF_16 {
        @Override
        public int of(String text) {
            return text.length();
        }
    },
    /** Units of UTF-16 or code points, whichever are more: for networks that do not say how they count. */
    UTF_16_OR_CODE_POINTS {
        @Override
        public int of(String text) {
            return Math.max(text.length(), text.codePointCount(0, text.length()));
        }
    },
    /** Threads: an emoji counts as its bytes in UTF-8, all else as code points. */
    EMOJI_AS_BYTES {
        @Override
        public int of(String text) {
            return graphemes(text).stream().mapToInt(Counting::emojiAsBytes).sum();
        }
    },
    /** Mastodon: graphemes, an address counts 23, and of the name of somebody elsewhere the part before the host. */
    URLS_AS_23 {
        @Override
        public int of(String text) {
            return mastodon(text);
        }
    },
    /** LinkedIn: the length of what is sent, in which reserved characters have a back-slash before them. */
    LITTLE_TEXT {
        @Override
        public int of(String text) {
            return littleText(text).length();
        }
    };

    private static final int URL = 23;
    private static final String RESERVED = "\\|{}@[]()<>#*_~";

    /** The length of a text. */
    public abstract int of(String text);

    /** As data and templates write it: {@code x-weighted}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Counting> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Counting::id).toList();
    }

    /** A text in the form in which LinkedIn takes it. */
    static String littleText(String text) {
        StringBuilder sent = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            if (RESERVED.indexOf(text.charAt(i)) >= 0) {
                sent.append('\\');
            }
            sent.append(text.charAt(i));
        }
        return sent.toString();
    }

    /** The graphemes of a text, in order. */
    static List<String> graphemes(String text) {
        BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
        borders.setText(text);
        List<String> all = new ArrayList<>();
        int from = borders.first();
        for (int to = borders.next(); to != BreakIterator.DONE; to = borders.next()) {
            all.add(text.substring(from, to));
            from = to;
        }
        return all;
    }

    private static int emojiAsBytes(String grapheme) {
        boolean emoji = grapheme.codePoints().anyMatch(Character::isEmojiPresentation)
                || grapheme.indexOf('\uFE0F') >= 0 && grapheme.codePoints().anyMatch(Character::isEmoji)
                || grapheme.codePoints().anyMatch(c -> c >= 0x1F1E6 && c <= 0x1F1FF);
        return emoji ? UTF_8.of(grapheme) : grapheme.codePointCount(0, grapheme.length());
    }

    private static int weighted(String text) {
        if (isPlain(text)) {
            return text.length();
        }
        int count = 0;
        int from = 0;
        for (Stretch url : WebAddresses.in(text, true)) {
            count += words(text.substring(from, url.from())) + URL;
            from = url.to();
        }
        return count + words(text.substring(from));
    }

    private static int words(String text) {
        String words = text.replace('.', ',');
        return isPlain(words) ? words.length() : weightedWords(words);
    }

    /** Whether each character counts one, as X's code would find out by looking for emoji from each on. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < '\u1100' && c != '.' && c != '\u00A9' && c != '\u00AE');
    }

    /** Behind a character of weight one, for X counts no spaces that stand alone; without dots, or it would look for addresses. */
    private static int weightedWords(String text) {
        return TwitterTextParser.parseTweetWithoutUrlExtraction("," + text).weightedLength - 1;
    }

    private static int mastodon(String text) {
        StringBuilder counted = new StringBuilder();
        int from = 0;
        for (Stretch url : WebAddresses.in(text, false)) {
            counted.append(text, from, url.from()).append("x".repeat(URL));
            from = url.to();
        }
        counted.append(text.substring(from));
        return graphemes(counted.toString().replaceAll("(?<![\\w/])(@\\w+)@[\\w.-]*\\w", "$1"))
                .size();
    }
}
