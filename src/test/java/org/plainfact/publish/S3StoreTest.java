package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.plainfact.publish.ObjectStore.Condition;
import org.plainfact.publish.ObjectStore.Headers;
import org.plainfact.publish.ObjectStore.Stored;
import software.amazon.awssdk.core.SdkGlobalTime;

@Isolated("it moves the clock of the AWS SDK")
class S3StoreTest {
    private static final Headers PAGE =
            new Headers("text/html; charset=utf-8", "public, max-age=0", Optional.empty(), Map.of());

    private static S3Server server;

    @BeforeAll
    static void start() {
        server = S3Server.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** The SDK keeps it for the whole process. */
    @AfterEach
    void setTheClock() {
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    private static Body body(String text) {
        return new Body.OfBytes(text.getBytes(UTF_8));
    }

    @Test
    void a_name_with_spaces_korean_and_signs_is_the_objects_key() throws IOException {
        List<String> keys = List.of(
                "a b/한 글+1.html", "a+b.html", "x&y=z.html", "é (2)'~!.html", "a,b;c@d$e.html", "a%20b.html", "..a/b.");
        try (S3Store store = S3Server.store("site one/", server.port())) {
            for (String key : keys) {
                store.write(key, body(key), PAGE);

                assertThat(store.read(key).orElseThrow().bytes())
                        .asString(UTF_8)
                        .isEqualTo(key);
                assertThat(server.texts()).containsEntry("site one/" + key, key);
                store.remove(key);
                assertThat(store.read(key)).isEmpty();
                assertThat(store.look(key)).isEmpty();
            }
        }
    }

    @Test
    void readers_are_told_type_caching_and_encoding() throws IOException {
        Headers headers = new Headers(
                "text/html; charset=utf-8", "public, max-age=0", Optional.of("gzip"), Map.of("plainfact-file", "a b"));
        try (S3Store store = server.store()) {
            store.write("page.html", body("x"), headers);

            assertThat(server.headers("page.html"))
                    .containsEntry("Content-Encoding", "gzip")
                    .containsEntry("Cache-Control", "public, max-age=0")
                    .hasEntrySatisfying("Content-Type", type -> assertThat(type).matches("text/html; ?charset=utf-8"));
            assertThat(store.look("page.html").orElseThrow().notes()).containsEntry("plainfact-file", "a b");
        }
    }

    @Test
    void an_object_is_written_once_where_it_must_be_absent() throws IOException {
        try (S3Store store = server.store()) {
            assertThat(store.writeIf(new Condition.Absent(), "once", new byte[] {1}, PAGE))
                    .isPresent();
            assertThat(store.writeIf(new Condition.Absent(), "once", new byte[] {2}, PAGE))
                    .isEmpty();
            assertThat(store.read("once").orElseThrow().bytes()).containsExactly(1);
        }
    }

    @Test
    void an_object_is_replaced_only_while_it_is_of_the_version_that_was_seen() throws IOException {
        try (S3Store store = server.store()) {
            store.write("held", body("1"), PAGE);
            Stored seen = store.look("held").orElseThrow();

            Optional<String> second =
                    store.writeIf(new Condition.Unchanged(seen.version()), "held", new byte[] {2}, PAGE);

            assertThat(second).isPresent();
            assertThat(store.writeIf(new Condition.Unchanged(seen.version()), "held", new byte[] {3}, PAGE))
                    .isEmpty();
            assertThat(store.look("held").orElseThrow().version()).isEqualTo(second.orElseThrow());
            assertThat(store.writeIf(new Condition.Unchanged(seen.version()), "gone", new byte[] {3}, PAGE))
                    .isEmpty();
        }
    }

    @Test
    void an_objects_age_is_told_by_the_clock_of_the_store() throws IOException {
        try (S3Store store = server.store()) {
            store.write("young", body("1"), PAGE);

            assertThat(store.look("young").orElseThrow().age().orElseThrow())
                    .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        }
    }

    @Test
    void to_remove_what_is_not_there_is_no_fault() throws IOException {
        try (S3Store store = server.store()) {
            store.remove("never was");

            assertThat(server.texts()).doesNotContainKey("never was");
        }
    }

    @Test
    void wrong_credentials_are_told_without_showing_them() {
        S3Store.Place place = S3Server.place(S3Server.BUCKET, "", server.port());
        for (var credentials : List.of(
                S3Server.credentials(S3Server.KEY, "a-wrong-secret"),
                S3Server.credentials("AKIAOTHER", S3Server.SECRET))) {
            try (S3Store store = new S3Store(place, credentials)) {
                assertThatThrownBy(() -> store.write("x.html", body("x"), PAGE))
                        .hasMessageStartingWith(
                                "cannot write s3://readers/x.html: the store does not accept the" + " credentials (")
                        .hasMessageNotContainingAny("a-wrong-secret", S3Server.SECRET, "AKIAOTHER", S3Server.KEY)
                        .isInstanceOfSatisfying(
                                StoreFault.class,
                                fault -> assertThat(fault.isPassing()).isFalse())
                        .message()
                        .doesNotContain("\n");
            }
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_named() {
        S3Store.Place place = S3Server.place("nobody", "sub/", server.port());
        try (S3Store store = new S3Store(place, S3Server.credentials(S3Server.KEY, S3Server.SECRET))) {
            assertThatThrownBy(() -> store.read("x.html"))
                    .isInstanceOf(StoreFault.class)
                    .hasMessage("cannot read s3://nobody/sub/x.html: there is no such bucket");
            assertThatThrownBy(() -> store.writeIf(new Condition.Absent(), "x", new byte[0], PAGE))
                    .hasMessage("cannot write s3://nobody/sub/x: there is no such bucket");
        }
    }

    @Test
    void a_wrong_clock_is_set_right_by_the_stores_answer_and_the_next_request_succeeds() throws IOException {
        try (S3Store store = server.store()) {
            SdkGlobalTime.setGlobalTimeOffset((int) Duration.ofHours(3).toSeconds());
            try (S3Store late = server.store()) {
                assertThatThrownBy(() -> late.write("clock", body("x"), PAGE))
                        .isInstanceOfSatisfying(
                                StoreFault.class,
                                fault -> assertThat(fault.isPassing()).isTrue())
                        .hasMessageContaining("the clock of this machine is wrong; by that of the store it is 20")
                        .hasMessageContaining("RequestTimeTooSkewed");

                late.write("clock", body("x"), PAGE);
            }
            assertThat(store.read("clock")).isPresent();
        }
    }

    @Test
    void a_clock_that_stays_wrong_is_told() throws IOException {
        try (Wire wire = Wire.to(server.port());
                S3Store store = S3Server.store("", wire.port())) {
            wire.answer(
                    "403 Forbidden",
                    "Date: Wed, 25 Nov 2026 12:00:00 GMT\r\n",
                    "<Error><Code>RequestTimeTooSkewed</Code><Message>The difference is too large</Message></Error>",
                    100);

            assertThatThrownBy(() -> new PatientStore(store, Times.backoff(3, 1)).write("x", body("x"), PAGE))
                    .hasMessage("cannot write s3://readers/x: the clock of this machine is wrong; by that of the store"
                            + " it is 2026-11-25T12:00:00Z (RequestTimeTooSkewed); tried 3 times, publish again later");
        }
    }

    @Test
    void an_overloaded_store_is_left_alone_as_long_as_it_wants() throws IOException {
        try (Wire wire = Wire.to(server.port());
                S3Store store = S3Server.store("", wire.port())) {
            wire.answer(
                    "503 Slow Down",
                    "Retry-After: 7\r\n",
                    "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>",
                    1);

            assertThatThrownBy(() -> store.write("x", body("x"), PAGE))
                    .isInstanceOfSatisfying(StoreFault.class, fault -> {
                        assertThat(fault.isPassing()).isTrue();
                        assertThat(fault.pause()).contains(Duration.ofSeconds(7));
                    })
                    .hasMessage("cannot write s3://readers/x: the store is overloaded or out of order (SlowDown)");
        }
    }

    @Test
    void a_store_that_does_not_answer_at_all_is_tried_again() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (S3Store store = S3Server.store("", nobody)) {
            assertThatThrownBy(() -> store.read("x"))
                    .isInstanceOfSatisfying(
                            StoreFault.class,
                            fault -> assertThat(fault.isPassing()).isTrue())
                    .hasMessageStartingWith("cannot read s3://readers/x: the connection failed: ");
        }
    }

    @Test
    void a_bucket_of_another_region_is_told_with_its_region() throws IOException {
        try (Wire wire = Wire.to(server.port());
                S3Store store = S3Server.store("", wire.port())) {
            wire.answer(
                    "301 Moved Permanently",
                    "x-amz-bucket-region: eu-central-1\r\n",
                    "<Error><Code>PermanentRedirect</Code><Message>Elsewhere</Message></Error>",
                    1);

            assertThatThrownBy(() -> store.read("x"))
                    .hasMessage("cannot read s3://readers/x: the bucket is in another region, eu-central-1"
                            + " (PermanentRedirect); say which by region=");
        }
    }

    @Test
    void a_store_without_conditional_writes_writes_always() throws IOException {
        try (Wire wire = Wire.to(server.port());
                S3Store direct = server.store();
                S3Store store = S3Server.store("", wire.port())) {
            direct.write("lock", body("old"), PAGE);
            wire.answer(
                    "501 Not Implemented",
                    "",
                    "<Error><Code>NotImplemented</Code><Message>A header you provided</Message></Error>",
                    1);

            assertThat(store.writeIf(new Condition.Absent(), "lock", "new".getBytes(UTF_8), PAGE))
                    .isPresent();
            assertThat(direct.read("lock").orElseThrow().bytes())
                    .asString(UTF_8)
                    .isEqualTo("new");
        }
    }
}
