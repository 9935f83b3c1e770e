package org.plainfact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plainfact.Built.hashes;
import static org.plainfact.Built.text;
import static org.plainfact.Built.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainfact.disk.Trees;
import org.plainfact.publish.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plainfact publish} as its users see it. */
@Tag("slow")
class PublishTest {
    @TempDir
    private Path work;

    private Path site = Path.of("");
    private Path live = Path.of("");

    @BeforeEach
    void aSiteAndATarget() {
        site = work.resolve("site");
        SmallSite.unpack(site);
        configure("publish.live=file:../한 글 + www");
        live = work.resolve("한 글 + www/current");
    }

    private void configure(String... lines) {
        write(
                site.resolve("jbake.properties"),
                text(site.resolve("jbake.properties")) + String.join("\n", lines) + "\n");
    }

    private Built.Answer publish(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "publish";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Built.run(site, all);
    }

    private void edit(String file, String before, String after) {
        assertThat(text(site.resolve(file))).contains(before);
        write(site.resolve(file), text(site.resolve(file)).replace(before, after));
    }

    private SortedMap<String, String> published() throws IOException {
        SortedMap<String, String> files = new TreeMap<>(hashes(live.toRealPath()));
        files.remove(Manifest.NAME);
        return files;
    }

    private SortedMap<String, String> built() {
        SortedMap<String, String> files = new TreeMap<>(hashes(site.resolve("output")));
        files.remove(".plainfact-manifest");
        return files;
    }

    @Test
    void the_built_site_and_nothing_else_is_published() throws IOException {
        write(site.resolve("output/foreign.txt"), "not ours");

        Built.Answer answer = publish().succeeded();

        assertThat(answer.out()).contains("published to " + live.getParent());
        SortedMap<String, String> ours = built();
        ours.remove("foreign.txt");
        assertThat(published()).isEqualTo(ours).isNotEmpty();
    }

    @Test
    void the_manifest_says_what_each_file_is() throws Exception {
        publish().succeeded();

        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(live.resolve(Manifest.NAME)));
        SortedMap<String, String> said = new TreeMap<>();
        manifest.get("files")
                .forEach(file ->
                        said.put(file.get("path").asString(), file.get("sha256").asString()));
        assertThat(said).isEqualTo(published());
        assertThat(text(live.resolve(Manifest.NAME)))
                .contains("\"type\":\"text/html; charset=utf-8\",\"caching\":\"revalidate\"")
                .contains("\"type\":\"text/css; charset=utf-8\",\"caching\":\"immutable\"");
    }

    @Test
    void a_site_that_is_live_already_is_not_sent() {
        publish().succeeded();

        Built.Answer answer = publish().succeeded();

        assertThat(answer.out()).contains("0 new, 0 changed, 0 removed").contains("nothing to publish");
    }

    @Test
    void what_depends_on_a_changed_figure_is_sent_and_the_figures_are_told() throws IOException {
        publish().succeeded();
        edit("data/pumps.json", "\"value\": 9,", "\"value\": 12,");

        Built.Answer answer = publish().succeeded();

        assertThat(answer.out())
                .contains(
                        "changed   figures.json", "figure    alpha.heat: 9 kW → 12 kW", "alpha-cop.cop: 3.000 → 4.000")
                .doesNotContain("changed   about/index.html");
        assertThat(published()).isEqualTo(built());
    }

    @Test
    void a_changed_page_is_sent_alone_with_what_lists_it() {
        publish().succeeded();
        edit("content/pages/about.md", "---\n\n", "---\n\nMore about us.\n\n");

        Built.Answer answer = publish().succeeded();

        assertThat(answer.out()).contains("changed   about/index.html").contains("0 figures change");
        assertThat(answer.out()
                        .lines()
                        .filter(line -> line.startsWith("changed"))
                        .count())
                .isLessThan(5);
    }

    @Test
    void an_error_publishes_nothing() throws IOException {
        publish().succeeded();
        SortedMap<String, String> before = published();
        write(
                site.resolve("content/articles/bad.md"),
                "---\ntitle: Bad\ndate: 2026-01-01\nstatus: published\n---\n\n{figure}`no.such`\n");

        Built.Answer answer = publish();

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("content/articles/bad.md");
        assertThat(answer.out()).contains("nothing was published");
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void a_dry_run_shows_the_plan_and_touches_nothing() {
        Built.Answer answer = publish("--dry-run").succeeded();

        assertThat(answer.out())
                .contains("new       about/index.html", "… and ")
                .contains("redirect  /old/second/ → ")
                .contains(" to send; 0 figures change")
                .contains("nothing was published");
        assertThat(live.getParent()).doesNotExist();
    }

    @Test
    void losing_more_than_half_of_the_live_files_must_be_meant() throws IOException {
        for (int i = 0; i < 80; i++) {
            write(
                    site.resolve("content/pages/many/p" + i + ".md"),
                    "---\ntitle: Page p" + i + "\nstatus: published\n---\n\nWords.\n");
        }
        publish().succeeded();
        SortedMap<String, String> before = published();
        Trees.delete(site.resolve("content/pages/many"));

        Built.Answer refused = publish();
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("more than half of the live files would go")
                .contains("--yes");
        assertThat(published()).isEqualTo(before);

        publish("--yes").succeeded();
        assertThat(published()).isEqualTo(built());
    }

    @Test
    void a_roll_back_brings_the_edition_before_even_where_the_project_is_broken() throws IOException {
        publish().succeeded();
        SortedMap<String, String> before = published();
        edit("content/pages/about.md", "---\n\n", "---\n\nA mistake.\n\n");
        publish().succeeded();
        write(site.resolve("content/articles/bad.md"), "no header");

        Built.Answer answer = publish("--rollback").succeeded();

        assertThat(answer.out()).contains("get release 000001-");
        assertThat(published()).isEqualTo(before);
        assertThat(publish("--rollback").code()).isEqualTo(3);
    }

    @Test
    void hosts_that_read_files_get_headers_and_redirects_in_files() throws IOException {
        configure("publish.live.host-files=true");

        publish().succeeded();

        assertThat(live.resolve("_redirects")).hasContent("/old/second/ /articles/two/ 301");
        assertThat(live.resolve("old/second/index.html")).doesNotExist();
        assertThat(text(live.resolve("_headers")))
                .contains("/*\n  Content-Security-Policy: default-src 'none'; style-src 'self'")
                .contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
        assertThat(site.resolve("output/_headers")).doesNotExist();
    }

    @Test
    void the_same_site_gives_the_same_bytes_in_another_place() throws IOException {
        configure("publish.default=live", "publish.other=file:../other", "publish.other.host-files=true");
        configure("publish.live.host-files=true");

        publish("live").succeeded();
        publish("other").succeeded();

        assertThat(hashes(work.resolve("other/current").toRealPath())).isEqualTo(hashes(live.toRealPath()));
    }

    @Test
    void a_branch_gets_the_site_and_goes_back_to_the_one_before() throws Exception {
        git(work, "init", "--quiet", "--bare", "repo.git");
        configure("publish.pages=git:../repo.git#site");
        publish("pages").succeeded();
        String before = git(work.resolve("repo.git"), "rev-parse", "site^{tree}");
        edit("content/pages/about.md", "---\n\n", "---\n\nA mistake.\n\n");

        assertThat(publish("pages").succeeded().out()).contains("published to git:" + work.resolve("repo.git#site"));
        assertThat(git(work.resolve("repo.git"), "show", "site:about/index.html"))
                .contains("A mistake.");
        assertThat(publish("pages", "--rollback").succeeded().out()).contains("get commit ");

        assertThat(git(work.resolve("repo.git"), "rev-parse", "site^{tree}")).isEqualTo(before);
        assertThat(git(work.resolve("repo.git"), "ls-tree", "-r", "--name-only", "site"))
                .contains(".nojekyll", ".well-known/security.txt", Manifest.NAME);
    }

    private static String git(Path folder, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void json_holds_plan_and_outcome() throws IOException {
        JsonNode dry = JsonMapper.shared()
                .readTree(publish("--json", "--dry-run").succeeded().out());
        assertThat(dry.get("published").asBoolean()).isFalse();
        assertThat(dry.get("new")).isNotEmpty();

        JsonNode done =
                JsonMapper.shared().readTree(publish("--json").succeeded().out());
        assertThat(done.get("ok").asBoolean()).isTrue();
        assertThat(done.get("published").asBoolean()).isTrue();
        assertThat(done.get("bytes").asLong()).isPositive();
        assertThat(done.get("redirects").get(0).get("from").asString()).isEqualTo("/old/second/");

        JsonNode again =
                JsonMapper.shared().readTree(publish("--json").succeeded().out());
        assertThat(again.get("published").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lvie | there is no target \"lvie\"; did you mean \"live\"?",
                "gti:x.git | no kind of target is called \"gti:\"; did you mean \"git\"?",
                "git:https://me:secret@example.org/x.git | an address holds no user and password",
                "git:https://token@example.org/x.git | an address holds no user and password",
                "git:ssh://me:secret@example.org/x.git | an address holds no user and password",
                "git:../x.git#a..b | \"a..b\" is not the name of a branch",
                "file://host/share | names no folder of this machine",
                "file:.. | publish to a folder of its own",
                "file:content/www | is mixed with the project's",
                "file:output | is mixed with the project's"
            })
    void a_target_that_is_none_is_a_wrong_command_line(String target, String words) {
        Built.Answer answer = publish(target);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(words).doesNotContain("secret", "token@");
        assertThat(site.resolve("output")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publish.live.kep=3 | the key publish.live.kep means nothing; did you mean \"keep\"?",
                "publish.live.keep=1 | publish.live.keep is a whole number from 2 to 1000, not \"1\"",
                "publish.live.host-files=yes | publish.live.host-files is true or false, not \"yes\"",
                "publish.other=file:../x | name a target (live, other)"
            })
    void a_wrong_configuration_of_a_target_is_told_before_anything_is_built(String line, String words) {
        configure(line);

        Built.Answer answer = publish();

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(words);
        assertThat(site.resolve("output")).doesNotExist();
    }

    @Test
    void where_the_site_is_published_is_no_part_of_it() throws IOException {
        publish().succeeded();
        SortedMap<String, String> before = built();
        configure("publish.other=file:../elsewhere");

        assertThat(publish("live").succeeded().out()).contains("nothing to publish");
        assertThat(built()).isEqualTo(before);
    }

    @Test
    void output_of_another_build_since_is_told_and_not_published() throws IOException {
        publish().succeeded();
        SortedMap<String, String> before = published();
        Path page = site.resolve("output/about/index.html");
        edit("content/pages/about.md", "---\n\n", "---\n\nNew words.\n\n");
        Built.run(site, "build").succeeded();
        // Of the same length and date, so that the build takes it for its own.
        var date = Files.getLastModifiedTime(page);
        write(page, text(page).replace("New words.", "Old wolds."));
        Files.setLastModifiedTime(page, date);

        Built.Answer answer = publish();

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("about/index.html has changed since it was built");
        assertThat(published()).isEqualTo(before);
    }
}
