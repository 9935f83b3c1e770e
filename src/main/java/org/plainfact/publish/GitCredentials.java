package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.NetRCCredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * What git itself would send: from {@code ~/.netrc}, else from the credential helper that git is configured with. Nobody is
 * asked, and nothing is tried twice.
 */
final class GitCredentials extends CredentialsProvider {
    private static final int PATIENCE_SECONDS = 20;

    private final CredentialsProvider netrc = new NetRCCredentialsProvider();
    private boolean refused;

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish address, CredentialItem... items) {
        if (refused || !supports(items)) {
            return false;
        }
        return netrc.get(address, items)
                || filled(address).filter(found -> give(found, items)).isPresent();
    }

    private static boolean give(Map<String, String> found, CredentialItem... items) {
        for (CredentialItem item : items) {
            switch (item) {
                case CredentialItem.Username name -> name.setValue(found.getOrDefault("username", ""));
                case CredentialItem.Password word ->
                    word.setValue(found.getOrDefault("password", "").toCharArray());
                default -> throw new IllegalArgumentException(item.getClass().getName());
            }
        }
        return true;
    }

    /** The other side did not take what was sent. */
    @Override
    public void reset(URIish address) {
        refused = true;
    }

    /** Empty where there is no git, or no helper of it knows the host. */
    private static Optional<Map<String, String>> filled(URIish address) {
        ProcessBuilder builder = new ProcessBuilder("git", "credential", "fill");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        // Helpers answer; no person is asked, on the terminal or in a window.
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_ASKPASS", "true");
        try {
            Process git = builder.start();
            try (var out = git.getOutputStream()) {
                out.write(question(address).getBytes(UTF_8));
            }
            String answer = new String(git.getInputStream().readAllBytes(), UTF_8);
            boolean ended = git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                git.destroyForcibly();
            }
            return ended && git.exitValue() == 0
                    ? Optional.of(parsed(answer)).filter(GitCredentials::complete)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean complete(Map<String, String> found) {
        return !found.getOrDefault("password", "").isEmpty();
    }

    private static String question(URIish address) {
        String user = address.getUser() == null ? "" : "username=" + address.getUser() + "\n";
        String port = address.getPort() > 0 ? ":" + address.getPort() : "";
        String path = String.valueOf(address.getRawPath()).replaceFirst("^/", "");
        return "protocol=" + address.getScheme() + "\nhost=" + address.getHost() + port + "\npath=" + path + "\n" + user
                + "\n";
    }

    private static Map<String, String> parsed(String answer) {
        Map<String, String> found = new HashMap<>();
        answer.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                found.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return found;
    }
}
