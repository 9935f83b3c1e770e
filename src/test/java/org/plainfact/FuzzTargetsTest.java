package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jazzer passes over a second method, and over a folder of inputs that it does not find, without a word. */
class FuzzTargetsTest {
    static List<Fuzzing.Target> targets() {
        return Fuzzing.targets();
    }

    @Test
    void whatever_is_read_from_outside_has_one() {
        assertThat(Fuzzing.targets())
                .extracting(Fuzzing.Target::shortName)
                .contains(
                        "FrontMatter",
                        "Markdown",
                        "Dataset",
                        "Expression",
                        "Formula",
                        "Route",
                        "Request",
                        "Carousel",
                        "Cut",
                        "Post");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void has_one_method_and_inputs_of_its_own(Fuzzing.Target target) {
        assertThat(target.methods()).hasSize(1);
        assertThat(target.inputs()).isNotEmptyDirectory();
    }
}
