package org.plainfact.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.link.Reference.Use;

/** Which addresses a page names, and what it does with them. */
class PageReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='HERE'>x</a>",
                "<map><area href=' HERE '></map>",
                "<form action=HERE></form>",
                "<button formaction=HERE>x</button>",
                "<link rel=canonical href=HERE>",
                "<link rel='Alternate' type=application/atom+xml href=HERE>",
                "<meta property=og:url content=HERE>"
            })
    void readers_are_led_to_an_address(String html) {
        assertThat(references(html)).containsExactly(new Reference(Use.LINK, "HERE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=HERE>",
                "<img srcset='HERE'>",
                "<img srcset='HERE 2x'>",
                "<picture><source srcset='HERE,'></picture>",
                "<link rel=preload as=image imagesrcset='HERE 100w'>",
                "<video src=HERE></video>",
                "<video poster=HERE></video>",
                "<video><track src=HERE></video>",
                "<audio><source src=HERE></audio>",
                "<script src=HERE></script>",
                "<iframe src=HERE></iframe>",
                "<embed src=HERE>",
                "<object data=HERE></object>",
                "<input type=image src=HERE>",
                "<svg><use href=HERE></use></svg>",
                "<svg><use xlink:href=HERE></use></svg>",
                "<svg><image href=HERE /></svg>",
                "<link rel=stylesheet href=HERE>",
                "<link rel='alternate stylesheet' href=HERE>",
                "<link rel=icon href=HERE>",
                "<meta property=og:image content=HERE>",
                "<meta name=twitter:image content=HERE>",
                "<p style='background: url(HERE)'>x</p>",
                "<style>p { background: URL( \"HERE\" ) }</style>"
            })
    void a_file_is_needed(String html) {
        assertThat(references(html)).containsExactly(new Reference(Use.FILE, "HERE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0;url=HERE", "0; URL='HERE'", "5 ; url = HERE", "0,HERE"})
    void a_page_leads_on_by_itself(String content) {
        Page page = PageReader.html(("<meta http-equiv=Refresh content=\"" + content + "\">").getBytes(UTF_8));

        assertThat(page.leadsTo()).contains("HERE");
    }

    @Test
    void a_page_that_only_reloads_itself_leads_nowhere() {
        assertThat(PageReader.html("<meta http-equiv=refresh content=30>".getBytes(UTF_8))
                        .leadsTo())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.png 1x, b.png 2x | a.png b.png",
                "a.png, b.png 2x | a.png b.png",
                "a.png 100w , , b,c.png 200w | a.png b,c.png",
                "data:image/png;base64,AA== 1x, b.png | data:image/png;base64,AA== b.png",
                "a.png f(1, 2), b.png | a.png b.png",
                ",,, | ''"
            })
    void a_set_of_pictures_is_taken_apart_as_browsers_do(String set, String addresses) {
        assertThat(references("<img srcset='" + set + "'>").stream().map(Reference::written))
                .containsExactlyElementsOf(addresses.isEmpty() ? List.of() : List.of(addresses.split(" ")));
    }

    @Test
    void text_code_and_comments_name_nothing() {
        assertThat(references("<p>href=HERE</p><!-- <a href=HERE> --><script>a = '<a href=HERE>'</script>"
                        + "<template>x</template><textarea><a href=HERE></textarea>"))
                .isEmpty();
    }

    @Test
    void entities_are_read_and_an_address_is_told_once() {
        assertThat(references("<a href='?a=1&amp;b=2'>x</a><a href='?a=1&amp;b=2'>y</a>"))
                .containsExactly(new Reference(Use.LINK, "?a=1&b=2"));
    }

    @Test
    void ids_and_old_names_are_anchors() {
        Page page = PageReader.html("<h2 id=two>x</h2><a name=one></a><svg><g id=three></g></svg>".getBytes(UTF_8));

        assertThat(page.anchors()).containsExactly("one", "three", "two");
    }

    @Test
    void a_feed_and_a_site_map_name_links_and_places() {
        Page page =
                PageReader.xml("<feed><link rel='self' href='/a'/><loc> /b </loc><id>/c</id></feed>".getBytes(UTF_8));

        assertThat(page.references()).containsExactly(new Reference(Use.LINK, "/a"), new Reference(Use.LINK, "/b"));
    }

    private static List<Reference> references(String html) {
        return PageReader.html(html.getBytes(UTF_8)).references();
    }
}
