package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Proof;

/**
 * A build of a site of JBake that remembers gives what one from nothing gives, and prints no more than it must. Random edits are
 * tried as in {@link IncrementalTest}; {@code mvn test -Dtest=JBakeIncrementalTest -Dplainfact.seed=…} tries one seed alone.
 */
@UsesJBake
class JBakeIncrementalTest {
    private static final long FIRST_SEED = 20_261_127;
    private static final int SEQUENCES = 12;
    private static final int EDITS = 14;

    private static final Map<String, String> SITE = Map.of(
            "jbake.properties", """
            site.title=Bread
            freemarker.escape=false
            index.paginate=true
            index.posts_per_page=3
            render.sitemap=true
            render.tagsindex=true
            template.album.file=album.ftl
            """,
            "templates/frame.ftl", """
            <#macro page><html><title>${content.title!config.site_title}</title><#nested>
            <#list published_posts as post><#if post_index < 2><a href="${content.rootpath!}${post.uri}">${post.title}</a></#if></#list>
            </html></#macro>
            """,
            "templates/post.ftl", """
            <#import "frame.ftl" as frame><@frame.page>${content.body}${content.date?string("yyyy-MM-dd")}
            <#list content?keys?sort as key>${key} </#list><#list content.tags! as tag>${tag} </#list>
            ${(content.previousContent.title)!"first"} ${(content.nextContent.title)!"last"}
            <#attempt><#include "extra.ftl"><#recover>none</#attempt></@frame.page>
            """,
            "templates/page.ftl", """
            ${content.title} ${db.getPublishedCount("post")} ${data.get("menu.yaml").first!"none"}
            <#list alltags as tag>${tag} </#list><#list db.getPublishedContent("album") as album>${album.body}</#list>
            """,
            "templates/album.ftl", "${content.title}<#list tags as tag>${tag.name} ${tag.tagged_posts?size} </#list>",
            "templates/index.ftl", """
            <#list published_posts as post><h2>${post.title}</h2>${post.body}</#list>${currentPageNumber} of ${numberOfPages}
            """,
            "templates/archive.ftl", """
            <#list all_content as text>${text.type} ${text.status} ${text.uri} ${text.date?string("yyyy-MM-dd")}
            </#list>
            """,
            "templates/feed.ftl", "<#list published_content as text>${text.title} ${text.sha1}\n</#list>",
            "templates/tags.ftl", "<#list tag_posts as post>${post.title}</#list>",
            "data/menu.yaml", "first: one\nsecond: two\n");

    @TempDir
    private Path work;

    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void write() {
        writeInto(work.resolve("project"));
    }

    private void writeInto(Path project) {
        SITE.forEach((name, text) -> Built.write(project.resolve(name), text));
        Built.write(project.resolve("templates/tags-index.ftl"), "<#list tags as tag>${tag.uri} </#list>");
        Built.write(project.resolve("templates/sitemap.ftl"), "<#list published_content as text>${text.uri} </#list>");
        Built.write(project.resolve("assets/site.css"), "p {}\n");
        for (int i = 0; i < 8; i++) {
            Built.write(project.resolve("content/blog/post" + i + ".md"), text("post", "Title " + i, i));
        }
        Built.write(project.resolve("content/about.md"), text("page", "About", 3));
        Built.write(project.resolve("content/album.html"), text("album", "Album", 4));
        Built.write(
                project.resolve("content/undated.md"),
                text("post", "Undated", 5).replaceFirst("date=.*\n", ""));
        desk = new Desk(project);
    }

    private static String text(String type, String title, int day) {
        return "title=" + title + "\ndate=2024-01-1" + day + "\ntype=" + type + "\ntags=a, t" + day % 3
                + "\nstatus=published\nodd={\"b\": [1, 2.5, null], \"a\": true}\n~~~~~~\n\nThe text of " + title
                + ".\n";
    }

    private Set<String> printedAfter(String file, UnaryOperator<String> change) {
        Build build = new Build(desk.project());
        build.look(desk.options(Optional.empty()));
        desk.changed();
        desk.change(file, text -> {
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            return changed;
        });
        build.changed(desk.changed());
        Build.Look look = build.look(desk.options(Optional.empty()));
        assertThat(look.findings()).isEmpty();
        return look.printed();
    }

    @Test
    void a_changed_text_prints_its_page_and_what_shows_the_text() {
        assertThat(printedAfter("content/blog/post6.md", text -> text + "More.\n"))
                .containsExactlyInAnyOrder("/blog/post6.html", "/index.html", "/feed.xml");
    }

    @Test
    void a_changed_title_prints_what_names_the_page() {
        assertThat(printedAfter("content/blog/post0.md", text -> text.replace("title=Title", "title=Name")))
                .contains("/blog/post0.html", "/blog/post1.html", "/feed.xml", "/tags/t0.html")
                .doesNotContain("/blog/post3.html", "/index.html", "/archive.html", "/sitemap.xml", "/about.html");
    }

    @Test
    void a_changed_template_prints_the_pages_that_use_it() {
        assertThat(printedAfter("templates/album.ftl", text -> text + "!")).containsExactly("/album.html");
    }

    @Test
    void changed_data_print_the_pages_that_read_them() {
        assertThat(printedAfter("data/menu.yaml", text -> text.replace("one", "three")))
                .containsExactly("/about.html");
    }

    @Test
    void a_page_that_says_when_it_was_built_is_printed_again_on_another_day() {
        Built.write(desk.project().resolve("templates/album.ftl"), "${published_date?string('yyyy')}");
        Built.write(desk.project().resolve("templates/page.ftl"), "${.now?string('yyyy')}");
        Build build = new Build(desk.project());
        build.look(desk.options(Optional.empty()));
        desk.today = "2026-12-24";

        assertThat(build.look(desk.options(Optional.empty())).printed())
                .containsExactlyInAnyOrder("/about.html", "/album.html");
    }

    @Test
    void a_site_that_did_not_change_is_left() {
        // Its date is that of its file, which was written just now: see decision 018.
        desk.delete("content/undated.md");

        assertThat(bakeOrLeave().material()).isPresent();
        assertThat(bakeOrLeave().material()).isEmpty();
    }

    /** JBake takes its date for that of a text that says none. */
    @Test
    void a_text_without_a_date_that_is_touched_is_seen() throws IOException {
        bakeOrLeave();
        Path page = work.resolve("out/undated.html");
        String before = Files.readString(page);

        Files.setLastModifiedTime(desk.project().resolve("content/undated.md"), FileTime.from(0, TimeUnit.DAYS));
        bakeOrLeave();

        assertThat(page).content().isNotEqualTo(before).contains("1970-01-01");
    }

    private Build.Result bakeOrLeave() {
        return new Build(desk.project(), Optional.of(new Keeping(work.resolve("memory"), "this")))
                .bakeOrLeave(desk.options(Optional.of(work.resolve("out"))), Bakery.Progress.NONE);
    }

    @Test
    void after_random_edits_a_site_is_as_from_nothing() {
        Long only = Long.getLong("plainfact.seed");
        for (int i = 0; i < (only == null ? SEQUENCES : 1); i++) {
            long seed = only == null ? FIRST_SEED + i : only;
            List<String> done = new ArrayList<>();
            try {
                sequence(seed, done);
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed + ", after " + done, e);
            }
        }
    }

    private void sequence(long seed, List<String> done) {
        Path folder = work.resolve("seed-" + seed);
        writeInto(folder.resolve("project"));
        Random random = new Random(seed);
        Build kept = new Build(desk.project());
        kept.look(desk.options(Optional.empty()));
        for (int i = 0; i < EDITS; i++) {
            EDITS_OF_A_SITE.get(random.nextInt(EDITS_OF_A_SITE.size())).act(desk, random, done);
            kept.changed(desk.changed());
            Build.Look fresh = new Build(desk.project()).look(desk.options(Optional.empty()));
            Build.Look again = kept.look(desk.options(Optional.empty()));
            assertThat(again.findings()).isEqualTo(fresh.findings());
            assertThat(texts(again)).isEqualTo(texts(fresh));
            if (i % 5 == 4) {
                baked(folder);
            }
        }
    }

    /** Of a process that begins with what another one kept. */
    private void baked(Path folder) {
        Build.Options options = desk.options(Optional.of(folder.resolve("out")));
        new Build(desk.project(), Optional.of(new Keeping(folder.resolve("memory"), "this")))
                .bakeOrLeave(options, Bakery.Progress.NONE);
        Build.Result fresh = new Build(desk.project())
                .bake(desk.options(Optional.of(folder.resolve("fresh"))), Bakery.Progress.NONE);
        if (!fresh.failed()) {
            Map<String, String> expected = new TreeMap<>();
            Built.files(folder.resolve("fresh")).forEach((name, file) -> expected.put(name, Built.text(file)));
            assertThat(Built.files(folder.resolve("out")))
                    .allSatisfy((name, file) -> assertThat(Built.text(file)).isEqualTo(expected.get(name)))
                    .hasSameSizeAs(expected);
        }
    }

    private static Map<String, String> texts(Build.Look look) {
        Map<String, String> texts = new TreeMap<>();
        for (Proof file : look.files().orElse(Map.of()).values()) {
            try {
                texts.put(file.path(), new String(file.content().bytes(), java.nio.charset.StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private interface Act {
        void act(Desk desk, Random random, List<String> done);
    }

    private static final List<Act> EDITS_OF_A_SITE = List.of(
            post("a text", text -> text + "More of it.\n"),
            post("a title", text -> text.replaceFirst("title=", "title=New ")),
            post("a tag", text -> text.replaceFirst("tags=a", "tags=a, new")),
            post("no tags", text -> text.replaceFirst("tags=.*\n", "")),
            post("a draft", text -> text.replace("status=published", "status=draft")),
            post("published", text -> text.replace("status=draft", "status=published")),
            post("another day", text -> text.replaceFirst("date=2024-01-1", "date=2024-02-0")),
            post("another type", text -> text.replaceFirst("type=post", "type=album")),
            post("a broken header", text -> text.replaceFirst("type=", "type ")),
            post("a key", text -> "more=1\n" + text),
            post("a link", text -> text + "See https://example.org and *this* \\*there\\*.\n"),
            fixed(
                    "a new post",
                    (desk, random) -> desk.write(
                            "content/blog/new" + random.nextInt(3) + ".md", text("post", "New", random.nextInt(9)))),
            fixed("a post less", (desk, random) -> desk.delete("content/blog/post" + random.nextInt(8) + ".md")),
            fixed(
                    "a template",
                    (desk, random) -> desk.change(
                            "templates/"
                                    + List.of("frame", "post", "index", "tags").get(random.nextInt(4)) + ".ftl",
                            text -> text.replaceFirst("<#", "x<#"))),
            fixed(
                    "a template that was missing",
                    (desk, random) -> desk.write("templates/extra.ftl", "extra ${.vars.content.uri}")),
            fixed("a template that is missing again", (desk, random) -> desk.delete("templates/extra.ftl")),
            fixed("a template that is broken", (desk, random) -> desk.write("templates/extra.ftl", "${")),
            fixed("data", (desk, random) -> desk.write("data/menu.yaml", "first: " + random.nextInt(5) + "\n")),
            fixed("another file of data", (desk, random) -> desk.write("data/more.yaml", "a: 1\n")),
            fixed(
                    "a setting",
                    (desk, random) -> desk.change(
                            "jbake.properties",
                            text -> text.replaceFirst("site.title=.*", "site.title=B" + random.nextInt(4)))),
            fixed(
                    "more on a page",
                    (desk, random) -> desk.change(
                            "jbake.properties",
                            text -> text.replaceFirst("per_page=.*", "per_page=" + (2 + random.nextInt(3))))),
            fixed(
                    "an asset",
                    (desk, random) -> desk.write("assets/site.css", "p { top: " + random.nextInt(9) + "px }\n")),
            fixed("a saved file", (desk, random) -> desk.change("content/undated.md", text -> text)));

    private static Act fixed(String words, BiConsumer<Desk, Random> act) {
        return (desk, random, done) -> {
            done.add(words);
            act.accept(desk, random);
        };
    }

    private static Act post(String words, UnaryOperator<String> change) {
        return (desk, random, done) -> {
            String file = "content/blog/post" + random.nextInt(8) + ".md";
            done.add(words + " in " + file);
            if (Files.exists(desk.project().resolve(file))) {
                desk.change(file, change);
            }
        };
    }
}
