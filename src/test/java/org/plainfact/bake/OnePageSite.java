package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site of one page, printed by the template that a test gives. */
abstract class OnePageSite {
    @TempDir
    Path folder;

    Kitchen kitchen;

    @BeforeEach
    void aSiteOfOnePage() {
        kitchen = new Kitchen(folder).page("/a/", "A <b> & \"c\"");
    }

    String printed(String template) {
        kitchen.template(template);
        Bakery.Result result = kitchen.bake();
        assertThat(kitchen.problems()).isEmpty();
        assertThat(result.committed()).isTrue();
        return kitchen.published("a/index.html").stripTrailing();
    }

    List<String> problems(String template) {
        kitchen.template(template);
        Bakery.Result result = kitchen.bake();
        assertThat(result.committed()).isFalse();
        assertThat(kitchen.output).doesNotExist();
        return kitchen.problems();
    }
}
