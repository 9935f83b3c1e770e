package org.plainfact.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells a text in several posts: parted between paragraphs and sentences, within a sentence only where it is longer than a
 * post, and then between words. What cannot be parted is left whole, though it is too long.
 *
 * @param numbered whether each of several posts ends in its number: {@code 2/3}
 * @param language of the text
 */
record Cut(List<Limit> limits, boolean numbered, Locale language) {
    private static final int MOST_DIGITS = 3;

    /**
     * The posts, in order.
     *
     * @param least so many posts where the text has as many paragraphs
     */
    List<String> of(List<Phrase> paragraphs, int least) {
        List<String> whole = new Filling(paragraphs, least, "").posts;
        if (whole.size() < 2 || !numbered) {
            return whole;
        }
        List<String> posts = whole;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            posts = new Filling(paragraphs, least, number("9".repeat(digits), "9".repeat(digits))).posts;
            if (String.valueOf(posts.size()).length() <= digits) {
                break;
            }
        }
        return numbered(posts);
    }

    private static List<String> numbered(List<String> posts) {
        return IntStream.range(0, posts.size())
                .mapToObj(i -> posts.get(i) + number(String.valueOf(i + 1), String.valueOf(posts.size())))
                .toList();
    }

    private static String number(String of, String count) {
        return "\n\n" + of + "/" + count;
    }

    /** Fills one post after the other. */
    private final class Filling {
        private final List<String> posts = new ArrayList<>();
        private final String reserved;
        private StringBuilder post = new StringBuilder();

        Filling(List<Phrase> paragraphs, int least, String reserved) {
            this.reserved = reserved;
            for (int i = 0; i < paragraphs.size(); i++) {
                // As many paragraphs are left as posts are missing: each begins one.
                boolean begins = paragraphs.size() - i < least - posts.size();
                add(paragraphs.get(i), begins);
            }
            flush();
        }

        private void add(Phrase paragraph, boolean begins) {
            if (begins) {
                flush();
            }
            if (fits(post + between() + paragraph.text())) {
                post.append(between()).append(paragraph.text());
                return;
            }
            String between = between();
            List<Phrase> sentences = paragraph.sentences(language);
            for (int i = 0; i < sentences.size(); ) {
                int most = most(post + between, sentences, i);
                if (most > 0) {
                    append(between, sentences, i, most);
                } else {
                    add(sentences.get(i));
                }
                i += Math.max(1, most);
                between = "";
            }
        }

        private String between() {
            return post.isEmpty() ? "" : "\n\n";
        }

        /** One that has no room behind what is there. */
        private void add(Phrase sentence) {
            flush();
            if (fits(sentence.text())) {
                post.append(sentence.text());
                return;
            }
            List<Phrase> words = sentence.words(language);
            for (int i = 0; i < words.size(); ) {
                int most = most(post.toString(), words, i);
                if (most == 0 && !post.isEmpty()) {
                    flush();
                    continue;
                }
                append("", words, i, Math.max(1, most));
                i += Math.max(1, most);
            }
        }

        private void append(String between, List<Phrase> pieces, int from, int count) {
            post.append(between).append(joined(pieces, from, count));
        }

        private static String joined(List<Phrase> pieces, int from, int count) {
            return pieces.subList(from, from + count).stream().map(Phrase::text).collect(Collectors.joining());
        }

        /** How many pieces fit behind a text: with more pieces it is longer, so few are tried. */
        private int most(String text, List<Phrase> pieces, int from) {
            int left = pieces.size() - from;
            int fitting = 0;
            int beyond = 1;
            while (beyond <= left && fits(text + joined(pieces, from, beyond))) {
                fitting = beyond;
                beyond *= 2;
            }
            beyond = Math.min(beyond, left + 1);
            while (beyond - fitting > 1) {
                int middle = (fitting + beyond) >>> 1;
                if (fits(text + joined(pieces, from, middle))) {
                    fitting = middle;
                } else {
                    beyond = middle;
                }
            }
            return fitting;
        }

        private boolean fits(String text) {
            String all = text.strip() + reserved;
            return limits.stream().allMatch(limit -> limit.holds(all));
        }

        private void flush() {
            String text = post.toString().strip();
            if (!text.isEmpty()) {
                posts.add(text);
            }
            post = new StringBuilder();
        }
    }
}
