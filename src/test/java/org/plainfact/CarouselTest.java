package org.plainfact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.hashes;
import static org.plainfact.Built.run;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plainfact carousel} as authors and editors use it. */
@Tag("slow")
class CarouselTest {
    private static final String ALPHA = "\"power\": {\"value\": 3,";

    @TempDir
    private Path work;

    private Path site = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void start() {
        site = work.resolve("site");
        out = site.resolve("target/carousel");
        CarouselSite.unpack(site);
    }

    private Built.Answer carousel(String... arguments) {
        List<String> all = new ArrayList<>(List.of("carousel", "--project", site.toString()));
        all.addAll(List.of(arguments));
        return run(work, all.toArray(String[]::new));
    }

    private void change(String name, String from, String to) {
        Path file = site.resolve(name);
        String before = text(file);
        assertThat(before).contains(from);
        write(file, before.replace(from, to));
    }

    // ---- what is made

    /** With {@code -Dplainfact.golden=write} what is made is written in place of what is expected. */
    @Test
    void three_articles_on_all_platforms_read_as_expected() throws IOException {
        Built.Answer answer = carousel("which-pump", "from-air-to-room", "in-winter");

        Map<String, String> posts = new TreeMap<>();
        Built.files(out).forEach((name, file) -> {
            if (name.endsWith(".json") || name.endsWith(".txt")) {
                posts.put(name, text(file));
            }
        });
        posts.put("findings.txt", answer.err());
        if (System.getProperty("plainfact.golden", "").equals("write")) {
            for (Map.Entry<String, String> post : posts.entrySet()) {
                write(CarouselSite.EXPECTED.resolve(post.getKey()), post.getValue());
            }
        }
        Map<String, String> expected = new TreeMap<>();
        Built.files(CarouselSite.EXPECTED).forEach((name, file) -> expected.put(name, text(file)));
        assertThat(posts.keySet()).isEqualTo(expected.keySet());
        assertThat(posts).allSatisfy((name, text) -> assertThat(text).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void every_article_of_this_repository_goes_to_all_platforms_without_a_finding() {
        Built.Answer answer = run(
                        Path.of(""), "carousel", "--out", out.toAbsolutePath().toString())
                .succeeded();

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("10 articles on 9 platforms; 0 errors, 0 warnings");
    }

    @Test
    void a_changed_cell_changes_the_slides_captions_and_words_that_show_it_and_no_other() {
        carousel("--platform", "instagram").succeeded();
        Map<String, Object> before = CarouselSite.post(out, "which-pump", "instagram");
        Map<String, Object> script = CarouselSite.post(out, "in-winter", "instagram");
        String other = text(out.resolve("from-air-to-room/instagram/post.json"));

        change("data/pumps.json", ALPHA, ALPHA.replace("3", "3.5"));
        carousel("--platform", "instagram").succeeded();

        Map<String, Object> after = CarouselSite.post(out, "which-pump", "instagram");
        // Alpha's power stands in the description alone.
        assertThat(changed(before, after)).containsExactly("context");
        assertThat(String.valueOf(after.get("texts"))).contains("3.5 kW").isNotEqualTo(before.get("texts"));
        Map<String, Object> scripted = CarouselSite.post(out, "in-winter", "instagram");
        assertThat(changed(script, scripted)).isEmpty();
        assertThat(String.valueOf(scripted.get("texts"))).contains("draws 3.5 kW");
        assertThat(text(out.resolve("from-air-to-room/instagram/post.json")))
                .isNotEqualTo(other)
                .contains("2.571");
    }

    private static List<Object> changed(Map<String, Object> before, Map<String, Object> after) {
        List<?> then = slides(before);
        List<?> now = slides(after);
        List<Object> changed = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(then.get(i)) && now.get(i) instanceof Map<?, ?> slide) {
                changed.add(String.valueOf(slide.get("kind")));
            }
        }
        return changed;
    }

    private static List<?> slides(Map<String, Object> post) {
        return (List<?>) Objects.requireNonNull(post.get("slides"));
    }

    @Test
    void nothing_in_a_hostile_deck_is_cut_and_each_fault_is_told() {
        String word = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunternehmen";
        String hook =
                "Why " + "would anybody ask such a long question ".repeat(10).strip() + "?";
        StringBuilder wide = new StringBuilder(
                "{\"id\": \"wide\", \"title\": \"Wide\", \"caption\": \"Wide\", \"rows\": {\"collection\": \"pumps\"}, \"columns\": [{\"text\": \"title\", \"title\": \"Pump\"}");
        for (int i = 0; i < 11; i++) {
            wide.append(", {\"figure\": \"heat\", \"title\": \"Heat ")
                    .append((char) ('A' + i))
                    .append("\"}");
        }
        write(site.resolve("data/tables/wide.json"), wide + "], \"not-for\": \"anything\"}");
        String korean = "열펌프는 겨울에도 따뜻합니다";
        String arabic = "المضخة تعمل في الشتاء";
        String family = "👨‍👩‍👧‍👦🇰🇷".repeat(30);
        write(site.resolve("content/articles/in-winter.carousel.md"), """
                ---
                caption: "%s %s"
                ---
                # %s

                ---

                # %s

                %s %s %s, and 42 kW of it

                ---

                ```{table} wide
                ```

                ---

                ```{slide} point
                :badges: measured
                ```

                {figure}`beta.power`

                ---

                ```{slide} poynt
                :except: pinterst
                :alt: x
                ```

                Six.

                ---

                Seven.
                """.formatted(
                        family, "word ".repeat(700).strip(), hook, word, korean, arabic, family));

        Built.Answer answer = carousel("in-winter");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("in-winter.carousel.md:4:1: warning: the hook has")
                .contains("[long-word]", "\"" + word + "\"")
                .contains("[table-too-large]", "the table wide has 12 columns")
                .contains("the number 42 on the slide is no figure [typed-number]")
                .contains("[missing-badge]", "add planned to :badges:")
                .contains("[unknown-slide]", "did you mean \"point\"?")
                .contains("[unknown-platform]", "did you mean \"pinterest\"?")
                .contains("this is slide 6 of 6, and Pinterest takes 5 [too-many-slides]")
                .contains("[limit-exceeded]", "a text for LinkedIn counts");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_script_is_no_page_of_the_site() {
        run(work, "build", site.toString()).succeeded();

        assertThat(Built.files(site.resolve("output")).keySet()).noneMatch(name -> name.contains("carousel"));
    }

    @Test
    void a_name_in_a_script_that_is_not_there_is_told_by_every_build() {
        change("content/articles/in-winter.carousel.md", "{figure}`beta.heat`", "{figure}`beta.haet`");

        Built.Answer built = run(work, "build", site.toString());

        assertThat(built.code()).isEqualTo(1);
        assertThat(built.err())
                .contains("content/articles/in-winter.carousel.md:34:17: error: there is no figure \"beta.haet\"");
    }

    @Test
    void a_script_without_an_article_is_told() throws IOException {
        Files.delete(site.resolve("content/articles/in-winter.md"));

        Built.Answer answer = carousel();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("in-winter.carousel.md:1:1: error: ", "[carousel-without-article]");
    }

    // ---- the folder

    @Test
    void a_second_run_writes_nothing() {
        carousel("--platform", "x,linkedin").succeeded();
        Map<String, String> before = hashes(out);

        Built.Answer again = carousel("--platform", "x,linkedin").succeeded();

        assertThat(again.out()).contains(" 0 written, ", " 0 removed");
        assertThat(hashes(out)).isEqualTo(before);
    }

    @Test
    void a_platform_gets_pictures_of_its_kind() throws IOException {
        carousel("in-winter", "--platform", "instagram,linkedin,x").succeeded();

        assertThat(out.resolve("in-winter/x/slides/01.png")).isNotEmptyFile();
        assertThat(Files.readAllBytes(out.resolve("in-winter/instagram/slides/01.jpg")))
                .startsWith(0xFF, 0xD8);
        assertThat(new String(Files.readAllBytes(out.resolve("in-winter/linkedin/carousel.pdf")), ISO_8859_1))
                .startsWith("%PDF-");
        assertThat((List<?>) CarouselSite.post(out, "in-winter", "linkedin").get("media"))
                .isEqualTo(List.of("carousel.pdf"));
    }

    @Test
    void a_changed_cell_draws_the_slides_that_show_it_and_no_other() {
        carousel("which-pump", "--platform", "x").succeeded();
        Map<String, String> before = hashes(out.resolve("which-pump/x/slides"));

        change("data/pumps.json", ALPHA, ALPHA.replace("3", "3.5"));
        carousel("which-pump", "--platform", "x").succeeded();

        Map<String, String> after = hashes(out.resolve("which-pump/x/slides"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet().stream().filter(name -> !Objects.equals(after.get(name), before.get(name))))
                .containsExactly("02.png");
    }

    @Test
    void what_is_no_longer_asked_for_goes_and_what_others_put_there_stays() {
        carousel("which-pump", "in-winter", "--platform", "instagram,x").succeeded();
        write(out.resolve("which-pump/notes.txt"), "mine");

        carousel("which-pump", "--platform", "x,bluesky").succeeded();

        assertThat(Built.files(out).keySet())
                .contains(
                        "index.html", "which-pump/index.html", "which-pump/x/post.txt", "which-pump/bluesky/post.json")
                .contains("which-pump/notes.txt")
                .noneMatch(name -> name.contains("instagram") || name.startsWith("in-winter/"));
    }

    @Test
    void with_an_error_the_posts_stay_as_they_were() {
        carousel("in-winter", "--platform", "x").succeeded();
        Map<String, String> before = hashes(out);
        change("content/articles/which-pump.md", "{figure}`beta.power`", "{figure}`beta.pwoer`");

        Built.Answer answer = carousel();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("nothing was written");
        assertThat(hashes(out)).isEqualTo(before);
    }

    @Test
    void posts_are_not_put_among_the_site() {
        Built.Answer answer = carousel("--out", site.resolve("output").toString());

        assertThat(answer.code()).isEqualTo(2);
    }

    // ---- names

    @Test
    void an_article_is_named_by_its_address_or_its_file() {
        carousel("content/articles/which-pump.md", "--platform", "x").succeeded();

        assertThat(out.resolve("which-pump/x/post.txt")).exists();
    }

    @Test
    void an_article_or_platform_that_is_not_there_is_a_wrong_command_line() {
        assertThat(carousel("wich-pump").code()).isEqualTo(2);
        assertThat(carousel("wich-pump").err()).contains("there is no article \"wich-pump\"", "\"which-pump\"?");
        assertThat(carousel("--platform", "instagramm").code()).isEqualTo(2);
        assertThat(carousel("--platform", "instagramm").err())
                .contains("there is no platform \"instagramm\"", "\"instagram\"?");
        assertThat(carousel("six").err()).contains("is a draft");
    }

    @Test
    void an_article_that_cannot_be_read_is_told_with_what_is_wrong_with_it() {
        write(site.resolve("content/articles/which-pump.md"), "x".repeat(300_000));

        Built.Answer answer = carousel("which-pump");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).startsWith("content/articles/which-pump.md:1:1: error: the file has 300000 bytes");
        assertThat(answer.out()).contains("nothing was written");
    }

    // ---- limits

    @Test
    void a_site_says_other_limits_and_other_platforms() {
        write(site.resolve("data/carousel/platforms.json"), """
                {
                  "mastodon": {"asOf": "2026-11-29", "source": "our own server", "text": [{"counting": "urls-as-23", "most": 5000}]},
                  "wall": {"name": "Wall", "asOf": "2026-11-29", "source": "the caretaker",
                    "picture": {"width": 600, "height": 800, "format": "png", "safe": {"top": 0, "right": 0, "bottom": 0, "left": 0}}}
                }
                """);

        carousel("which-pump", "--platform", "mastodon,wall").succeeded();

        assertThat((List<?>) CarouselSite.post(out, "which-pump", "mastodon").get("texts"))
                .hasSize(2)
                .first()
                .asString()
                .contains("most=5000");
        assertThat(out.resolve("which-pump/wall/post.txt")).content().startsWith("Which heat pump draws least?");
    }

    @Test
    void limits_read_more_than_a_year_ago_are_a_warning() {
        write(site.resolve("data/carousel/platforms.json"), "{\"x\": {\"asOf\": \"2025-11-29\"}}");

        assertThat(carousel("in-winter", "--platform", "x").succeeded().err())
                .contains("data/carousel/platforms.json:1:2: warning: the limits of X were read on 2025-11-29");
    }

    @Test
    void a_wrong_limit_is_told() {
        write(
                site.resolve("data/carousel/platforms.json"),
                "{\"x\": {\"text\": [{\"counting\": \"x-weigthed\", \"most\": 280}]}}");

        Built.Answer answer = carousel();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("there is no counting \"x-weigthed\"; did you mean \"x-weighted\"?");
    }

    // ---- what is hopeless

    @Test
    void a_slide_of_very_many_characters_is_told_once_and_no_post_is_made() {
        write(site.resolve("content/articles/one.carousel.md"), "# A\n\n---\n\n" + "word ".repeat(1_000) + "\n");

        assertThat(errors(carousel("content/articles/one.md")))
                .containsExactly(
                        "content/articles/one.carousel.md:5:1: error: the slide has 5002 characters, and slides"
                                + " are made of 4000 at most [limit-exceeded]");
    }

    @Test
    void a_caption_of_very_many_characters_is_told_once_and_no_post_is_made() {
        write(
                site.resolve("content/articles/one.carousel.md"),
                "---\ncaption: |\n  " + "word ".repeat(2_500) + "\n---\n\n# A\n");

        assertThat(errors(carousel("content/articles/one.md")))
                .singleElement()
                .asString()
                .matches(
                        "content/articles/one\\.carousel\\.md:2:\\d+: error: the caption has 12\\d{3} characters, and posts"
                                + " are made of 8000 at most \\[limit-exceeded]");
    }

    @Test
    void a_table_on_a_slide_counts_as_the_characters_that_it_shows() {
        write(
                site.resolve("content/articles/one.carousel.md"),
                "# A\n\n---\n\n" + "```{table} pumps\n```\n\n".repeat(40));

        assertThat(errors(carousel("content/articles/one.md")))
                .singleElement()
                .asString()
                .matches("content/articles/one\\.carousel\\.md:5:1: error: the slide has 6\\d{3} characters, and slides"
                        + " are made of 4000 at most \\[limit-exceeded]");
    }

    @Test
    void a_table_in_a_caption_counts_as_the_characters_that_it_shows() {
        write(
                site.resolve("content/articles/one.carousel.md"),
                "---\ncaption: |\n" + "  ```{table} pumps\n  ```\n\n".repeat(60) + "---\n\n# A\n");

        assertThat(errors(carousel("content/articles/one.md")))
                .singleElement()
                .asString()
                .matches(
                        "content/articles/one\\.carousel\\.md:2:\\d+: error: the caption has 9\\d{3} characters, and posts"
                                + " are made of 8000 at most \\[limit-exceeded]");
    }

    @Test
    void a_head_of_very_many_characters_is_told_once_and_no_post_is_made() {
        Path article = site.resolve("content/articles/one.md");
        write(
                article,
                Built.text(article).replaceFirst("(?m)^description: .*$", "description: " + "word ".repeat(2_500)));

        assertThat(errors(carousel("content/articles/one.md")))
                .singleElement()
                .asString()
                .matches(
                        "content/articles/one\\.md:\\d+:\\d+: error: title, hook, description and takeaways have 12\\d{3} characters, and posts"
                                + " are made of 8000 at most \\[limit-exceeded]");
    }

    @Test
    void very_many_slides_are_told_once_and_no_post_is_made() {
        write(site.resolve("content/articles/one.carousel.md"), "# A\n\n---\n\n".repeat(70) + "# B\n");

        assertThat(errors(carousel("content/articles/one.md")))
                .containsExactly(
                        "content/articles/one.carousel.md:241:1: error: this is slide 61 of 71, and no platform"
                                + " takes so many [too-many-slides]");
    }

    private static List<String> errors(Built.Answer answer) {
        assertThat(answer.code()).isEqualTo(Main.FINDINGS);
        return answer.err().lines().filter(line -> line.contains(": error: ")).toList();
    }
}
