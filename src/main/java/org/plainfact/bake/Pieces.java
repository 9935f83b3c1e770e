package org.plainfact.bake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;

/** Makes pieces, where it is not known what would come out. */
final class Pieces {
    private Pieces() {}

    /**
     * A piece that is known.
     *
     * @param fresh its bytes, where it had to be made
     */
    record Made(Piece piece, Stamp stamp, Optional<byte[]> fresh, Session session) {
        byte[] bytes() {
            return fresh.orElseGet(() -> piece.again(session.world()));
        }

        /** For somebody who looks at it now. */
        Proof proof() {
            return new Proof(piece.path(), stamp.sha256(), stamp.size(), this::bytes);
        }
    }

    /** Empty after a finding. */
    static Optional<Made> make(Drawer drawer, Piece piece, Session session, Findings findings) {
        AtomicReference<Optional<byte[]>> fresh = new AtomicReference<>(Optional.empty());
        Optional<Stamp> stamp =
                session.recall(drawer, piece.path(), session.alike(drawer, piece.basis()), findings, (reads, found) -> {
                    Optional<byte[]> bytes = piece.making().bytes(reads, found);
                    fresh.set(bytes);
                    if (bytes.isEmpty()) {
                        reads.spoil();
                    }
                    return bytes.map(Stamp::of);
                });
        return stamp.map(known -> new Made(piece, known, fresh.get(), session));
    }
}
