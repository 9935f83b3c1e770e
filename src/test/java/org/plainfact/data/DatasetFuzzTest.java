package org.plainfact.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.plainfact.source.Findings;
import org.plainfact.source.MemoryProject;
import org.plainfact.source.SourceFile;

class DatasetFuzzTest {
    /** The first is what an input is that names none. */
    private static final List<String> FILES = List.of(
            "data/pumps.json",
            "data/units.json",
            "data/sources.json",
            "data/formulas.json",
            "data/tables/a.json",
            "data/schema/pumps.schema.json");

    @DictionaryFile(resourcePath = "dataset.dict")
    @FuzzTest
    void any_data_are_read_or_told(byte[] bytes) {
        try (MemoryProject project = new MemoryProject().withAll(bytes, FILES)) {
            Dataset dataset = DatasetReader.read(project.tree(), project.findings());

            project.checkPlaces();
            dataset.collections().values().stream()
                    .flatMap(List::stream)
                    .forEach(entry -> assertThat(dataset.find(entry.id())).contains(entry));
        }
        written(new String(bytes, UTF_8));
    }

    /** What was read once reads the same when it is written. */
    private static void written(String text) {
        Findings findings = new Findings();
        if (JsonDocument.read(new SourceFile("a.json", text), findings).isPresent() && !findings.hasErrors()) {
            String once = Json.write(Json.read("a.json", text));
            assertThat(Json.write(Json.read("b.json", once))).isEqualTo(once);
        }
    }
}
