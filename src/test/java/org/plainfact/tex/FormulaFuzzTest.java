package org.plainfact.tex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

class FormulaFuzzTest {
    @DictionaryFile(resourcePath = "tex.dict")
    @FuzzTest
    void any_text_becomes_mathml_core_or_is_told_at_its_place(byte[] bytes) throws Exception {
        String tex = new String(bytes, UTF_8);
        if (tex.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            // No text of an author holds one: SourceTree refuses it.
            return;
        }
        try {
            assertThat(Core.elements(Formula.of(tex, true).mathml(), tex)).contains("math");
        } catch (Formula.Malformed e) {
            assertThat(e.problem()).isNotBlank();
            assertThat(e.offset()).isBetween(0, tex.length());
        }
    }
}
