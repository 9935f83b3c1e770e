package org.plainfact.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A server in a process of its own on this machine. */
record Server(Program program, URI address, Poller poller) implements AutoCloseable {
    /** @param command for a port */
    static Server start(
            IntFunction<List<String>> command, Map<String, String> environment, Path folder, Deadline deadline)
            throws IOException {
        int port = Program.freePort();
        Program program = Program.start(command.apply(port), environment, folder, deadline);
        URI address = URI.create("http://127.0.0.1:" + port);
        return new Server(program, address, new Poller(address, program::check));
    }

    /** The JDK's server of plain files. */
    static Server plain(Path folder, Deadline deadline) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(
                port -> List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-m",
                        "jdk.httpserver",
                        "-b",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(port),
                        "-o",
                        "none"),
                Map.of(),
                folder,
                deadline);
    }

    /** Nanoseconds from the start of the program to its first page. */
    long firstPage() throws InterruptedException {
        return poller.until("/", page -> true) - program.started();
    }

    /** Nanoseconds from a save to where it shows. */
    long save(Save save, int number) throws IOException, InterruptedException {
        long start = System.nanoTime();
        save.write(number);
        return poller.until(save.address(), save.shows()) - start;
    }

    @Override
    public void close() {
        program.close();
    }
}
