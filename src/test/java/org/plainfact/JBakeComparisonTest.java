package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each site of {@code src/test/jbake/sites}, built by Plainfact, is byte for byte what JBake makes of it ({@code golden}),
 * but for the files that we chose to make otherwise ({@code chosen}), which are as they stand there.
 */
@Isolated("it sets the time zone and properties of the machine")
class JBakeComparisonTest {
    private static final Map<String, String> RECORDED = Map.of("user.language", "en", "user.country", "US");
    private static final Map<String, Optional<String>> HERE = new HashMap<>();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    private Path folder;

    /** As where JBake's output was recorded. */
    @BeforeAll
    static void setDefaults() {
        RECORDED.forEach((key, value) -> HERE.put(key, Optional.ofNullable(System.setProperty(key, value))));
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void restoreDefaults() {
        HERE.forEach((key, value) ->
                value.ifPresentOrElse(it -> System.setProperty(key, it), () -> System.clearProperty(key)));
        TimeZone.setDefault(ZONE);
    }

    static List<String> sites() {
        return JBakeSites.names();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void a_jbake_site_is_built_as_jbake_builds_it(String site) {
        SortedMap<String, String> expected = new TreeMap<>(JBakeSites.golden(site));
        expected.putAll(JBakeSites.chosen(site));

        Path copy = folder.resolve(site);
        JBakeSites.copy(site, copy);
        Built.run(copy, "build").succeeded();

        assertThat(JBakeSites.built(site, copy)).isEqualTo(expected);
    }

    @Test
    void what_we_chose_to_make_otherwise_is_otherwise() {
        assertThat(JBakeSites.otherwise())
                .allSatisfy(site -> assertThat(JBakeSites.chosen(site))
                        .isNotEmpty()
                        .allSatisfy((file, content) -> assertThat(content)
                                .as(file)
                                .isNotEqualTo(JBakeSites.golden(site).get(file))));
    }
}
