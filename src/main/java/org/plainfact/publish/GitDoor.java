package org.plainfact.publish;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.plainfact.disk.Held;
import org.plainfact.disk.Hold;

/**
 * Held while a branch of a repository on this machine is moved. There the receiving side is this process too, and a kill
 * can leave its locks on the branch and on the files just sent, which nobody else would take away. On another machine that
 * side ends by itself.
 */
final class GitDoor implements AutoCloseable {
    /** What JGit's receiving side writes into its lock on a pack ({@code ReceivePack.receivePack}). */
    private static final String RECEIVED = "jgit receive-pack";

    private final Optional<Hold> hold;

    private GitDoor(Optional<Hold> hold) {
        this.hold = hold;
    }

    /**
     * Opens the way to a branch.
     *
     * @throws PublishRefused where another publisher of this machine is moving it
     */
    static GitDoor of(GitRemote remote) throws IOException {
        Optional<Path> repository = local(remote.address());
        if (repository.isEmpty()) {
            return new GitDoor(Optional.empty());
        }
        Path door = repository.get().resolve("plainfact.lock");
        boolean killed = Files.exists(door);
        try {
            Hold hold = Hold.take(door);
            if (killed) {
                Files.deleteIfExists(repository.get().resolve("refs/heads/" + remote.branch() + ".lock"));
                unlockPacks(repository.get().resolve("objects/pack"));
            }
            return new GitDoor(Optional.of(hold));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Held held) {
            throw new PublishRefused("another publisher" + held.holder() + " is writing " + remote.name()
                    + "; nothing was published, wait until it ends");
        }
    }

    /** The same files would be sent again under the same name, and refused. */
    private static void unlockPacks(Path packs) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(packs, "*.keep")) {
            for (Path lock : locks) {
                if (Files.readString(lock).startsWith(RECEIVED)) {
                    Files.delete(lock);
                }
            }
        }
    }

    private static Optional<Path> local(URIish address) {
        if (address.isRemote()) {
            return Optional.empty();
        }
        return Optional.ofNullable(FileKey.resolve(new File(address.getPath()), FS.DETECTED))
                .map(File::toPath);
    }

    @Override
    public void close() {
        hold.ifPresent(Hold::close);
    }
}
