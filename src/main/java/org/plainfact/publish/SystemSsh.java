package org.plainfact.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
            return new ProcessBuilder(words).start();
        }

        @Override
        public void disconnect() {
            // Each command is a connection of its own and ends with it.
        }
    }
}
