package org.plainfact.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** One process at a time. */
@Isolated("it holds a limit of time")
class HoldTest {
    @TempDir
    Path folder;

    private Path lock = Path.of("");

    @BeforeEach
    void aLock() {
        lock = folder.resolve("site.lock");
    }

    @Test
    void another_process_is_refused_at_once_and_told_whose_lock_it_is() throws Exception {
        Process holder = holder();
        try {
            long start = System.nanoTime();
            assertThatExceptionOfType(Held.class)
                    .isThrownBy(() -> Hold.take(lock).close())
                    .withMessageContaining("process " + holder.pid())
                    .withMessageContaining(lock.toString());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        } finally {
            kill(holder);
        }
    }

    @Test
    void the_lock_of_a_killed_process_is_free() throws Exception {
        kill(holder());
        assertThat(lock).exists();

        Hold.take(lock).close();

        assertThat(lock).doesNotExist();
    }

    @Test
    void a_second_holder_in_the_same_process_is_refused_too() {
        try (Hold hold = Hold.take(lock)) {
            assertThat(hold).isNotNull();
            assertThatExceptionOfType(Held.class)
                    .isThrownBy(() -> Hold.take(lock).close());
        }
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Another process that holds the lock until it is killed. */
    private Process holder() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('x');
        return process;
    }

    /** Takes the lock named, says so, and waits. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (Hold hold = Hold.take(Path.of(arguments[0]))) {
                System.out.write('x');
                System.out.flush();
                Thread.sleep(60_000);
                assertThat(hold).isNotNull();
            }
        }
    }
}
