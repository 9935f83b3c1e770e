package org.plainfact.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries out a plan on a store. Each object is one request that succeeds or not, and nothing is sent that refers to what is
 * not there: at every moment each page that readers get finds its files.
 *
 * @param lease asked before each change
 */
record Delivery(ObjectStore store, Form form, Lanes lanes, Lease lease) {
    /** What is larger is read again instead of being held. */
    private static final long HELD_BYTES = 8L << 20;

    void deliver(Edition edition, Plan plan, Progress progress) throws IOException {
        long total = Doubts.of(plan).size();
        AtomicLong done = new AtomicLong();
        for (List<Entry> wave : plan.waves()) {
            lanes.each(wave, entry -> {
                send(edition, entry);
                progress.show(done.incrementAndGet(), total);
            });
        }
        lease.check();
        StoreSite.write(store, edition.manifest(), form, plan.removed().isEmpty());
        if (!plan.removed().isEmpty()) {
            lanes.each(plan.removed(), entry -> {
                lease.check();
                store.remove(entry.path());
                progress.show(done.incrementAndGet(), total);
            });
            lease.check();
            StoreSite.write(store, edition.manifest(), form, true);
        }
    }

    private void send(Edition edition, Entry entry) throws IOException {
        Body body = form.body(entry, checked(edition, entry));
        lease.check();
        store.write(entry.path(), body, form.headers(entry).with(new Mark(entry, form).notes()));
    }

    /** The content, after it was seen to be what the manifest says. */
    private static Body checked(Edition edition, Entry entry) throws IOException {
        try (InputStream in = edition.open(entry)) {
            if (entry.size() <= HELD_BYTES) {
                return new Body.OfBytes(in.readAllBytes());
            }
            in.transferTo(OutputStream.nullOutputStream());
            return edition.body(entry);
        }
    }
}
