package org.plainfact.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule has its section in {@code src/doc/check.md}. */
class CatalogueTest {
    private static final String ID = "\"([a-z0-9]+(?:-[a-z0-9]+)*)\"\\s*,";
    private static final Pattern RULE = Pattern.compile(
            "(?:\\.(?:error|warning)|new Refused|new Finding|broken|warning|warn|suggest)\\(\\s*(?:Severity\\.\\w+,\\s*)?"
                    + ID);

    @Test
    void every_rule_that_the_program_tells_has_a_section() throws IOException {
        TreeSet<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // What goes wrong in a preview is no rule for authors.
                if (!file.endsWith("Fault.java")) {
                    RULE.matcher(Files.readString(file)).results().forEach(found -> told.add(found.group(1)));
                }
            }
        }
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(Catalogue.read().sections().keySet()).containsAll(told);
    }

    @Test
    void every_rule_of_our_styles_has_a_section() throws IOException {
        List<String> ids = Files.readString(Path.of("src/main/resources/org/plainfact/check/styles/index.txt"))
                .lines()
                .filter(path -> !path.contains("contexts"))
                .map(path -> path.replace('/', '-').replace(".yml", ""))
                .toList();

        assertThat(ids).hasSizeGreaterThan(10);
        assertThat(Catalogue.read().sections().keySet()).containsAll(ids);
    }

    @Test
    void a_section_says_something() {
        assertThat(Catalogue.read().sections()).allSatisfy((rule, text) -> {
            assertThat(rule).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(text).hasSizeGreaterThan(15).endsWith(".");
        });
    }

    @Test
    void the_summary_is_the_first_sentence() {
        Catalogue catalogue = Catalogue.of("# Page\n\n### some-rule\nOne line. More of it.\n\nAnd more.\n## Next\nx");

        assertThat(catalogue.sections()).containsOnlyKeys("some-rule");
        assertThat(catalogue.summary("some-rule")).contains("One line.");
    }
}
