package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.disk.Hold;

/** A branch of a bare repository, seen by git itself. */
class GitTargetTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Edition ONE = Editions.of("index.html", "one", "a/index.html", "same");
    private static final Edition TWO = Editions.of("index.html", "two", "a/index.html", "same", "b.txt", "new");
    private static final Edition THREE = Editions.of("index.html", "three");

    @TempDir
    private Path folder;

    private Bare bare = new Bare(Path.of(""));

    @BeforeEach
    void aRepository() throws Exception {
        bare = Bare.in(folder.resolve("한 글 + repo.git"));
    }

    private Target target() throws Exception {
        return target("cache");
    }

    private Target target(String cache) throws Exception {
        return new GitTarget(
                new GitRemote(new URIish(bare.folder().toString()), "gh-pages", List.of("ssh")),
                GitCache.in(folder.resolve(cache)),
                new GitAuthor(NOW));
    }

    private void publish(Edition edition) throws Exception {
        try (Target target = target()) {
            Editions.publish(target, edition);
        }
    }

    private void assertLive(Edition edition) throws Exception {
        assertThat(bare.texts("gh-pages")).isEqualTo(Editions.texts(edition));
        try (Target target = target()) {
            assertThat(target.live().manifest()).isEqualTo(edition.manifest());
        }
    }

    @Test
    void nothing_is_live_where_there_is_no_such_branch() throws Exception {
        try (Target target = target()) {
            assertThat(target.live()).isEqualTo(Live.NOTHING);
        }
    }

    @Test
    void what_is_published_stands_on_the_branch() throws Exception {
        Edition edition = Editions.of(Map.of("글/한 글+1.html", "가", "a b/c+d.txt", "x", "figures.json", "{}"));

        publish(edition);

        assertLive(edition);
        assertThat(bare.names("gh-pages")).contains(".nojekyll", Manifest.NAME);
        try (Target target = target()) {
            assertThat(target.live().ledger().read()).contains("{}".getBytes(UTF_8));
        }
    }

    @Test
    void what_is_live_already_makes_no_commit() throws Exception {
        publish(ONE);
        String before = bare.tip("gh-pages");

        publish(ONE);

        assertThat(bare.tip("gh-pages")).isEqualTo(before);
    }

    @Test
    void an_edition_is_one_commit_on_top_of_the_one_before() throws Exception {
        publish(ONE);
        String before = bare.tip("gh-pages");

        publish(TWO);

        assertLive(TWO);
        assertThat(bare.git("rev-parse", "gh-pages^")).isEqualTo(before);
        assertThat(bare.git("log", "-1", "--format=%s|%aI", "gh-pages"))
                .isEqualTo("Publish the site: 1 new, 1 changed, 0 removed|2026-11-30T12:00:00+00:00");
        assertThat(bare.git("fsck", "--strict")).doesNotContain("error");
    }

    /** After the names of 64 commits JGit looks at the answers. */
    @Test
    void what_another_machine_published_is_seen_however_many_editions_this_one_had() throws Exception {
        try (Target target = target()) {
            for (int i = 1; i <= 70; i++) {
                Editions.publish(target, Editions.of("index.html", "e" + i));
            }
        }
        try (Target other = target("other")) {
            Editions.publish(other, ONE);
        }

        assertLive(ONE);
        publish(TWO);
        assertLive(TWO);
        try (Target target = target()) {
            target.rollBack();
        }
        assertLive(ONE);
        assertThat(bare.git("rev-list", "--count", "gh-pages")).isEqualTo("73");
        assertThat(bare.git("fsck", "--strict")).doesNotContain("error", "missing");
    }

    @Test
    void only_what_changed_is_sent() throws Exception {
        publish(ONE);
        long before = bare.objects();

        publish(TWO);

        // Two files, the manifest, the top folder and the commit.
        assertThat(bare.objects() - before).isEqualTo(5);
    }

    @Test
    void another_machine_that_has_seen_nothing_of_it_goes_on() throws Exception {
        publish(ONE);
        try (Target elsewhere = target("elsewhere")) {
            Editions.publish(elsewhere, TWO);
        }
        assertLive(TWO);

        publish(THREE);

        assertLive(THREE);
        assertThat(bare.git("rev-list", "--count", "gh-pages")).isEqualTo("3");
    }

    @Test
    void files_of_other_hands_stay() throws Exception {
        bare.commit("gh-pages", Map.of("CNAME", "www.example.org\n", "index.html", "by hand", "old/page.html", "old"));

        publish(ONE);
        publish(THREE);

        SortedMap<String, String> expected = new TreeMap<>(Editions.texts(THREE));
        expected.put("CNAME", "www.example.org\n");
        expected.put("old/page.html", "old");
        assertThat(bare.texts("gh-pages")).isEqualTo(expected);
    }

    @Test
    void what_another_hand_altered_on_the_branch_is_put_right() throws Exception {
        publish(ONE);
        bare.commit("gh-pages", Map.of("a/index.html", "altered"));

        try (Target target = target()) {
            Plan plan = Editions.publish(target, ONE);
            assertThat(plan.changed()).extracting(Entry::path).containsExactly("a/index.html");
        }

        assertLive(ONE);
    }

    @Test
    void a_file_where_the_site_has_a_folder_is_told() throws Exception {
        bare.commit("gh-pages", Map.of("a", "a file"));

        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(() -> publish(ONE))
                .withMessageContaining("folder a,");
    }

    @Test
    void rolling_back_is_a_commit_of_its_own_and_goes_one_edition_further_each_time() throws Exception {
        publish(ONE);
        publish(TWO);
        publish(THREE);

        rollBack();
        assertLive(TWO);
        assertThat(bare.git("rev-list", "--count", "gh-pages")).isEqualTo("4");
        rollBack();
        assertLive(ONE);
        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(this::rollBack)
                .withMessageContaining("no commit before");
        publish(THREE);
        rollBack();
        assertLive(ONE);
    }

    @Test
    void rolling_back_leaves_what_other_hands_have_done_since() throws Exception {
        publish(ONE);
        publish(TWO);
        bare.commit("gh-pages", Map.of("CNAME", "www.example.org", "a/index.html", "altered"));

        rollBack();

        SortedMap<String, String> expected = new TreeMap<>(Editions.texts(ONE));
        expected.put("CNAME", "www.example.org");
        assertThat(bare.texts("gh-pages")).isEqualTo(expected);
    }

    private void rollBack() throws Exception {
        // Nothing is known here, as on a machine that never published.
        try (Target target = target("rollback-" + System.nanoTime())) {
            target.rollBack();
        }
    }

    @Test
    void what_was_not_published_with_plainfact_is_not_brought_back() throws Exception {
        bare.commit("gh-pages", Map.of("index.html", "by hand"));
        publish(ONE);

        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(this::rollBack)
                .withMessageContaining("none that was published with Plainfact");
        assertLive(ONE);
    }

    @Test
    void a_plan_from_before_somebody_else_published_is_not_carried_out() throws Exception {
        publish(ONE);
        Plan plan = Plan.of(ONE.manifest(), TWO.manifest());
        publish(THREE);

        try (Target target = target()) {
            assertThatExceptionOfType(PublishRefused.class)
                    .isThrownBy(() -> target.publish(TWO, plan, Progress.NONE))
                    .withMessageContaining("meanwhile");
        }
        assertLive(THREE);
    }

    @Test
    void a_branch_that_moves_while_files_are_sent_is_left_to_the_other() throws Exception {
        publish(ONE);
        Plan plan = Plan.of(ONE.manifest(), TWO.manifest());
        try (Target target = target();
                Target other = target("other")) {
            assertThatExceptionOfType(PublishRefused.class)
                    .isThrownBy(() -> target.publish(TWO, plan, (done, total) -> {
                        try {
                            Editions.publish(other, THREE);
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .withMessageContaining("somebody else has published");
        }
        assertLive(THREE);
    }

    @Test
    void a_second_publisher_of_this_machine_is_told_and_does_nothing() throws Exception {
        publish(ONE);
        try (Hold hold = Hold.take(folder.resolve("cache/lock"));
                Target target = target()) {
            assertThat(hold).isNotNull();
            assertThatExceptionOfType(PublishRefused.class)
                    .isThrownBy(target::live)
                    .withMessageContaining("another publisher (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void a_damaged_cache_is_made_anew() throws Exception {
        publish(ONE);
        try (Stream<Path> files = Files.walk(folder.resolve("cache/git/objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                file.toFile().setWritable(true);
                Files.delete(file);
            }
        }

        publish(TWO);

        assertLive(TWO);
    }

    @Test
    void a_cache_that_was_tidied_serves_on() throws Exception {
        publish(ONE);
        Bare cache = new Bare(folder.resolve("cache/git"));
        assertThat(cache.git("count-objects")).doesNotStartWith("0 objects");
        GitCache kept = GitCache.in(folder.resolve("cache"));

        try (GitCache.Open open = kept.open("the cache")) {
            open.tidy(0);
        }

        assertThat(cache.git("count-objects")).startsWith("0 objects");
        publish(TWO);
        assertLive(TWO);
    }

    @Test
    void a_lock_that_a_killed_publisher_left_on_the_branch_is_no_hindrance() throws Exception {
        publish(ONE);
        Files.writeString(bare.folder().resolve("plainfact.lock"), "999999999");
        Files.writeString(bare.folder().resolve("refs/heads/gh-pages.lock"), "");

        publish(TWO);

        assertLive(TWO);
        assertThat(bare.folder().resolve("plainfact.lock")).doesNotExist();
    }

    @Test
    void a_lock_that_a_killed_publisher_left_on_what_it_sent_is_no_hindrance() throws Exception {
        publish(ONE);
        Path packs = bare.folder().resolve("objects/pack");
        Path left = Files.writeString(packs.resolve("pack-1.keep"), "jgit receive-pack from somewhere\n");
        Path kept = Files.writeString(packs.resolve("pack-2.keep"), "for the archive\n");
        Files.writeString(bare.folder().resolve("plainfact.lock"), "999999999");

        publish(TWO);

        assertLive(TWO);
        assertThat(left).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void a_lock_of_anybody_else_on_the_branch_is_left() throws Exception {
        publish(ONE);
        Path lock = Files.writeString(bare.folder().resolve("refs/heads/gh-pages.lock"), "");

        assertThatExceptionOfType(PublishRefused.class)
                .isThrownBy(() -> publish(TWO))
                .withMessageContaining("did not take the commit");
        assertThat(lock).exists();
        Files.delete(lock);
        assertLive(ONE);
    }

    @Test
    void nothing_goes_on_beside_a_publish_in_what_is_kept() throws Exception {
        publish(ONE);
        try (Target elsewhere = target("elsewhere")) {
            elsewhere.live();
        }
        Bare kept = new Bare(folder.resolve("elsewhere/git"));

        assertThat(kept.git("config", "gc.autoDetach")).isEqualTo("false");
        assertThat(kept.git("config", "gc.auto")).isEqualTo("0");
        assertThat(kept.folder().resolve("gc.log.lock")).doesNotExist();
    }

    @Test
    void a_lock_that_a_killed_publisher_left_in_the_cache_is_no_hindrance() throws Exception {
        publish(ONE);
        Files.createDirectories(folder.resolve("cache/git/refs/plainfact"));
        Files.writeString(folder.resolve("cache/git/refs/plainfact/live.lock"), "");

        publish(TWO);
        try (Target elsewhere = target("elsewhere")) {
            Editions.publish(elsewhere, ONE);
        }
        publish(THREE);

        assertLive(THREE);
    }

    @Test
    void a_repository_that_is_not_there_is_a_fault_with_its_name() throws Exception {
        try (Target target = new GitTarget(
                new GitRemote(new URIish("/nowhere/at-all.git"), "gh-pages", List.of("ssh")),
                GitCache.passing(),
                new GitAuthor(NOW))) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(target::live)
                    .withMessageContaining("/nowhere/at-all.git");
        }
    }
}
