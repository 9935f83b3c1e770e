package org.plainfact.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What files are said to be. */
class MediaTypeTest {
    @Test
    void text_says_its_charset() {
        assertThat(MediaType.of("a/index.html").header()).isEqualTo("text/html; charset=utf-8");
        assertThat(MediaType.of("search.json").header()).isEqualTo("application/json; charset=utf-8");
        assertThat(MediaType.of("그림 1+2.svg").header()).isEqualTo("image/svg+xml; charset=utf-8");
    }

    @Test
    void what_is_no_text_has_none() {
        assertThat(MediaType.of("a/photo.JPG").header()).isEqualTo("image/jpeg");
        assertThat(MediaType.of("font.woff2").header()).isEqualTo("font/woff2");
    }

    @Test
    void a_name_without_a_known_end_is_bytes() {
        assertThat(MediaType.of("CNAME").header()).isEqualTo("application/octet-stream");
        assertThat(MediaType.of("html/x.unheard-of").header()).isEqualTo("application/octet-stream");
    }
}
