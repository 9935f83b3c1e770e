package org.plainfact.publish;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A branch of a git repository. An edition is a commit on top of the branch; the branch moves to it in one step, and only
 * from where it was when the plan was made. Files that no edition of ours has brought stay.
 */
final class GitTarget implements Target {
    /** Without it GitHub Pages leaves out what begins with an underscore. */
    private static final Map<String, byte[]> ALWAYS = Map.of(".nojekyll", new byte[0]);

    /** Files of a repository, of which a publish makes two; many make it slow. */
    private static final long MOST_FILES = 100;

    private final GitRemote remote;
    private final GitCache cache;
    private final GitAuthor author;

    GitTarget(GitRemote remote, GitCache cache, GitAuthor author) {
        this.remote = remote;
        this.cache = cache;
        this.author = author;
    }

    @Override
    public String name() {
        return remote.name();
    }

    @Override
    public Live live() throws IOException {
        try (GitCache.Open open = cache.open(name())) {
            return whole(open, () -> {
                Optional<GitTree> live = liveTree(open);
                if (live.isEmpty()) {
                    return Live.NOTHING;
                }
                // What is kept of the branch is open now only.
                Optional<byte[]> ledger = live.get().ledger();
                return new Live(live.get().manifest(), () -> ledger);
            });
        }
    }

    private interface Work<T> {
        T done() throws IOException;
    }

    /** What is kept of the branch can be damaged; then it is fetched anew. */
    private static <T> T whole(GitCache.Open open, Work<T> work) throws IOException {
        try {
            return work.done();
        } catch (MissingObjectException | CorruptObjectException e) {
            open.empty();
            return work.done();
        }
    }

    private Optional<GitTree> liveTree(GitCache.Open open) throws IOException {
        Optional<ObjectId> tip = remote.fetch(open.repository(), 1);
        return tip.isEmpty() ? Optional.empty() : Optional.of(GitTree.of(open.repository(), tip.get()));
    }

    @Override
    public void publish(Edition edition, Plan plan, Progress progress) throws IOException {
        try (GitCache.Open open = cache.open(name())) {
            whole(open, () -> {
                Optional<GitTree> live = liveTree(open);
                Manifest before = live.isEmpty() ? Manifest.NONE : live.get().manifest();
                if (!Plan.of(before, edition.manifest()).equals(plan)) {
                    throw new PublishRefused(
                            "another edition was published to " + name() + " meanwhile; publish again");
                }
                GitTree.Next next = new GitTree.Next(open.repository(), live, progress);
                ObjectId tree = next.write(edition, plan, ALWAYS);
                commit(open, live, tree, words(plan));
                return tree;
            });
            open.tidy(MOST_FILES);
        }
    }

    private void commit(GitCache.Open open, Optional<GitTree> live, ObjectId tree, String words) throws IOException {
        ObjectId commit = author.commit(open.repository(), live.map(GitTree::commit), tree, words);
        remote.push(open.repository(), live.map(GitTree::commit), commit);
    }

    private static String words(Plan plan) {
        return "Publish the site: %d new, %d changed, %d removed"
                .formatted(
                        plan.added().size(),
                        plan.changed().size(),
                        plan.removed().size());
    }

    /** A new commit with our files of an old one, so that nothing of the branch's past is lost. */
    @Override
    public String rollBack() throws IOException {
        try (GitCache.Open open = cache.open(name())) {
            return whole(open, () -> rollBack(open));
        }
    }

    private String rollBack(GitCache.Open open) throws IOException {
        GitTree live = liveTree(open).orElseThrow(() -> new PublishRefused("nothing is published on " + name()));
        if (!live.isPublished()) {
            throw new PublishRefused("nothing is published with Plainfact on " + name());
        }
        GitTree before = before(open, live);
        if (!before.isPublished()) {
            throw new PublishRefused("the commit before the live one, " + before.shortName()
                    + ", is none that was published with Plainfact; nothing was changed");
        }
        ObjectId tree = new GitTree.Next(open.repository(), Optional.of(live), Progress.NONE).restore(before);
        commit(open, Optional.of(live), tree, GitTree.restoring(before));
        return "commit " + before.shortName();
    }

    /** As much of the past is fetched as it takes. */
    private GitTree before(GitCache.Open open, GitTree live) throws IOException {
        for (int depth : List.of(2, 32, 512, Integer.MAX_VALUE)) {
            remote.deepen(open.repository(), depth);
            Optional<GitTree> before =
                    GitTree.of(open.repository(), live.commit()).before();
            if (before.isPresent()) {
                return before.get();
            }
        }
        throw new PublishRefused("there is no commit before " + live.shortName() + " on " + name());
    }

    @Override
    public void close() {
        cache.close();
    }
}
