package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One build at a time for each output folder. */
class BuildLockTest {
    @TempDir
    Path folder;

    private OutputFolder output;

    @BeforeEach
    void anOutputFolder() {
        output = new OutputFolder(folder.resolve("site"));
    }

    @Test
    void another_process_is_refused_at_once_and_told_whose_lock_it_is() throws Exception {
        Process holder = holder();
        try {
            long start = System.nanoTime();
            assertThatExceptionOfType(BuildLocked.class)
                    .isThrownBy(() -> BuildLock.take(output).close())
                    .withMessageContaining("process " + holder.pid())
                    .withMessageContaining(output.path().toString());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        } finally {
            kill(holder);
        }
    }

    @Test
    void the_lock_of_a_killed_process_is_free() throws Exception {
        kill(holder());
        assertThat(output.lock()).exists();

        BuildLock.take(output).close();

        assertThat(output.lock()).doesNotExist();
    }

    @Test
    void a_build_in_the_same_process_is_refused_too() {
        try (BuildLock lock = BuildLock.take(output)) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(BuildLocked.class)
                    .isThrownBy(() -> BuildLock.take(output).close());
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
                        output.path().toString())
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('x');
        return process;
    }

    /** Takes the lock of the folder named, says so, and waits. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (BuildLock lock = BuildLock.take(new OutputFolder(Path.of(arguments[0])))) {
                System.out.write('x');
                System.out.flush();
                Thread.sleep(60_000);
                assertThat(lock).isNotNull();
            }
        }
    }
}
