package org.plainfact.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.plainfact.publish.Place.Answer;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/**
 * Whether a place holds a site as its manifest says: each file by its SHA-256, and no others. That shows what was changed
 * or lost on the way; whoever can write to the place can write the manifest too.
 */
public record Verification(Place place, Manifest manifest) {
    /** 10,000 pages take some 2 MB. */
    private static final int LARGEST_MANIFEST = 256 << 20;

    /** @param ledger the {@code figures.json} of the place, where it has one */
    public record Result(List<Finding> findings, Optional<byte[]> ledger) {}

    /**
     * With the manifest that is published with the site; empty after a finding where there is none or it is none.
     *
     * @throws IOException for a fault of the machine or the connection
     */
    public static Optional<Verification> of(Place place, Findings findings) throws IOException {
        Answer answer = place.look(Manifest.NAME, LARGEST_MANIFEST);
        try {
            return switch (answer) {
                case Answer.Content content ->
                    Optional.of(new Verification(place, Manifest.read(Manifest.NAME, content.bytes())));
                case Answer.Absent absent -> {
                    findings.error(
                            "no-manifest",
                            SourceSpan.of(Manifest.NAME),
                            "the manifest of " + place.name() + " " + absent.why(),
                            "name the front page or the folder of a site that plainfact has published");
                    yield Optional.empty();
                }
            };
        } catch (IllegalArgumentException e) {
            findings.error("no-manifest", SourceSpan.of(Manifest.NAME), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Looks at every file. */
    public Result run(Progress progress) throws IOException {
        Findings findings = new Findings();
        AtomicLong done = new AtomicLong();
        List<Future<Optional<Finding>>> looks = new ArrayList<>();
        try (ExecutorService crew = Executors.newFixedThreadPool(place.parallel())) {
            for (Entry entry : manifest.files().values()) {
                looks.add(crew.submit(() -> {
                    Optional<Finding> finding = check(entry);
                    progress.show(done.incrementAndGet(), manifest.files().size());
                    return finding;
                }));
            }
            try {
                for (Future<Optional<Finding>> look : looks) {
                    found(look).ifPresent(findings::add);
                }
            } finally {
                crew.shutdownNow();
            }
        }
        for (String other : place.others(manifest)) {
            findings.add(error("extra-file", other, "the manifest knows no such file"));
        }
        return new Result(findings.sorted(), ledger());
    }

    private static Optional<Finding> found(Future<Optional<Finding>> look) throws IOException {
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<Finding> check(Entry entry) throws IOException {
        // One more than it should have shows that it is longer.
        return switch (place.look(entry.path(), entry.size() + 1)) {
            case Answer.Absent absent ->
                place.mayKeepToItself(entry.path())
                        ? Optional.empty()
                        : Optional.of(error("missing-file", entry.path(), "the file " + absent.why()));
            case Answer.Content content -> changed(entry, content.bytes());
        };
    }

    private static Optional<Finding> changed(Entry entry, byte[] bytes) {
        if (bytes.length > entry.size()) {
            return Optional.of(error(
                    "changed-file", entry.path(), "the file is longer than the " + entry.size() + " bytes published"));
        }
        String sha256 = Digests.sha256(bytes);
        return sha256.equals(entry.sha256())
                ? Optional.empty()
                : Optional.of(error(
                        "changed-file",
                        entry.path(),
                        "the SHA-256 of its %d bytes is %s, of the %d bytes published %s"
                                .formatted(bytes.length, sha256, entry.size(), entry.sha256())));
    }

    private Optional<byte[]> ledger() throws IOException {
        Entry entry = manifest.files().get(Live.LEDGER);
        return entry != null && place.look(Live.LEDGER, Integer.MAX_VALUE - 16) instanceof Answer.Content content
                ? Optional.of(content.bytes())
                : Optional.empty();
    }

    private static Finding error(String rule, String path, String problem) {
        return new Finding(Severity.ERROR, rule, SourceSpan.of(path), problem, Optional.empty());
    }
}
