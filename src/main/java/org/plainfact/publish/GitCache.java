package org.plainfact.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.plainfact.disk.Held;
import org.plainfact.disk.Hold;
import org.plainfact.disk.Trees;

/**
 * Where what was seen of a branch is kept, so that only what is new comes over the line: a repository without a working
 * tree. It can be thrown away at any time.
 */
final class GitCache implements AutoCloseable {
    private final Path folder;
    private final boolean passing;

    private GitCache(Path folder, boolean passing) {
        this.folder = folder;
        this.passing = passing;
    }

    /** Kept for the next process. */
    static GitCache in(Path folder) {
        return new GitCache(folder, false);
    }

    /** Gone when it is closed. */
    static GitCache passing() throws IOException {
        return new GitCache(Files.createTempDirectory("plainfact-publish"), true);
    }

    /** @throws PublishRefused where another process uses it, which publishes to the same branch */
    Open open(String target) throws IOException {
        Hold hold;
        try {
            hold = Hold.take(folder.resolve("lock"));
        } catch (Held held) {
            throw new PublishRefused("another publisher" + held.holder() + " is writing " + target
                    + "; nothing was published, wait until it ends");
        }
        return new Open(folder.resolve("git"), hold);
    }

    @Override
    public void close() {
        if (passing) {
            try {
                Trees.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Held by this process. */
    static final class Open implements AutoCloseable {
        private final Path folder;
        private final Hold hold;
        private Optional<Repository> repository = Optional.empty();

        private Open(Path folder, Hold hold) {
            this.folder = folder;
            this.hold = hold;
        }

        Repository repository() throws IOException {
            if (repository.isEmpty()) {
                repository = Optional.of(make());
            }
            return repository.get();
        }

        private Repository make() throws IOException {
            // Written after all else when it was made.
            boolean there = Files.isRegularFile(folder.resolve("config"));
            if (there) {
                unlock();
            } else {
                Trees.delete(folder);
            }
            Repository made = new FileRepositoryBuilder()
                    .setBare()
                    .setGitDir(folder.toFile())
                    .build();
            if (!there) {
                made.create(true);
            }
            tidiesWhenTold(made.getConfig());
            return made;
        }

        /** By itself JGit does so beside us, in a thread that goes on when the repository is closed. */
        private static void tidiesWhenTold(StoredConfig config) throws IOException {
            if (config.getInt("gc", "auto", -1) != 0) {
                config.setBoolean("gc", null, "autoDetach", false);
                config.setInt("gc", null, "autoPackLimit", 0);
                config.setInt("gc", null, "auto", 0);
                config.save();
            }
        }

        /** A killed publisher cannot have ended what it locked; that nobody else has is known by our own lock. */
        private void unlock() throws IOException {
            List<Path> locks;
            try (Stream<Path> walk =
                    Files.find(folder, 4, (path, attributes) -> path.toString().endsWith(".lock"))) {
                locks = walk.toList();
            }
            for (Path lock : locks) {
                Files.deleteIfExists(lock);
            }
        }

        /** Throws away what is kept. */
        void empty() throws IOException {
            shut();
            Trees.delete(folder);
        }

        /**
         * Puts many small files into one.
         *
         * @param most how many may be left as they are
         */
        void tidy(long most) throws IOException {
            try (Git git = new Git(repository())) {
                Properties found = git.gc().getStatistics();
                if (found.get("numberOfLooseObjects") instanceof Long loose
                        && found.get("numberOfPackFiles") instanceof Long packs
                        && loose + packs > most) {
                    // Not saved: what is sent elsewhere shall be small, what lies here soon done.
                    repository().getConfig().setBoolean("pack", null, "deltaCompression", false);
                    git.gc().call();
                }
            } catch (GitAPIException | JGitInternalException e) {
                // It is only kept for speed.
                empty();
            }
        }

        private void shut() {
            repository.ifPresent(Repository::close);
            repository = Optional.empty();
        }

        @Override
        public void close() {
            shut();
            hold.close();
        }
    }
}
