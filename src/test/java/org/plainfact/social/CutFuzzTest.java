package org.plainfact.social;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.plainfact.directive.Plain.Run;

class CutFuzzTest {
    /** Where figures begin and end in an input. */
    private static final String FIGURE = "\\|";

    @FuzzTest
    void any_text_is_told_whole_and_within_the_limit(byte[] bytes) {
        if (bytes.length < 3) {
            return;
        }
        // Three letters say how it is counted, how long a post may be, and whether posts bear numbers.
        Counting counting = Counting.values()[Math.floorMod(bytes[0], Counting.values().length)];
        Limit limit = new Limit(counting, 30 + 2 * (bytes[1] & 0x7F));
        boolean numbered = (bytes[2] & 1) != 0;
        List<Phrase> paragraphs = new ArrayList<>();
        for (String paragraph : new String(bytes, 3, bytes.length - 3, UTF_8).split("\n")) {
            List<Run> runs = new ArrayList<>();
            String[] stretches = paragraph.split(FIGURE);
            for (int i = 0; i < stretches.length; i++) {
                runs.add(new Run(stretches[i], i % 2 == 1));
            }
            paragraphs.add(Phrase.of(runs));
        }
        WholeThread.check(paragraphs, limit, numbered);
    }
}
