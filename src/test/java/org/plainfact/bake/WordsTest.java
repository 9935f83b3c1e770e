package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainfact.data.Entry;
import org.plainfact.data.Field;
import org.plainfact.directive.Block.Inline;
import org.plainfact.source.SourceSpan;

/** Text without markup, and the names of kinds. */
class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One <em>two</em></p> | One two",
                "a &lt;b&gt; &amp; c | a <b> & c",
                "<a title=\"x > y\" href='#'>here</a> | here",
                "&#65;&#x42;&unknown; & c | AB&unknown; & c",
                "<p>a</p>  <p>b</p> | a b"
            })
    void markup_is_left_out_and_entities_are_read(String html, String words) {
        assertThat(Words.of(List.of(new Inline.Html(html)))).isEqualTo(words);
    }

    @Test
    void text_is_joined_in_order() {
        assertThat(Words.of(List.of(new Inline.Html("<b>It "), new Inline.Html("is</b>."))))
                .isEqualTo("It is.");
    }

    @Test
    void a_source_without_words_of_its_own_is_called_by_its_title() {
        SourceSpan place = SourceSpan.of("data/sources.json");
        Entry source = new Entry(
                "sources", "trial", Map.of("title", new Field.Text("Field trial", place)), "/records/0", place);

        assertThat(Words.of(List.of(
                        new Inline.Html("Says "),
                        new Inline.SourceRef(source, Optional.empty()),
                        new Inline.Html(" or "),
                        new Inline.SourceRef(source, Optional.of("the trial")))))
                .isEqualTo("Says Field trial or the trial");
    }

    @ParameterizedTest
    @CsvSource({"TableBlock,table-block", "Prose,prose", "NOT_FOUND,not-found", "MEASURED,measured"})
    void kinds_are_named_in_kebab_case(String name, String kebab) {
        assertThat(Names.kebab(name)).isEqualTo(kebab);
    }

    @ParameterizedTest
    @CsvSource({"2026-13-01", "soon", "2026-1-1", "26-01-01"})
    void what_is_no_date_is_printed_as_it_is(String text) {
        assertThat(Names.date(text)).isEqualTo(text);
    }
}
