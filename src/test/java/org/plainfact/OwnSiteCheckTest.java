package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The site of this repository holds to its own rules. */
class OwnSiteCheckTest {
    @Test
    void no_rule_raises_an_alarm_on_the_content_of_this_repository() {
        Built.Answer answer = Built.run(Path.of(""), "check", "--future");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("0 errors, 0 warnings (");
    }
}
