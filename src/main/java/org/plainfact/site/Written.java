package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Fingerprint;
import org.plainfact.memo.Session;

/** The files of the texts that authors wrote, each as it was where nothing that it shows has changed. */
final class Written {
    static final String ARTICLES = "articles";
    static final String PAGES = "pages";
    static final String QUESTIONS = "questions";
    static final String TERMS = "terms";

    private static final Drawer DRAWER = new Drawer("texts", false, false);

    private final Plan plan;
    private final Frame frame;
    private final Map<String, List<Files>> byKind = new HashMap<>();

    /** @param frame what pages show of one another is the same while this is */
    Written(Plan plan, Frame frame) {
        this.plan = plan;
        this.frame = frame;
    }

    /** What stands on the site of one text. */
    private record Files(Output.Page page, Optional<Output.TextFile> twin) {}

    /** All that the files are made from beside what is looked up. */
    private record Key<B>(Rendered text, B beside, Fingerprint constants) {}

    <B> void add(String kind, List<Rendered> texts, List<Face> faces, TextPages<B> pages) {
        Session.Row row = plan.session().row(DRAWER, kind, texts.size(), List.of(plan.constants(), frame));
        byKind.put(
                kind,
                IntStream.range(0, texts.size())
                        .parallel()
                        .mapToObj(i -> files(i, texts.get(i), faces, pages, row))
                        .toList());
    }

    private <B> Files files(int position, Rendered text, List<Face> faces, TextPages<B> pages, Session.Row row) {
        return row.recall(
                position,
                text,
                () -> text.article().path(),
                () -> new Key<>(text, pages.beside(position), plan.constants()),
                reads -> new Files(pages.page(text, pages.beside(position), reads), twin(text, faces.get(position))));
    }

    private Optional<Output.TextFile> twin(Rendered text, Face face) {
        return face.twin().map(route -> Twins.of(text, route, plan.addresses()));
    }

    Output page(String kind, int position) {
        return of(kind, position).page;
    }

    Output twin(String kind, int position) {
        return of(kind, position).twin.orElseThrow();
    }

    private Files of(String kind, int position) {
        return Objects.requireNonNull(byKind.get(kind)).get(position);
    }
}
