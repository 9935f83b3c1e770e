package org.plainfact.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;
import org.plainfact.source.Digests;
import org.plainfact.source.Nearest;

/** The kinds of targets, by the first word of their addresses. */
public final class Targets {
    private static final SortedMap<String, Kind> KINDS =
            new TreeMap<>(Map.of("file", new FolderKind(), "git", new GitKind(), "s3", new S3Kind()));

    private Targets() {}

    /** How targets of a kind are made. */
    interface Kind {
        /** Names of what the configuration can say of one. */
        Collection<String> settings();

        /**
         * Connects to nothing yet.
         *
         * @throws WrongTarget where the address or a setting is not as it must be
         */
        Target open(Destination destination, Means means) throws IOException;
    }

    /** @throws WrongTarget where its address or settings are not as they must be */
    public static Target open(Destination destination, Means means) throws IOException {
        return kind(destination).open(destination, means);
    }

    static Collection<String> settings(Destination destination) {
        return kind(destination).settings();
    }

    private static Kind kind(Destination destination) {
        Kind kind = KINDS.get(destination.scheme());
        if (kind == null) {
            throw new WrongTarget("no kind of target is called \"" + destination.scheme() + ":\""
                    + Nearest.hint(destination.scheme(), KINDS.keySet())
                            .map(hint -> "; " + hint)
                            .orElse("; known are " + String.join(", ", KINDS.keySet())));
        }
        return kind;
    }

    /** {@code file:PATH}; the path as it is, without escapes, relative to the project. */
    private record FolderKind() implements Kind {
        private static final int KEPT = 5;

        @Override
        public Collection<String> settings() {
            return List.of("keep");
        }

        @Override
        public Target open(Destination destination, Means means) {
            Path root = local(destination, destination.rest(), means);
            if (means.project().startsWith(root)) {
                throw new WrongTarget("the project is in " + root + "; publish to a folder of its own");
            }
            means.taken().stream()
                    .filter(taken -> root.startsWith(taken) || taken.startsWith(root))
                    .findFirst()
                    .ifPresent(taken -> {
                        throw new WrongTarget(
                                root + " is mixed with the project's " + taken + "; publish to a folder of its own");
                    });
            return new FolderTarget(root, destination.number("keep", KEPT, 2, 1000));
        }
    }

    /** {@code git:REPOSITORY#BRANCH}; the repository as git itself takes it. */
    private record GitKind() implements Kind {
        private static final String BRANCH = "gh-pages";
        private static final int DIGITS = 16;

        /** Nobody is asked for a password or whether a host is known. */
        private static final List<String> SSH = List.of("ssh", "-o", "BatchMode=yes");

        @Override
        public Collection<String> settings() {
            return List.of();
        }

        @Override
        public Target open(Destination destination, Means means) throws IOException {
            String rest = destination.rest();
            int hash = rest.lastIndexOf('#');
            String branch = hash < 0 ? BRANCH : rest.substring(hash + 1);
            if (!Repository.isValidRefName("refs/heads/" + branch)) {
                throw new WrongTarget("\"" + branch + "\" is not the name of a branch");
            }
            URIish address = address(destination, hash < 0 ? rest : rest.substring(0, hash), means);
            GitRemote remote = new GitRemote(address, branch, SSH);
            return new GitTarget(remote, cache(remote, means), new GitAuthor(means.now()));
        }

        private static GitCache cache(GitRemote remote, Means means) throws IOException {
            if (means.caches().isEmpty()) {
                return GitCache.passing();
            }
            String digest = Digests.sha256(remote.name().getBytes(UTF_8)).substring(0, DIGITS);
            return GitCache.in(
                    means.caches().get().resolve("plainfact").resolve("publish").resolve(digest));
        }

        private static URIish address(Destination destination, String text, Means means) {
            URIish address;
            try {
                address = new URIish(text);
            } catch (URISyntaxException e) {
                throw new WrongTarget("git:" + text + " names no repository");
            }
            if (address.getHost() == null) {
                return new URIish().setPath(local(destination, text, means).toString());
            }
            boolean web = String.valueOf(address.getScheme()).startsWith("http");
            if (address.getPass() != null || (web && address.getUser() != null)) {
                throw new WrongTarget("an address holds no user and password, as it is printed;"
                        + " give git a credential for " + address.getHost() + " by a credential helper or ~/.netrc");
            }
            return address;
        }
    }

    private static Path local(Destination destination, String text, Means means) {
        String path = text.startsWith("file:") ? text.substring("file:".length()) : text;
        if (path.startsWith("///")) {
            path = path.substring(2);
        }
        if (path.isEmpty() || path.startsWith("//")) {
            throw new WrongTarget(destination.address() + " names no folder of this machine; write "
                    + destination.scheme() + ":/srv/site or " + destination.scheme() + ":../site");
        }
        return means.project().resolve(path).normalize();
    }
}
