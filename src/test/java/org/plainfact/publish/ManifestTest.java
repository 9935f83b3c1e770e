package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.source.Digests;

/** What a published site says of its own files. */
class ManifestTest {
    private static final String DIGEST = Digests.sha256("x".getBytes(UTF_8));

    private static Entry entry(String path) {
        return Entry.of(path, DIGEST, 1);
    }

    @Test
    void what_was_written_is_read_again() {
        Manifest manifest = Manifest.of(List.of(entry("index.html"), entry("글/한 글+1.html"), entry("a b.css")));

        assertThat(Manifest.read("m", manifest.bytes())).isEqualTo(manifest);
    }

    @Test
    void the_same_files_in_any_order_give_the_same_bytes() {
        Manifest one = Manifest.of(List.of(entry("a.html"), entry("b.html")));
        Manifest other = Manifest.of(List.of(entry("b.html"), entry("a.html")));

        assertThat(one.bytes()).isEqualTo(other.bytes());
        assertThat(new String(one.bytes(), UTF_8)).isEqualTo("""
                        {"format":"plainfact-manifest-1","files":[
                        {"path":"a.html","sha256":"%1$s","size":1,"type":"text/html; charset=utf-8","caching":"revalidate"},
                        {"path":"b.html","sha256":"%1$s","size":1,"type":"text/html; charset=utf-8","caching":"revalidate"}
                        ]}
                        """.formatted(DIGEST));
    }

    @Test
    void the_manifest_is_a_file_of_its_own_and_not_in_itself() {
        Manifest manifest = Manifest.of(List.of(entry("a.html")));

        assertThat(manifest.entry().path()).isEqualTo(Manifest.NAME);
        assertThatIllegalArgumentException().isThrownBy(() -> Manifest.of(List.of(manifest.entry())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"format\":\"plainfact-manifest-2\",\"files\":[]}",
                "{\"format\":\"plainfact-manifest-1\",\"files\":[1]}",
                "{\"format\":\"plainfact-manifest-1\",\"files\":[{\"path\":\"a\"}]}"
            })
    void what_is_no_manifest_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifest.read("the manifest", text.getBytes(UTF_8)))
                .withMessageContaining("the manifest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.html", "/a.html", "a/../../b", "a//b", "a/", "", "a\\b"})
    void a_path_cannot_leave_the_site(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(path));
    }

    @Test
    void a_file_that_carries_its_own_fingerprint_may_be_kept_for_ever() {
        String name = "assets/css/site." + DIGEST.substring(0, 12);

        assertThat(entry(name + ".css").caching().header()).isEqualTo("public, max-age=31536000, immutable");
        assertThat(entry(name).caching()).isEqualTo(Caching.IMMUTABLE);
    }

    @Test
    void another_fingerprint_is_none_wherever_the_file_lies() {
        assertThat(entry("assets/css/site.0123456789ab.css").caching().header())
                .isEqualTo("public, max-age=0, must-revalidate");
    }
}
