package org.plainfact.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3KindTest {
    private static String name(String address, Map<String, String> configured) throws IOException {
        Map<String, String> settings = new TreeMap<>(configured);
        Destination destination = Destination.of(Optional.of(address), new TreeMap<>(settings));
        try (Target target =
                Targets.open(destination, new Means(Path.of("/p"), List.of(), Optional.empty(), Instant.EPOCH))) {
            return target.name();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "s3://bucket?region=eu-central-1, s3://bucket/",
        "s3://bucket/?region=auto, s3://bucket/",
        "s3://bucket/sub/site?region=auto, s3://bucket/sub/site/",
        "s3://bucket/sub/?region=auto, s3://bucket/sub/",
        "s3://bucket/한 글+1?region=auto, s3://bucket/한 글+1/",
        "s3://bucket?endpoint=https://x.r2.cloudflarestorage.com, s3://bucket/ at x.r2.cloudflarestorage.com",
        "s3://bucket?endpoint=http%3A%2F%2F127.0.0.1%3A9000&path-style=false, s3://bucket/ at 127.0.0.1:9000"
    })
    void an_address_says_bucket_prefix_and_store(String address, String name) throws IOException {
        assertThat(name(address, Map.of())).isEqualTo(name);
    }

    @Test
    void the_configuration_can_say_what_the_address_does_not() throws IOException {
        assertThat(name(
                        "live",
                        Map.of(
                                "live", "s3://bucket/sub",
                                "live.endpoint", "https://s3.example.org",
                                "live.region", "auto",
                                "live.path-style", "true",
                                "live.encoding", "gzip",
                                "live.connections", "8")))
                .isEqualTo("s3://bucket/sub/ at s3.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://KEY:sesame@bucket?region=auto",
                "s3:bucket?region=auto",
                "s3://Bucket?region=auto",
                "s3://b?region=auto",
                "s3://bucket?endpoint=https://KEY:sesame@example.org",
                "s3://bucket?endpoint=ftp://example.org",
                "s3://bucket?secret=sesame&region=auto",
                "s3://bucket?region=a b",
                "s3://bucket?region=auto&path-style=perhaps",
                "s3://bucket?region=auto&encoding=zip",
                "s3://bucket?region=auto&connections=0",
                "s3://bucket/a//b?region=auto",
                "s3://bucket/../b?region=auto",
                "s3://bucket?region=auto&endpoint=%zz"
            })
    void a_wrong_address_is_refused_without_showing_what_should_not_be_seen(String address) {
        assertThatThrownBy(() -> name(address, Map.of()))
                .isInstanceOf(WrongTarget.class)
                .hasMessageNotContaining("sesame");
    }

    @Test
    void a_misspelt_setting_is_told_with_the_nearest() {
        assertThatThrownBy(() -> name("s3://bucket?regoin=auto", Map.of())).hasMessageContaining("region");
        assertThatThrownBy(() -> name("live", Map.of("live", "s3://bucket", "live.endpiont", "https://x")))
                .hasMessageContaining("endpoint");
    }
}
