package org.plainfact.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where lines of a picture may end. */
class LineBreaksTest {
    @Test
    void a_word_is_not_parted_at_its_apostrophe() {
        assertThat(parts("another company\u2019s GPUs")).containsExactly("another ", "company\u2019s ", "GPUs");
    }

    @Test
    void a_line_may_end_behind_a_hyphen() {
        assertThat(parts("data-centre power")).containsExactly("data-", "centre ", "power");
    }

    private static List<String> parts(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to > from) {
                parts.add(text.substring(from, to));
            }
            from = to;
        }
        return parts;
    }
}
