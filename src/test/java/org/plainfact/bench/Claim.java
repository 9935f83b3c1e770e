package org.plainfact.bench;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What has to be true of a changed cell, or the benchmark fails: what shows it is printed, and nothing else. */
record Claim(Set<String> files) {
    /** One cell is changed while a browser listens; from then on, each save can be compared. */
    static Claim prove(Preview preview, Probe probe, Set<String> files) throws IOException, InterruptedException {
        Claim claim = new Claim(files);
        Save save = probe.cell(Probe.UNUSED);
        preview.forget();
        try (Events events = Events.of(preview.server().address())) {
            preview.server().save(save, 0);
            claim.check(preview.printed());
            same("files that changed", Probe.changed(files), new TreeSet<>(events.changed()));
        }
        Poller poller = preview.server().poller();
        same("files without the new value", Set.of(), Probe.without(save.token(), files, poller));
        return claim;
    }

    /** The terminal tells how many files were printed, and names the first. */
    void check(Preview.Printed printed) {
        List<String> addresses = files.stream()
                .map(file -> "/" + (file.endsWith("index.html") ? file.substring(0, file.length() - 10) : file))
                .sorted()
                .toList();
        same("files printed", addresses.size(), printed.files());
        same("files printed first", addresses.subList(0, printed.first().size()), printed.first());
    }

    private static void same(String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            throw new AssertionError("one cell: " + what + ": " + wanted + " wanted, " + found + " found");
        }
    }
}
