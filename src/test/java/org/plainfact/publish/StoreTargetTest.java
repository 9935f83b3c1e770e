package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.plainfact.source.Digests;

class StoreTargetTest {
    private static final Duration TERM = Duration.ofMinutes(1);

    private final Times times = new Times();
    private final MemoryStore store = new MemoryStore(times);

    private StoreTarget target(Form form) {
        return target(store, form, "publisher");
    }

    /** One after the other, so that the order can be seen. Leases are renewed by nobody: their time stands still. */
    private static StoreTarget target(ObjectStore store, Form form, String owner) {
        return new StoreTarget(store, form, new Lanes(1), new Lease.Terms(owner, TERM), new Stillness());
    }

    private static final class Stillness implements Time {
        @Override
        public Duration since() {
            return Duration.ZERO;
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(Duration.ofHours(1));
        }
    }

    private List<String> changes() {
        return store.asked().stream()
                .filter(asked -> asked.startsWith("write ") || asked.startsWith("remove "))
                .filter(asked -> !asked.contains("site-publishing"))
                .toList();
    }

    private static Edition site(String sheet, String... more) {
        String name = "assets/s." + Digests.sha256(sheet.getBytes(UTF_8)).substring(0, 12) + ".css";
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put(name, sheet);
        texts.put("index.html", "<link href=/" + name + ">");
        texts.put("feed.xml", "<feed>" + sheet);
        texts.put("tables/t.csv", "1,2");
        for (int i = 0; i < more.length; i += 2) {
            texts.put(more[i], more[i + 1]);
        }
        return Editions.of(texts);
    }

    private static String sheet(Edition edition) {
        return edition.manifest().files().keySet().stream()
                .filter(path -> path.endsWith(".css"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_others_refer_to_comes_first_then_pages_then_lists_then_the_manifest_and_what_goes_goes_last()
            throws IOException {
        Edition old = site("a {}", "old/index.html", "old");
        Edition next = site("b {}", "new/index.html", "new");
        Editions.publish(target(Form.PLAIN), old);
        store.asked();

        Editions.publish(target(Form.PLAIN), next);

        assertThat(changes())
                .containsExactly(
                        "write site-manifest.json",
                        "write " + sheet(next),
                        "write new/index.html",
                        "write index.html",
                        "write feed.xml",
                        "write site-manifest.json",
                        "remove " + sheet(old),
                        "remove old/index.html",
                        "write site-manifest.json");
    }

    @Test
    void where_nothing_has_changed_nothing_is_sent() throws IOException {
        Editions.publish(target(Form.PLAIN), site("a {}"));
        store.asked();

        Plan plan = Editions.publish(target(Form.PLAIN), site("a {}"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(store.asked()).containsExactly("read site-manifest.json");
    }

    @Test
    void a_changed_page_is_all_that_is_sent_beside_the_manifest() throws IOException {
        Editions.publish(target(Form.PLAIN), site("a {}", "x/index.html", "1"));
        store.asked();

        Editions.publish(target(Form.PLAIN), site("a {}", "x/index.html", "2"));

        assertThat(changes())
                .containsExactly("write site-manifest.json", "write x/index.html", "write site-manifest.json");
    }

    @Test
    void the_published_site_leaves_neither_lock_nor_notes_behind() throws IOException {
        Editions.publish(target(Form.PLAIN), site("a {}"));

        assertThat(store.read(Lease.KEY)).isEmpty();
        assertThat(store.read(Doubts.KEY)).isEmpty();
        assertThat(target(Form.PLAIN).live().manifest()).isEqualTo(site("a {}").manifest());
    }

    @Test
    void the_next_publish_sends_only_what_an_interrupted_one_did_not() throws IOException {
        Editions.publish(target(Form.PLAIN), site("a {}", "x/index.html", "1", "y/index.html", "1"));
        Edition next = site("b {}", "x/index.html", "2", "y/index.html", "2");
        interrupt(next, "y/index.html");
        store.asked();

        Editions.publish(target(Form.PLAIN), next);

        assertThat(changes())
                .containsSubsequence("write y/index.html", "write index.html", "write feed.xml")
                .doesNotContain("write " + sheet(next), "write x/index.html");
        assertThat(target(Form.PLAIN).live().manifest()).isEqualTo(next.manifest());
    }

    @Test
    void what_an_interrupted_publish_brought_goes_when_the_author_goes_back() throws IOException {
        Edition old = site("a {}", "x/index.html", "1");
        Editions.publish(target(Form.PLAIN), old);
        Edition next = site("b {}", "x/index.html", "2", "new/index.html", "2");
        interrupt(next, "index.html");

        Editions.publish(target(Form.PLAIN), old);

        assertThat(store.read("x/index.html").orElseThrow().bytes())
                .asString(UTF_8)
                .isEqualTo("1");
        assertThat(store.read("new/index.html")).isEmpty();
        assertThat(store.read(sheet(next))).isEmpty();
        assertThat(target(Form.PLAIN).live().manifest()).isEqualTo(old.manifest());
    }

    @Test
    void what_was_in_doubt_stays_so_over_several_interruptions() throws IOException {
        Editions.publish(target(Form.PLAIN), site("a {}", "x/index.html", "1"));
        interrupt(site("b {}", "x/index.html", "2"), "index.html");
        interrupt(site("c {}", "x/index.html", "1"), "x/index.html");
        Edition last = site("d {}", "x/index.html", "1");

        Editions.publish(target(Form.PLAIN), last);

        assertThat(store.read("x/index.html").orElseThrow().bytes())
                .asString(UTF_8)
                .isEqualTo("1");
        assertThat(target(Form.PLAIN).live().manifest()).isEqualTo(last.manifest());
        assertThat(store.read(sheet(site("b {}")))).isEmpty();
        assertThat(store.read(sheet(site("c {}")))).isEmpty();
    }

    /** Publishes up to a path, and dies there with its lock held. */
    private void interrupt(Edition edition, String path) throws IOException {
        StoreTarget dying = target(new Dying(store, path), Form.PLAIN, "dying");
        assertThatThrownBy(() -> Editions.publish(dying, edition)).isInstanceOf(Death.class);
        store.remove(Lease.KEY);
    }

    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Dying(ObjectStore store, String path) implements Through {
        @Override
        public void write(String key, Body body, Headers headers) throws IOException {
            if (key.equals(path)) {
                throw new Death();
            }
            store.write(key, body, headers);
        }
    }

    @Test
    void text_is_kept_packed_where_that_is_wanted_and_other_files_and_the_manifest_as_they_are() throws IOException {
        Editions.publish(target(Form.GZIP), site("a {}", "p.png", "picture"));

        assertThat(unpacked("index.html")).startsWith("<link href");
        assertThat(store.read("p.png").orElseThrow().bytes()).asString(UTF_8).isEqualTo("picture");
        assertThat(store.read(Manifest.NAME).orElseThrow().bytes())
                .asString(UTF_8)
                .startsWith("{\"format\"");
        assertThat(target(Form.GZIP).live().manifest())
                .isEqualTo(site("a {}", "p.png", "picture").manifest());
    }

    private String unpacked(String path) throws IOException {
        byte[] kept = store.read(path).orElseThrow().bytes();
        return new String(new GZIPInputStream(new ByteArrayInputStream(kept)).readAllBytes(), UTF_8);
    }

    @Test
    void all_text_is_sent_again_when_it_is_to_be_kept_in_another_form() throws IOException {
        Edition site = site("a {}", "p.png", "picture");
        Editions.publish(target(Form.PLAIN), site);

        Plan plan = Editions.publish(target(Form.GZIP), site);

        assertThat(plan.changed()).extracting(Entry::path).contains("index.html", "feed.xml", "tables/t.csv");
        assertThat(plan.unchanged()).extracting(Entry::path).containsExactly("p.png");
        assertThat(unpacked("feed.xml")).isEqualTo("<feed>a {}");
        assertThat(Editions.publish(target(Form.GZIP), site).isEmpty()).isTrue();
    }

    @Test
    void foreign_objects_stay() throws IOException {
        store.write(
                "mine/notes.txt",
                new Body.OfBytes("mine".getBytes(UTF_8)),
                ObjectStore.Headers.of(Entry.of("mine/notes.txt", "0".repeat(64), 4)));
        Editions.publish(target(Form.PLAIN), site("a {}"));
        Editions.publish(target(Form.PLAIN), site("b {}"));

        assertThat(store.read("mine/notes.txt").orElseThrow().bytes())
                .asString(UTF_8)
                .isEqualTo("mine");
    }

    @Test
    void a_plan_that_others_have_overtaken_is_not_carried_out() throws IOException {
        Editions.publish(target(Form.PLAIN), site("a {}"));
        Plan plan = Plan.of(target(Form.PLAIN).live().manifest(), site("b {}").manifest());
        Editions.publish(target(Form.PLAIN), site("c {}"));

        assertThatThrownBy(() -> target(Form.PLAIN).publish(site("b {}"), plan, Progress.NONE))
                .isInstanceOf(PublishRefused.class)
                .hasMessageContaining("another edition was published");
        assertThat(target(Form.PLAIN).live().manifest()).isEqualTo(site("c {}").manifest());
    }

    @Test
    void a_file_that_was_altered_since_the_build_is_not_sent() {
        Edition edition = site("a {}");
        TreeMap<String, Body> bodies = new TreeMap<>(edition.bodies());
        bodies.put("index.html", new Body.OfBytes("altered".getBytes(UTF_8)));

        assertThatThrownBy(() -> Editions.publish(target(Form.PLAIN), new Edition(edition.manifest(), bodies)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("index.html has changed since it was built");
        assertThat(store.read("index.html")).isEmpty();
    }

    @Test
    void what_lies_in_the_manifests_place_and_is_none_is_not_written_over() throws IOException {
        store.write(
                Manifest.NAME,
                new Body.OfBytes("{}".getBytes(UTF_8)),
                ObjectStore.Headers.of(Entry.of(Manifest.NAME, "0".repeat(64), 2)));

        assertThatThrownBy(() -> target(Form.PLAIN).live())
                .isInstanceOf(PublishRefused.class)
                .hasMessageContaining("is no manifest of Plainfact");
    }

    @Test
    void a_store_keeps_no_earlier_editions() {
        assertThatThrownBy(() -> target(Form.PLAIN).rollBack())
                .isInstanceOf(PublishRefused.class)
                .hasMessageContaining("keeps no earlier editions");
    }
}
