package org.plainfact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plainfact.check.Prose.Stretch;
import org.plainfact.content.Passage;
import org.plainfact.source.SourceSpan;

class ProseTest {
    private static final Pattern QUOTATION = Pattern.compile("“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\\p{L})");

    @Test
    void quotations_are_those_that_an_expression_finds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            String text = text(random, 1 + random.nextInt(30));
            List<Stretch> expected = new ArrayList<>();
            Matcher quotation = QUOTATION.matcher(text);
            while (quotation.find()) {
                expected.add(new Stretch(quotation.start(), quotation.end()));
            }

            assertThat(prose(text).quotations()).as("seed %d: %s", seed, text).isEqualTo(expected);
        }
    }

    @Test
    void a_part_is_quoted_where_a_quotation_holds_all_of_it() {
        Prose prose = prose("a “b c” d “e”");

        assertThat(prose.quotes(new Stretch(3, 4))).isTrue();
        assertThat(prose.quotes(new Stretch(11, 12))).isTrue();
        assertThat(prose.quotes(new Stretch(5, 9))).isFalse();
        assertThat(prose.quotes(new Stretch(8, 9))).isFalse();
        assertThat(prose.quotes(new Stretch(0, 1))).isFalse();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("“”\"‘’ab ".charAt(random.nextInt(8)));
        }
        return text.toString();
    }

    private static Prose prose(String text) {
        List<Passage.Run> runs = List.of(new Passage.Run.Words(text, SourceSpan.of("content/x.md")));
        return Prose.of(new Passage(Passage.Kind.TEXT, false, runs), "", call -> new Prose.Meaning.Words(""));
    }
}
