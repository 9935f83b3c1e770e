package org.plainfact.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DarkroomTest {
    @Test
    void a_photograph_has_copies_of_usual_widths_and_none_is_larger_than_it() throws Exception {
        Picture picture = Darkroom.develop(Camera.photograph(1300, 650, 1), true);

        assertThat(picture.width()).isEqualTo(1300);
        assertThat(picture.height()).isEqualTo(650);
        assertThat(picture.copies()).extracting(Picture.Copy::width).containsExactly(480, 800, 1200, 1300);
        assertThat(picture.copies()).extracting(Picture.Copy::height).containsExactly(240, 400, 600, 650);
        assertThat(picture.copies())
                .allSatisfy(copy -> assertThat(copy.bytes()).hasSizeLessThan(picture.bytes().length));
    }

    @Test
    void a_wide_photograph_has_no_copy_of_its_full_width() throws Exception {
        assertThat(Darkroom.develop(Camera.photograph(2000, 500, 1), true).copies())
                .extracting(Picture.Copy::width)
                .containsExactly(480, 800, 1200, 1600);
    }

    @Test
    void a_copy_shows_what_the_picture_shows() throws Exception {
        Picture picture = Darkroom.develop(Camera.photograph(1300, 650, 1), true);

        for (Picture.Copy copy : picture.copies()) {
            assertCorners(decoded(copy.bytes()), Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        }
    }

    /** The scene's corners, clockwise from the top left, as each orientation shows them. */
    @ParameterizedTest
    @CsvSource({
        "1, R G W B", "2, G R B W", "3, W B R G", "4, B W G R",
        "5, R B W G", "6, B R G W", "7, W G R B", "8, G W B R"
    })
    void a_picture_is_turned_as_the_camera_says_and_says_so_no_more(int orientation, String corners) throws Exception {
        Picture picture = Darkroom.develop(Camera.photograph(600, 400, orientation), true);
        BufferedImage original = decoded(picture.bytes());

        assertThat(picture.width()).isEqualTo(orientation < 5 ? 600 : 400).isEqualTo(original.getWidth());
        assertThat(picture.height()).isEqualTo(orientation < 5 ? 400 : 600).isEqualTo(original.getHeight());
        List<Color> clockwise =
                Arrays.stream(corners.split(" ")).map(DarkroomTest::named).toList();
        for (byte[] bytes : List.of(picture.bytes(), picture.copies().getFirst().bytes())) {
            assertCorners(decoded(bytes), clockwise.get(0), clockwise.get(1), clockwise.get(3), clockwise.get(2));
        }
        assertThat(Container.of(picture.bytes()).orientation()).isEqualTo(1);
    }

    @Test
    void nothing_that_a_telephone_wrote_into_a_photograph_is_published() throws Exception {
        for (int orientation : List.of(1, 6)) {
            byte[] file = Camera.photograph(600, 400, orientation);
            Picture picture = Darkroom.develop(file, true);

            assertThat(text(file)).contains(Camera.SECRET);
            assertThat(text(picture.bytes())).doesNotContain(Camera.SECRET).doesNotContain("Exif");
            assertThat(picture.copies())
                    .allSatisfy(copy -> assertThat(text(copy.bytes())).doesNotContain(Camera.SECRET));
        }
    }

    @Test
    void an_upright_photograph_keeps_its_pixels_as_they_are() throws Exception {
        byte[] plain = Camera.encoded(Camera.scene(600, 400, false), "jpg");

        assertThat(Darkroom.develop(Camera.photograph(600, 400, 1), false).bytes())
                .isEqualTo(plain);
        assertThat(Darkroom.develop(plain, false).bytes()).isEqualTo(plain);
    }

    @Test
    void a_png_keeps_its_clear_parts_and_loses_its_texts() throws Exception {
        byte[] file = Camera.screenshot(Camera.scene(900, 600, true));
        Picture picture = Darkroom.develop(file, true);

        assertThat(text(file)).contains(Camera.SECRET);
        assertThat(text(picture.bytes())).doesNotContain(Camera.SECRET);
        assertThat(picture.bytes()).isEqualTo(Camera.encoded(Camera.scene(900, 600, true), "png"));
        BufferedImage copy = decoded(picture.copies().getFirst().bytes());
        assertThat(copy.getWidth()).isEqualTo(480);
        assertThat(new Color(copy.getRGB(240, 160), true).getAlpha()).isZero();
        assertThat(new Color(copy.getRGB(10, 10), true)).isEqualTo(Color.RED);
    }

    @Test
    void a_webp_loses_its_place_and_is_turned() throws Exception {
        byte[] file = Camera.webp(600, 400, 6);
        Picture picture = Darkroom.develop(file, false);

        assertThat(text(file)).contains(Camera.SECRET);
        assertThat(text(picture.bytes())).doesNotContain(Camera.SECRET);
        assertThat(picture.width()).isEqualTo(400);
        assertCorners(decoded(picture.bytes()), Color.BLUE, Color.RED, Color.WHITE, Color.GREEN);

        byte[] upright = Darkroom.develop(Camera.webp(600, 400, 1), false).bytes();
        assertThat(text(upright)).doesNotContain(Camera.SECRET);
        assertThat(decoded(upright).getWidth()).isEqualTo(600);
    }

    @Test
    void a_gif_stays_as_it_is() throws Exception {
        byte[] gif = Camera.encoded(Camera.scene(600, 400, false), "gif");
        Picture picture = Darkroom.develop(gif, true);

        assertThat(picture.bytes()).isSameAs(gif);
        assertThat(picture.width()).isEqualTo(600);
        assertThat(picture.copies()).isEmpty();
    }

    @Test
    void colours_of_another_space_are_converted() throws Exception {
        // Java's linear space: its middle grey is a light one in sRGB.
        ColorSpace linear = ICC_ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 500, 500, 3, null);
        Arrays.fill(((java.awt.image.DataBufferByte) raster.getDataBuffer()).getData(), (byte) 128);
        BufferedImage image = new BufferedImage(
                new ComponentColorModel(linear, false, false, java.awt.Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                raster,
                false,
                null);

        assertThat(((ICC_ColorSpace) linear).getProfile()).isInstanceOf(ICC_Profile.class);
        assertThat(new Color(Pixels.srgb(image).getRGB(9, 9)).getRed()).isCloseTo(188, within(2));
    }

    @Test
    void the_same_picture_gives_the_same_bytes() throws Exception {
        byte[] file = Camera.photograph(1000, 700, 8);
        Picture once = Darkroom.develop(file, true);
        Picture again = Darkroom.develop(file, true);

        assertThat(again.bytes()).isEqualTo(once.bytes());
        assertThat(again.copies())
                .zipSatisfy(once.copies(), (a, b) -> assertThat(a.bytes()).isEqualTo(b.bytes()));
    }

    @Test
    void a_picture_of_too_many_pixels_is_not_decoded() {
        assertThatThrownBy(() -> Darkroom.develop(Camera.bomb(60_000, 60_000), true))
                .isInstanceOfSatisfying(
                        NotAPicture.class, e -> assertThat(e.rule()).isEqualTo("picture-too-large"))
                .hasMessageContaining("60000 × 60000");
    }

    @Test
    void what_is_no_picture_or_half_of_one_is_told() {
        byte[] jpeg = Camera.photograph(600, 400, 1);
        for (byte[] file : List.of(
                new byte[0],
                "x".getBytes(ISO_8859_1),
                "<html>".getBytes(ISO_8859_1),
                Arrays.copyOf(jpeg, jpeg.length / 2),
                Arrays.copyOf(Camera.encoded(Camera.scene(60, 40, false), "png"), 60),
                Camera.bomb(4000, 4000))) {
            assertThatThrownBy(() -> Darkroom.develop(file, true))
                    .isInstanceOfSatisfying(
                            NotAPicture.class, e -> assertThat(e.rule()).isEqualTo("broken-picture"));
        }
    }

    @Test
    void a_damaged_file_is_a_picture_or_told_and_nothing_else() throws Exception {
        List<byte[]> files = List.of(
                Camera.photograph(64, 48, 6),
                Camera.screenshot(Camera.scene(64, 48, true)),
                Camera.webp(64, 48, 3),
                Camera.encoded(Camera.scene(64, 48, false), "gif"));
        int told = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            byte[] file = files.get(seed % files.size()).clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                file[random.nextInt(Math.min(file.length, 300))] = (byte) random.nextInt();
            }
            try {
                assertThat(Darkroom.develop(file, true).width())
                        .as("seed " + seed)
                        .isPositive();
            } catch (NotAPicture e) {
                told++;
                assertThat(e.problem()).as("seed " + seed).isNotBlank();
            }
        }
        assertThat(told).isGreaterThan(20);
    }

    private static BufferedImage decoded(byte[] bytes) throws NotAPicture {
        return Codec.decode(Container.of(bytes));
    }

    private static void assertCorners(BufferedImage image, Color... corners) {
        int x = image.getWidth() / 10;
        int y = image.getHeight() / 10;
        int right = image.getWidth() - x;
        int bottom = image.getHeight() - y;
        int[] shown = {image.getRGB(x, y), image.getRGB(right, y), image.getRGB(x, bottom), image.getRGB(right, bottom)
        };
        for (int i = 0; i < shown.length; i++) {
            Color colour = new Color(shown[i]);
            assertThat(colour.getRed()).isCloseTo(corners[i].getRed(), within(25));
            assertThat(colour.getGreen()).isCloseTo(corners[i].getGreen(), within(25));
            assertThat(colour.getBlue()).isCloseTo(corners[i].getBlue(), within(25));
        }
    }

    private static Color named(String letter) {
        return switch (letter) {
            case "R" -> Color.RED;
            case "G" -> Color.GREEN;
            case "B" -> Color.BLUE;
            default -> Color.WHITE;
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
