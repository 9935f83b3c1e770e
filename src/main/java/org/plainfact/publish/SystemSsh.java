package org.plainfact.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;

/** The {@code ssh} of the system, with its agent, keys, known hosts and configuration. Nobody is asked for anything. */
final class SystemSsh extends SshSessionFactory {
    private final List<String> command;

    /** @param command the program and what comes before the port and the host */
    SystemSsh(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public RemoteSession getSession(URIish address, CredentialsProvider none, FS fs, int timeout) {
        return new Session(before(address));
    }

    private List<String> before(URIish address) {
        List<String> words = new ArrayList<>(command);
        if (address.getPort() > 0) {
            words.addAll(List.of("-p", String.valueOf(address.getPort())));
        }
        // A host that begins with a hyphen is no option.
        words.add("--");
        words.add((address.getUser() == null ? "" : address.getUser() + "@") + address.getHost());
        return words;
    }

    @Override
    public String getType() {
        return "system";
    }

    private record Session(List<String> before) implements RemoteSession {
        @Override
        public Process exec(String command, int timeout) throws IOException {
            List<String> words = new ArrayList<>(before);
            words.add(command);
            return new Heard(new ProcessBuilder(words).start());
        }

        @Override
        public void disconnect() {
            // Each command is a connection of its own and ends with it.
        }
    }

    /**
     * A process whose output ends when what it has to say has been read: who meets the end of the output asks at once what was
     * said, while another thread may not have come to it.
     */
    private static final class Heard extends Process {
        /** Something that goes on in the background may hold the stream open. */
        private static final long MOST_SECONDS = 2;

        private final Process process;
        private final CountDownLatch said = new CountDownLatch(1);
        private final InputStream output;
        private final InputStream words;

        Heard(Process process) {
            this.process = process;
            this.output = new AtEnd(process.getInputStream(), this::hear);
            this.words = new AtEnd(process.getErrorStream(), said::countDown);
        }

        private void hear() {
            try {
                said.await(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public InputStream getInputStream() {
            return output;
        }

        @Override
        public InputStream getErrorStream() {
            return words;
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }
    }

    /** Does something before it says that it is at its end. */
    private static final class AtEnd extends FilterInputStream {
        private final Runnable then;

        AtEnd(InputStream in, Runnable then) {
            super(in);
            this.then = then;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return told(super.read(bytes, from, length));
        }

        private int told(int read) {
            if (read < 0) {
                then.run();
            }
            return read;
        }
    }
}
