package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plainfact.data.Field;
import org.plainfact.source.Finding;
import org.plainfact.source.SourceSpan;

class MembersTest {
    @Test
    void a_template_sees_what_a_record_holds_but_not_where_it_stands() {
        assertThat(Members.of(Field.Text.class)).containsOnlyKeys("text");
        assertThat(Members.of(Finding.class)).containsKey("problem").doesNotContainKey("span");
    }

    @Test
    void a_record_that_holds_only_its_place_is_seen_all_the_same() {
        assertThat(Members.shows(Field.Null.class)).isTrue();
        assertThat(Members.of(Field.Null.class)).isEmpty();
    }

    @Test
    void a_place_itself_is_not_seen() {
        assertThat(Members.shows(SourceSpan.class)).isFalse();
    }
}
