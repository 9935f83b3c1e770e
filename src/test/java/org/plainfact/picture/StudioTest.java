package org.plainfact.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.picture.Sheets.STUDIO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.plainfact.source.Digests;

class StudioTest {
    private static final Sheet SHEET = Sheets.of(
            "em { color: #0b5b4c } .box { width: 200px; height: 100px; background-color: #0b5b4c }",
            "<h1>Why <em>so</em> warm?</h1><p>1,200&nbsp;kW, 한국</p><div class=\"box\"></div>");

    @Test
    void a_picture_has_the_size_of_its_sheet_and_its_colours() throws IOException {
        BufferedImage image = image(STUDIO.draw(SHEET).png());

        assertThat(image.getWidth()).isEqualTo(1080);
        assertThat(image.getHeight()).isEqualTo(1350);
        assertThat(image.getRGB(5, 5)).isEqualTo(0xFFFDFDFC);
        assertThat(colours(image)).contains(0xFF0B5B4C, 0xFF1B1F22);
    }

    @Test
    void a_png_has_a_palette_and_looks_like_the_drawing() throws IOException {
        Drawing drawing = STUDIO.draw(SHEET);
        BufferedImage png = image(drawing.png());
        BufferedImage jpeg = image(drawing.jpeg(1));

        assertThat(png.getColorModel().getPixelSize()).isEqualTo(8);
        assertThat(meanDifference(png, jpeg)).isLessThan(0.5);
    }

    @Test
    void where_colours_are_too_many_for_a_palette_a_png_has_them_all() throws IOException {
        StringBuilder boxes = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            boxes.append(
                    "<div style=\"height: 3px; background-color: rgb(%d, %d, 90)\"></div>".formatted(i % 256, i / 2));
        }

        BufferedImage image = image(STUDIO.draw(Sheets.of(boxes.toString())).png());

        assertThat(colours(image)).hasSizeGreaterThan(290);
    }

    @Test
    void a_jpeg_keeps_the_edges_of_colours() {
        byte[] jpeg = STUDIO.draw(SHEET).jpeg(0.92);

        // The frame header (FFC0) of three components, each sampled 1 × 1.
        String bytes = new String(jpeg, ISO_8859_1);
        int frame = bytes.indexOf("\u00FF\u00C0");
        assertThat(List.of(
                        (int) bytes.charAt(frame + 11), (int) bytes.charAt(frame + 14), (int) bytes.charAt(frame + 17)))
                .containsOnly(0x11);
    }

    @Test
    void pictures_carry_nothing_but_pixels() {
        String png = new String(STUDIO.draw(SHEET).png(), ISO_8859_1);
        String jpeg = new String(STUDIO.draw(SHEET).jpeg(0.9), ISO_8859_1);

        assertThat(png).contains("IHDR", "PLTE", "IDAT", "IEND").doesNotContain("tEXt", "iTXt", "tIME", "eXIf");
        assertThat(jpeg).doesNotContain("Exif", "http://", "Copyright");
    }

    @Test
    void many_threads_draw_the_same() {
        String alone = Digests.sha256(STUDIO.draw(SHEET).png());

        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(i -> Digests.sha256(STUDIO.draw(SHEET).png()))
                        .distinct()
                        .toList())
                .containsExactly(alone);
    }

    /** Prints what it draws, as hashes: for another process. */
    static final class Elsewhere {
        public static void main(String[] arguments) {
            Studio studio = new Studio();
            Drawing drawing = studio.draw(SHEET);
            System.out.println(Digests.sha256(drawing.png()));
            System.out.println(Digests.sha256(drawing.jpeg(0.92)));
            System.out.println(Digests.sha256(studio.pdf("Warm", "en", List.of(drawing))));
            System.out.println(studio.key(SHEET));
        }
    }

    @Test
    void another_process_in_another_place_draws_the_same_bytes() throws IOException, InterruptedException {
        Drawing drawing = STUDIO.draw(SHEET);

        assertThat(elsewhere("-Duser.timezone=Asia/Seoul", "-Duser.language=tr", "-XX:ActiveProcessorCount=1"))
                .containsExactly(
                        Digests.sha256(drawing.png()),
                        Digests.sha256(drawing.jpeg(0.92)),
                        Digests.sha256(STUDIO.pdf("Warm", "en", List.of(drawing))),
                        STUDIO.key(SHEET));
    }

    private static List<String> elsewhere(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Elsewhere.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return answer.lines().toList();
    }

    @Test
    void a_key_names_everything_that_decides_a_drawing() {
        Set<String> keys = new HashSet<>();
        keys.add(STUDIO.key(SHEET));
        keys.add(STUDIO.key(new Sheet(SHEET.html() + " ", 1080, 1350, SHEET.rules())));
        keys.add(STUDIO.key(new Sheet(SHEET.html(), 1081, 1350, SHEET.rules())));
        keys.add(STUDIO.key(new Sheet(SHEET.html(), 1080, 1350, Sheet.Rules.phone(Sheet.Edges.NONE))));

        assertThat(keys).hasSize(4);
        assertThat(STUDIO.key(SHEET)).isIn(keys);
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static Set<Integer> colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int pixel : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            colours.add(pixel);
        }
        return colours;
    }

    /** Of all channels of all pixels, of 255. */
    private static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
                }
            }
        }
        return sum / 3.0 / one.getWidth() / one.getHeight();
    }
}
