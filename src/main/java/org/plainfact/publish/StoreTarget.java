package org.plainfact.publish;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A store of objects from which readers are served, file by file. What is about to change is written down first, so that an
 * interrupted publish is known as one, and the next sends only what has not arrived.
 *
 * @param store one that tries again by itself
 * @param form how text is kept
 * @param lanes how much is sent at once
 */
record StoreTarget(ObjectStore store, Form form, Lanes lanes, Lease.Terms terms, Time time) implements Target {
    @Override
    public String name() {
        return store.name();
    }

    @Override
    public Live live() throws IOException {
        Manifest manifest = StoreSite.read(store).live(store, form, lanes);
        return new Live(manifest, () -> ledger(manifest));
    }

    private Optional<byte[]> ledger(Manifest manifest) throws IOException {
        Entry entry = manifest.files().get(Live.LEDGER);
        Optional<ObjectStore.Found> found = entry == null ? Optional.empty() : store.read(Live.LEDGER);
        if (entry == null || found.isEmpty()) {
            return Optional.empty();
        }
        Form kept = Mark.of(Live.LEDGER, found.get().stored().notes())
                .map(Mark::form)
                .orElse(Form.PLAIN);
        return Optional.of(kept.content(entry, found.get().bytes()));
    }

    @Override
    public void publish(Edition edition, Plan plan, Progress progress) throws IOException {
        try (Lease lease = Lease.take(store, terms, time)) {
            StoreSite site = StoreSite.read(store);
            Manifest live = site.live(store, form, lanes);
            if (!Plan.of(live, edition.manifest()).equals(plan)) {
                throw new PublishRefused("another edition was published to " + name() + " meanwhile; publish again");
            }
            doubt(site, plan);
            new Delivery(store, form, lanes, lease).deliver(edition, plan, progress);
            new Doubts(store).remove();
        }
    }

    /** What was in doubt stays so until an edition is whole. */
    private void doubt(StoreSite site, Plan plan) throws IOException {
        Doubts doubts = new Doubts(store);
        Set<String> paths = new HashSet<>(Doubts.of(plan));
        if (!site.whole()) {
            paths.addAll(doubts.read());
        }
        doubts.write(paths);
        if (site.whole()) {
            site.writeChanging(store);
        }
    }

    @Override
    public String rollBack() {
        throw new PublishRefused(name() + " keeps no earlier editions; build the one that is wanted and publish it");
    }

    @Override
    public void close() {
        store.close();
    }
}
