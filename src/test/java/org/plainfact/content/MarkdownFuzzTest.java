package org.plainfact.content;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.plainfact.source.MemoryProject;

class MarkdownFuzzTest {
    @DictionaryFile(resourcePath = "markdown.dict")
    @FuzzTest
    void any_text_becomes_html_that_does_nothing(byte[] bytes) {
        try (MemoryProject project = new MemoryProject().with("content/x.md", bytes)) {
            project.tree()
                    .read(project.root().resolve("content/x.md"), bytes.length)
                    .ifPresent(file -> {
                        MarkdownReader reader = new MarkdownReader(ContentOptions.standard(), project.findings(), "x");
                        Body body = reader.blocks(file.text(), Origin.of(file, 0));

                        Inert.check(body);
                        new Reading(body, project.findings().sorted()).checkCalls();
                    });
            project.checkPlaces();
        }
    }
}
