package org.plainfact.bake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.disk.Trees;
import org.plainfact.image.Camera;
import org.plainfact.source.Digests;

/** Pictures of the asset folder and beside articles, as files of the site. */
class PicturesTest {
    private static final Pattern FINGERPRINT = Pattern.compile("\\.([0-9a-f]{12})\\.");

    @TempDir
    Path folder;

    private Kitchen kitchen;

    @BeforeEach
    void aProject() {
        kitchen = new Kitchen(folder);
    }

    private void picture(String path, byte[] bytes) throws IOException {
        Path file = kitchen.root.resolve(path);
        Files.createDirectories(Trees.parent(file));
        Files.write(file, bytes);
    }

    private void bake() {
        assertThat(kitchen.bake().committed()).as(kitchen.problems().toString()).isTrue();
    }

    private Set<String> published() throws IOException {
        try (Stream<Path> files = Files.walk(kitchen.output)) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .map(file -> kitchen.output.relativize(file).toString())
                    .filter(name -> !name.equals(Manifest.NAME))
                    .forEach(names::add);
            return names;
        }
    }

    private static String plain(String name) {
        return FINGERPRINT.matcher(name).replaceAll(".#.");
    }

    @Test
    void a_photograph_is_published_with_copies_and_each_name_holds_its_own_digest() throws IOException {
        picture("assets/images/sea.jpg", Camera.photograph(900, 600, 1));
        bake();

        assertThat(published().stream().map(PicturesTest::plain))
                .containsExactlyInAnyOrder(
                        "assets/images/sea.#.jpg",
                        "assets/images/sea-480.#.webp",
                        "assets/images/sea-800.#.webp",
                        "assets/images/sea-900.#.webp");
        for (String name : published()) {
            Path file = kitchen.output.resolve(name);
            assertThat(name).contains("." + Digests.sha256(file).substring(0, 12) + ".");
            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(Camera.SECRET);
        }
    }

    @Test
    void a_picture_beside_an_article_keeps_its_name_and_loses_what_the_camera_wrote() throws IOException {
        picture("content/articles/sea.jpg", Camera.photograph(500, 400, 6));
        bake();

        assertThat(published().stream().map(PicturesTest::plain))
                .contains("articles/sea.jpg", "articles/sea-400.#.webp");
        assertThat(Files.readString(kitchen.output.resolve("articles/sea.jpg"), ISO_8859_1))
                .doesNotContain(Camera.SECRET);
    }

    @Test
    void a_picture_in_root_is_cleaned_and_not_copied() throws IOException {
        picture("assets/root/icon.png", Camera.screenshot(Camera.scene(600, 600, true)));
        bake();

        assertThat(published()).containsExactly("icon.png");
        assertThat(Files.readString(kitchen.output.resolve("icon.png"), ISO_8859_1))
                .doesNotContain(Camera.SECRET);
    }

    @Test
    void a_template_gets_size_and_copies() throws IOException {
        picture("assets/sea.jpg", Camera.photograph(700, 350, 1));
        kitchen.file("assets/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'/>")
                .page("/", "")
                .template(
                        "<#list ['sea.jpg', 'a.svg'] as name><#assign a = asset(name)>${a.width} ${a.height} ${a.srcset} </#list>");
        bake();

        assertThat(plain(kitchen.published("index.html")))
                .isEqualTo("700 350 /sub/assets/sea-480.#.webp 480w, /sub/assets/sea-700.#.webp 700w 40 30  \n");
    }

    @Test
    void copies_can_be_left_out() throws IOException {
        kitchen.file("jbake.properties", "site.title=A\nsite.host=https://example.org\nimages.copies=false\n");
        picture("assets/sea.jpg", Camera.photograph(900, 600, 1));
        bake();

        assertThat(published().stream().map(PicturesTest::plain)).containsExactly("assets/sea.#.jpg");
    }

    @Test
    void a_broken_picture_is_told_at_its_file() throws IOException {
        picture("assets/sea.jpg", "no picture".getBytes(ISO_8859_1));

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "assets/sea.jpg:1:1: error: this is no JPEG, PNG, WebP or GIF, whatever its name says [broken-picture]");
    }

    @Test
    void a_picture_of_too_many_pixels_is_told_before_it_is_decoded() throws IOException {
        picture("content/articles/bomb.png", Camera.bomb(100_000, 100_000));

        assertThat(kitchen.bake().committed()).isFalse();
        assertThat(kitchen.problems())
                .singleElement()
                .asString()
                .contains("content/articles/bomb.png:1:1: error: ", "[picture-too-large]");
    }

    @Test
    void a_picture_in_the_colours_of_print_is_published_without_copies_and_told() throws IOException {
        picture("assets/sea.jpg", Camera.print(900, 600));

        assertThat(kitchen.bake().committed()).isTrue();
        assertThat(kitchen.problems())
                .containsExactly("assets/sea.jpg:1:1: warning: the picture has the colours of print (CMYK), of which no"
                        + " copies are made; save it in sRGB [picture-not-copied]");
        assertThat(published().stream().map(PicturesTest::plain)).containsExactly("assets/sea.#.jpg");
    }

    @Test
    void a_second_bake_writes_nothing_and_lost_copies_are_made_again() throws IOException {
        picture("assets/sea.jpg", Camera.photograph(900, 600, 8));
        bake();
        Map<String, String> digests = digests();

        assertThat(kitchen.bake().written()).isZero();

        for (String name : List.copyOf(published())) {
            if (name.endsWith(".webp")) {
                Files.delete(kitchen.output.resolve(name));
            }
        }
        bake();
        assertThat(digests()).isEqualTo(digests);
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new java.util.TreeMap<>();
        for (String name : published()) {
            digests.put(name, Digests.sha256(kitchen.output.resolve(name)));
        }
        return digests;
    }
}
