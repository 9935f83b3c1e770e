package org.plainfact.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/**
 * A branch of a repository elsewhere.
 *
 * @param branch without {@code refs/heads/}
 * @param ssh the system's {@code ssh}, and what comes before the host
 */
record GitRemote(URIish address, String branch, List<String> ssh) {
    /** What was last seen of the branch. */
    private static final String SEEN = "refs/plainfact/live";

    /** Of silence: the other side may have much to check. */
    private static final int TIMEOUT_SECONDS = 300;

    /** Without any password: none is taken. */
    String name() {
        return "git:" + address + "#" + branch;
    }

    private String ref() {
        return "refs/heads/" + branch;
    }

    /**
     * Where the branch is, with its files. They come over the line only where it has moved.
     *
     * @param depth how many commits of its past are wanted with it
     */
    Optional<ObjectId> fetch(Repository repository, int depth) throws IOException {
        Optional<ObjectId> tip = tip(repository);
        Ref seen = repository.exactRef(SEEN);
        if (tip.isPresent() && (seen == null || !tip.get().equals(seen.getObjectId()))) {
            deepen(repository, depth);
            // It may have moved between the two questions.
            return Optional.ofNullable(repository.exactRef(SEEN)).map(Ref::getObjectId);
        }
        return tip;
    }

    private Optional<ObjectId> tip(Repository repository) throws IOException {
        try (Transport transport = open(repository);
                FetchConnection connection = transport.openFetch()) {
            return Optional.ofNullable(connection.getRef(ref())).map(Ref::getObjectId);
        } catch (TransportException e) {
            throw told(e);
        }
    }

    /** Fetches more of the branch's past. */
    void deepen(Repository repository, int depth) throws IOException {
        offerOneOnly(repository);
        try (Transport transport = open(repository)) {
            transport.setDepth(depth);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec("+" + ref() + ":" + SEEN)));
        } catch (TransportException e) {
            throw told(e);
        }
    }

    /**
     * Of what is kept, only the commit last seen is named to the other side, not its past. Where it is asked for a depth
     * and told of 64 commits, JGit reads the answers to both in the wrong order ({@code BasePackFetchConnection.negotiate}).
     */
    private static void offerOneOnly(Repository repository) throws IOException {
        Ref seen = repository.exactRef(SEEN);
        if (seen != null) {
            repository.getObjectDatabase().setShallowCommits(Set.of(seen.getObjectId()));
        }
    }

    /**
     * Moves the branch, never by force.
     *
     * @param from where it must be; empty where it must not be there
     * @throws PublishRefused where it is elsewhere, or the other side does not take the commit
     */
    void push(Repository repository, Optional<ObjectId> from, ObjectId commit) throws IOException {
        RemoteRefUpdate update = new RemoteRefUpdate(
                repository, commit.name(), commit, ref(), false, null, from.orElse(ObjectId.zeroId()));
        try (GitDoor door = GitDoor.of(this);
                Transport transport = open(repository)) {
            // A thin pack builds on files of the branch; of those not all need be here.
            transport.setPushThin(false);
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            check(result.getRemoteUpdate(ref()));
        } catch (TransportException e) {
            throw told(e);
        }
        RefUpdate seen = repository.updateRef(SEEN);
        seen.setNewObjectId(commit);
        seen.forceUpdate();
    }

    private void check(RemoteRefUpdate update) {
        switch (update.getStatus()) {
            case OK, UP_TO_DATE -> {}
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED ->
                throw new PublishRefused("somebody else has published to " + name()
                        + " meanwhile; nothing was published, publish again");
            default ->
                throw new PublishRefused(name() + " did not take the commit: "
                        + (update.getMessage() == null ? update.getStatus() : update.getMessage()));
        }
    }

    private Transport open(Repository repository) throws IOException {
        Transport transport = Transport.open(repository, address);
        transport.setTimeout(TIMEOUT_SECONDS);
        transport.setCredentialsProvider(new GitCredentials());
        if (transport instanceof SshTransport over) {
            over.setSshSessionFactory(new SystemSsh(ssh));
        }
        return transport;
    }

    private IOException told(TransportException e) {
        String words = String.valueOf(e.getMessage());
        String hint = words.contains("not authorized") || words.contains("authentication not supported")
                ? "; give git a credential for it, by a credential helper or ~/.netrc"
                : "";
        return new IOException((words.contains(address.toString()) ? words : address + ": " + words) + hint, e);
    }
}
