package org.plainfact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.plainfact.bake.Bakery;
import org.plainfact.bake.Delivery;
import org.plainfact.bake.Proof;
import org.plainfact.content.Article;
import org.plainfact.figure.Explanation;
import org.plainfact.preview.File;
import org.plainfact.preview.Files;
import org.plainfact.preview.Line;
import org.plainfact.preview.Once;
import org.plainfact.preview.Report;
import org.plainfact.preview.Unpublished;
import org.plainfact.preview.View;
import org.plainfact.site.Settings;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;

/** What looks at a project are to the preview. */
final class Views {
    /** Lines of a source shown before and behind the one with the finding. */
    private static final int AROUND = 2;

    /** Findings whose source is shown; nobody reads more. */
    private static final int MOST_SHOWN = 100;

    private static final long LARGEST_SOURCE = 1L << 20;

    private final Path root;
    private final Map<String, Proof> built;
    private Files lastGood;
    private Files carousels = Files.NONE;
    private String basePath;

    Views(Path root, String basePath, Map<String, Proof> lastSite) {
        this.root = root;
        this.basePath = basePath;
        this.built = lastSite;
        this.lastGood = new Proven(lastSite, lastSite, Optional.empty());
    }

    /** Before anything was looked at. */
    View first() {
        return new View(basePath, lastGood, List.of(), List.of(), address -> List.of());
    }

    /** Where a look found errors, the site of the last good one. */
    View of(Build.Look look) {
        look.files().ifPresent(files -> {
            Optional<Delivery> beside =
                    look.material().map(material -> material.beside().get());
            lastGood = new Proven(files, built, beside);
            carousels = look.material()
                    .<Files>map(material -> new CarouselView(material.sheets(), beside.orElseThrow()))
                    .orElse(Files.NONE);
            basePath = look.material()
                    .map(material -> material.site().settings().basePath())
                    .orElse(basePath);
        });
        return new View(
                basePath,
                lastGood,
                new Once<>(() -> reports(look.findings())),
                new Once<>(() -> look.material().map(Views::unpublished).orElse(List.of())),
                carousels,
                address -> look.material()
                        .map(material -> explained(material.numbers(), address))
                        .orElse(List.of()));
    }

    private static List<String> explained(Numbers numbers, String address) {
        return numbers.figures()
                .find(address)
                .map(figure -> Explanation.of(figure, numbers.dataset()))
                .orElse(List.of());
    }

    private static List<Unpublished> unpublished(Build.Material material) {
        Settings settings = material.site().settings();
        return material.articles().stream()
                .flatMap(article -> why(article, settings.today()).stream()
                        .map(why -> new Unpublished(
                                article.path(),
                                article.head().title(),
                                why,
                                article.head().date(),
                                material.site()
                                        .routes()
                                        .find(article.path())
                                        .map(material.site().routes()::link))))
                .toList();
    }

    private static Optional<String> why(Article article, String today) {
        if (article.head().status() == Article.Status.DRAFT) {
            return Optional.of("draft");
        }
        return article.head().scheduledAfter(today) ? Optional.of("scheduled") : Optional.empty();
    }

    private List<Report> reports(List<Finding> findings) {
        Map<String, List<String>> sources = new HashMap<>();
        return IntStream.range(0, findings.size())
                .mapToObj(
                        i -> new Report(findings.get(i), i < MOST_SHOWN ? lines(findings.get(i), sources) : List.of()))
                .toList();
    }

    private List<Line> lines(Finding finding, Map<String, List<String>> sources) {
        List<String> lines = sources.computeIfAbsent(finding.span().path(), this::read);
        int at = finding.span().line();
        return IntStream.rangeClosed(Math.max(1, at - AROUND), Math.min(lines.size(), at + AROUND))
                .mapToObj(number -> new Line(number, lines.get(number - 1)))
                .toList();
    }

    /** A source that cannot be shown has no lines: the finding says what is wrong with it. */
    private List<String> read(String path) {
        Path file = root.resolve(path).normalize();
        try {
            boolean shown = file.startsWith(root)
                    && java.nio.file.Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && java.nio.file.Files.size(file) <= LARGEST_SOURCE;
            return shown
                    ? new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Files of a site as the preview asks for them.
     *
     * @param built what an earlier run wrote
     * @param beside draws preview pictures, which nobody waits for: each is drawn when somebody looks at it
     */
    private record Proven(Map<String, Proof> proofs, Map<String, Proof> built, Optional<Delivery> beside)
            implements Files {
        @Override
        public Optional<File> find(String path) {
            return Optional.ofNullable(proofs.get(path))
                    .map(proof -> new File(proof.path(), proof.sha256(), proof.size(), () -> bytes(proof)))
                    .or(() -> beside.flatMap(delivery -> delivery.card(path))
                            .map(bytes -> new File(path, Digests.sha256(bytes), bytes.length, () -> bytes)));
        }

        /** A page whose text was saved before anybody asked for it cannot be made again, and may lie where it was built. */
        private byte[] bytes(Proof proof) throws IOException {
            try {
                return proof.content().bytes();
            } catch (UncheckedIOException e) {
                Proof same = built.get(proof.path());
                if (same == null || !same.sha256().equals(proof.sha256())) {
                    throw e.getCause();
                }
                return same.content().bytes();
            }
        }

        @Override
        public Collection<String> paths() {
            return proofs.keySet();
        }

        @Override
        public Set<String> changedSince(Files before) {
            return before instanceof Proven other
                    ? Bakery.changed(proofs, other.proofs)
                    : Files.super.changedSince(before);
        }
    }
}
