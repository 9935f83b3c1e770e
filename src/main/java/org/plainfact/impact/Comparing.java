package org.plainfact.impact;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainfact.source.SourceSpan;

/** Puts what is read on two sides beside each other. */
final class Comparing {
    private final String address;
    private final List<Reading> old;
    private final List<Reading> now;
    private final Optional<Places> places;
    private final List<Change> changes = new ArrayList<>();

    private Comparing(String address, List<Reading> old, List<Reading> now, Optional<Places> places) {
        this.address = address;
        this.old = old;
        this.now = now;
        this.places = places;
    }

    static List<Change> changes(String address, List<Reading> old, List<Reading> now, Optional<Places> places) {
        Comparing comparing = new Comparing(address, old, now, places);
        List<Key> was = keys(old);
        List<Key> is = keys(now);
        // There may be several shortest differences; the same one is to be found from either side.
        boolean turned = was.toString().compareTo(is.toString()) > 0;
        List<AbstractDelta<Key>> deltas = turned
                ? DiffUtils.diff(is, was).getDeltas()
                : DiffUtils.diff(was, is).getDeltas();
        for (AbstractDelta<Key> delta : deltas) {
            Chunk<Key> first = turned ? delta.getTarget() : delta.getSource();
            Chunk<Key> second = turned ? delta.getSource() : delta.getTarget();
            comparing.add(first, second);
        }
        return List.copyOf(comparing.changes);
    }

    private record Key(Reading.Kind kind, String text) {}

    private static List<Key> keys(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new Key(reading.kind(), reading.text()))
                .toList();
    }

    /** In order, one beside the other, as long as both are of one kind. */
    private void add(Chunk<Key> first, Chunk<Key> second) {
        int oldAt = first.getPosition();
        int nowAt = second.getPosition();
        int oldEnd = oldAt + first.size();
        int nowEnd = nowAt + second.size();
        while (oldAt < oldEnd
                && nowAt < nowEnd
                && old.get(oldAt).kind() == now.get(nowAt).kind()) {
            Reading before = old.get(oldAt++);
            changes.add(change(now.get(nowAt), nowAt++, before.text(), false));
        }
        while (oldAt < oldEnd) {
            changes.add(change(old.get(oldAt++), -1, "", true));
        }
        while (nowAt < nowEnd) {
            changes.add(change(now.get(nowAt), nowAt++, "", false));
        }
    }

    private Change change(Reading reading, int at, String before, boolean gone) {
        Optional<SourceSpan> place = reading.place()
                .or(() -> places.map(known -> known.of(reading, at < 0 ? List.of() : now.subList(0, at))));
        return new Change(
                address,
                reading.anchor(),
                reading.kind(),
                place,
                gone ? reading.text() : before,
                gone ? "" : reading.text());
    }
}
