package org.plainfact.site;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Fingerprint;
import org.plainfact.memo.Session;

/** The files of the texts that authors wrote, each as it was where nothing that it shows has changed. */
final class Written {
    private static final Drawer DRAWER = new Drawer("texts", false, false);

    private final Plan plan;
    private final Map<String, Files> byPath = new ConcurrentHashMap<>();

    Written(Plan plan) {
        this.plan = plan;
    }

    /** What stands on the site of one text. */
    private record Files(Output.Page page, Optional<Output.TextFile> twin) {}

    /** All that the files are made from beside what is looked up. */
    private record Key<B>(Rendered text, B beside, Fingerprint constants) {}

    <B> void add(String name, List<Rendered> texts, List<Face> faces, TextPages<B> kind) {
        Session.Row row = plan.session().row(DRAWER, name, texts.size());
        IntStream.range(0, texts.size()).parallel().forEach(i -> {
            Rendered text = texts.get(i);
            B beside = kind.beside(i);
            String path = text.article().path();
            byPath.put(
                    path,
                    row.recall(
                            i,
                            path,
                            new Key<>(text, beside, plan.constants()),
                            reads -> new Files(kind.page(text, beside, reads), twin(text, faces.get(i)))));
        });
    }

    private Optional<Output.TextFile> twin(Rendered text, Face face) {
        return face.twin().map(route -> Twins.of(text, route, plan.addresses()));
    }

    Output page(Face face) {
        return of(face).page;
    }

    Output twin(Face face) {
        return of(face).twin.orElseThrow();
    }

    private Files of(Face face) {
        return Objects.requireNonNull(byPath.get(face.path()));
    }
}
