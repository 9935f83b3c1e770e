package org.plainfact.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

class RouteFuzzTest {
    private static final Path OUTPUT = Path.of("/srv/site");
    private static final URI SITE = URI.create("https://example.org/");

    @DictionaryFile(resourcePath = "route.dict")
    @FuzzTest
    void any_address_is_refused_or_a_file_of_the_output(byte[] bytes) {
        String text = new String(bytes, UTF_8);

        made(Route::of, text).ifPresent(RouteFuzzTest::check);
        made(Aliases::route, text).ifPresent(route -> {
            check(route);
            assertThat(route.file()).matches("(?is).*\\.html?");
        });
        slug(text);
    }

    private static Optional<Route> made(Function<String, Route> way, String text) {
        try {
            return Optional.of(way.apply(text));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    private static void check(Route route) {
        Path file = route.below(OUTPUT);
        assertThat(file).startsWithRaw(OUTPUT).isNotEqualTo(OUTPUT).hasToString(OUTPUT + "/" + route.file());
        assertThat(Route.of("/" + route.file()).below(OUTPUT)).isEqualTo(file);

        String link = route.encoded();
        assertThat(link).isASCII().doesNotContain("\"", "'\"", "<", ">", "?", "#", " ");
        URI address = SITE.resolve(URI.create(link));
        assertThat(address.getHost()).isEqualTo("example.org");
        assertThat(address.getPath()).isEqualTo(route.path());
    }

    private static void slug(String words) {
        String slug = Slug.of(words);
        assertThat(Slug.of(slug)).isEqualTo(slug);
        check(Route.of("/articles/" + slug + "/"));
    }
}
