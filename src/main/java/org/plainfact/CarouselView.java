package org.plainfact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plainfact.bake.Delivery;
import org.plainfact.bake.Piece;
import org.plainfact.preview.File;
import org.plainfact.preview.Files;
import org.plainfact.source.Digests;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;

/** The posts of one look at a project: nothing is made before somebody asks for it, and then once. */
final class CarouselView implements Files {
    private final Sheets sheets;
    private final Delivery delivery;
    private final Map<String, Optional<File>> made = new ConcurrentHashMap<>();
    private @Nullable Map<String, Piece> pieces;

    /** @param delivery of the same look; it may have ended */
    CarouselView(Sheets sheets, Delivery delivery) {
        this.sheets = sheets;
        this.delivery = delivery;
    }

    @Override
    public Optional<File> find(String path) {
        return made.computeIfAbsent(path, this::make);
    }

    @Override
    public Collection<String> paths() {
        return List.copyOf(made.keySet());
    }

    private Optional<File> make(String path) {
        return Optional.ofNullable(pieces().get(path)).map(this::file);
    }

    private synchronized Map<String, Piece> pieces() {
        if (pieces == null) {
            pieces = sheets.all(delivery);
        }
        return pieces;
    }

    private File file(Piece piece) {
        Findings findings = new Findings();
        byte[] bytes = piece.making()
                .bytes(delivery.asking(), findings)
                .orElseThrow(() -> new IllegalStateException(told(findings)));
        return new File(piece.path(), Digests.sha256(bytes), bytes.length, () -> bytes);
    }

    private static String told(Findings findings) {
        return findings.sorted().stream().findFirst().map(Finding::toString).orElse("nothing was made");
    }
}
