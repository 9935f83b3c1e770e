package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what JBake promises ({@code src/doc/jbake.md}) and the sites that hold it. */
class JBakeDocTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|([^|]+)\\|$");
    private static final Pattern SITE = Pattern.compile("`([a-z0-9-]+)`");

    @Test
    void the_table_names_each_site_and_no_other() {
        List<String> named = ROW.matcher(Built.text(Path.of("src/doc/jbake.md")))
                .results()
                .flatMap(row -> sites(row.group(1)))
                .distinct()
                .sorted()
                .toList();

        assertThat(named).isEqualTo(JBakeSites.names());
    }

    private static Stream<String> sites(String cell) {
        return SITE.matcher(cell).results().map(name -> name.group(1));
    }
}
