package org.plainfact.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers make of the addresses that pages name. */
class AddressTest {
    private static final URI PAGE = URI.create("https://example.org/sub/a/?q=1#x");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | https://example.org/sub/a/?q=1",
                "#y | https://example.org/sub/a/?q=1#y",
                "?r=2 | https://example.org/sub/a/?r=2",
                "b | https://example.org/sub/a/b",
                "../b/#z | https://example.org/sub/b/#z",
                "/b | https://example.org/b",
                "//other.example/b | https://other.example/b",
                "b c | https://example.org/sub/a/b%20c",
                "b%20c%zz | https://example.org/sub/a/b%20c%25zz",
                "b[1]|https://example.org/sub/a/b%5B1%5D",
                "b#c#d | https://example.org/sub/a/b#c%23d",
                "HTTPS://bücher.example/ü | HTTPS://xn--bcher-kva.example/ü",
                "http://[::1]:8080/ | http://[::1]:8080/",
                "mailto:a@example.org | mailto:a@example.org"
            })
    void an_address_is_read_as_on_a_page(String written, String meant) {
        assertThat(Address.resolve(PAGE, written)).contains(URI.create(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1", "http://a b:c/", "://", ":"})
    void what_no_browser_follows_means_nothing_or_is_not_of_the_web(String written) {
        assertThat(Address.resolve(PAGE, written).filter(Address::isWeb)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.ORG/A?B#C, https://example.org/A?B",
        "https://example.org, https://example.org/",
        "https://example.org?a, https://example.org/?a",
        "https://example.org/ü, https://example.org/%C3%BC"
    })
    void one_address_is_asked_for_in_one_form(String written, String asked) {
        assertThat(Address.plain(URI.create(written))).isEqualTo(URI.create(asked));
    }

    @Test
    void an_origin_has_its_port() {
        assertThat(Address.origin(URI.create("HTTPS://Example.org/")))
                .isEqualTo(Address.origin(URI.create("https://example.org:443/x")))
                .isNotEqualTo(Address.origin(URI.create("http://example.org/")));
    }
}
