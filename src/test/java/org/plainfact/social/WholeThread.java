package org.plainfact.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of every text that is told in several posts: nothing is lost, nothing is too long that could be parted, nothing whole is broken. */
final class WholeThread {
    private WholeThread() {}

    static void check(List<Phrase> paragraphs, Limit limit, boolean numbered) {
        List<String> posts = new Cut(List.of(limit), numbered, Locale.ENGLISH).of(paragraphs, 1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            String number = "\n\n" + (i + 1) + "/" + posts.size();
            boolean counted = numbered && posts.size() > 1;
            assertThat(posts.get(i)).endsWith(counted ? number : "");
            texts.add(counted ? posts.get(i).substring(0, posts.get(i).length() - number.length()) : posts.get(i));
        }
        assertThat(bare(String.join(" ", texts)))
                .isEqualTo(bare(paragraphs.stream().map(Phrase::text).collect(Collectors.joining(" "))));
        Set<String> smallest = smallest(paragraphs);
        for (int i = 0; i < posts.size(); i++) {
            if (!limit.holds(posts.get(i))) {
                assertThat(smallest)
                        .as("too long though it could be parted: " + posts.get(i))
                        .contains(texts.get(i));
            }
        }
        String whole = String.join("\u0000", texts);
        paragraphs.forEach(paragraph -> paragraph
                .whole()
                .forEach(stretch -> assertThat(whole)
                        .contains(paragraph
                                .text()
                                .substring(stretch.from(), stretch.to())
                                .strip())));
        texts.forEach(text -> assertThat(begins(text) || paragraphs.stream().anyMatch(it -> beginsLike(it, text)))
                .as("begins within a character: " + text)
                .isTrue());
    }

    /** What cannot be parted. */
    private static Set<String> smallest(List<Phrase> paragraphs) {
        return paragraphs.stream()
                .flatMap(paragraph -> paragraph.sentences(Locale.ENGLISH).stream())
                .flatMap(sentence -> sentence.words(Locale.ENGLISH).stream())
                .map(word -> word.text().strip())
                .collect(Collectors.toSet());
    }

    private static boolean begins(String text) {
        int type = Character.getType(text.codePointAt(0));
        return type != Character.NON_SPACING_MARK
                && type != Character.COMBINING_SPACING_MARK
                && type != Character.SURROGATE;
    }

    /** A paragraph, or a word behind a space, that begins within a character was written so. */
    private static boolean beginsLike(Phrase paragraph, String text) {
        int end = Math.min(text.length(), 2);
        int at = paragraph.text().indexOf(text.substring(0, end));
        return at == 0 || at > 0 && Character.isWhitespace(paragraph.text().charAt(at - 1));
    }

    private static String bare(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
