package org.plainfact.publish;

import java.io.File;
import java.io.IOException;
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
 * can leave its lock on the branch, which nobody else would take away. On another machine that side ends by itself.
 */
final class GitDoor implements AutoCloseable {
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
            }
            return new GitDoor(Optional.of(hold));
        } catch (Held held) {
            throw new PublishRefused("another publisher" + held.holder() + " is writing " + remote.name()
                    + "; nothing was published, wait until it ends");
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
