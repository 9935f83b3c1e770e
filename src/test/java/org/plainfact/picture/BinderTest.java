package org.plainfact.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plainfact.picture.Sheets.STUDIO;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class BinderTest {
    private static final Drawing FIRST = STUDIO.draw(
            Sheets.of("<h1>AV Towers: why?</h1><p>An office of 1,200&nbsp;kW, fi ffi, <em>slanted</em></p>"));
    private static final Drawing SECOND = STUDIO.draw(
            new Sheet("<p style=\"font-size: 60px\">둘째 장</p>", 1000, 1500, Sheet.Rules.phone(Sheet.Edges.NONE)));

    private static PDDocument document() throws IOException {
        return Loader.loadPDF(STUDIO.pdf("Two sheets", "en", List.of(FIRST, SECOND)));
    }

    @Test
    void each_drawing_is_a_page_of_its_size() throws IOException {
        try (PDDocument document = document()) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(810, within(0.1f));
            assertThat(document.getPage(0).getMediaBox().getHeight()).isCloseTo(1012.5f, within(0.1f));
            assertThat(document.getPage(1).getMediaBox().getHeight()).isCloseTo(1125, within(0.1f));
        }
    }

    @Test
    void text_can_be_copied_and_searched() throws IOException {
        try (PDDocument document = document()) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("AV Towers: why?", "An office of 1,200 kW, fi ffi, slanted", "둘째 장");
        }
    }

    @Test
    void only_the_letters_that_are_used_are_embedded() throws IOException {
        byte[] bytes = STUDIO.pdf("Two sheets", "en", List.of(FIRST, SECOND));
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts)
                    .hasSize(4)
                    .allMatch(PDFont::isEmbedded)
                    .allMatch(font -> font.getName().matches("[A-Z]{6}\\+.*"));
        }
        assertThat(bytes).hasSizeLessThan(60_000);
    }

    @Test
    void it_has_a_title_and_a_language_and_no_date() throws IOException {
        try (PDDocument document = document()) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Two sheets");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(document.getDocumentInformation().getModificationDate()).isNull();
        }
    }

    @Test
    void the_same_drawings_give_the_same_bytes() {
        assertThat(STUDIO.pdf("Two sheets", "en", List.of(FIRST, SECOND)))
                .isEqualTo(new Studio().pdf("Two sheets", "en", List.of(FIRST, SECOND)));
    }

    @Test
    void a_page_looks_like_its_picture() throws IOException {
        try (PDDocument document = document()) {
            var page = new org.apache.pdfbox.rendering.PDFRenderer(document).renderImage(0, 4f / 3);
            var picture = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(FIRST.png()));
            long differing = 0;
            for (int y = 0; y < 1350; y++) {
                for (int x = 0; x < 1080; x++) {
                    int other = page.getRGB(x, y) & 0xFF;
                    differing += Math.abs((picture.getRGB(x, y) & 0xFF) - other) > 96 ? 1 : 0;
                }
            }
            assertThat(differing).isLessThan(400);
        }
    }
}
