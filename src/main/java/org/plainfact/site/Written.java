package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    record Files(Output.Page page, Optional<Output.TextFile> twin) {}

    /** All that the files are made from beside what is looked up. */
    private record Key<B>(Rendered text, B beside, Fingerprint constants) {}

    <B> void add(String kind, List<Rendered> texts, List<Face> faces, TextPages<B> pages) {
        Session.Row row = new Session.Row(DRAWER, kind, texts, List.of(plan.constants(), frame));
        byKind.put(kind, plan.session().<Files>recallAll(row, position -> {
            Rendered text = texts.get(position);
            B beside = pages.beside(position);
            return Session.Wanted.of(
                    text.article().path(),
                    new Key<>(text, beside, plan.constants()),
                    reads -> new Files(pages.page(text, beside, reads), twin(text, faces.get(position))));
        }));
    }

    private Optional<Output.TextFile> twin(Rendered text, Face face) {
        return face.twin().map(route -> Twins.of(text, route, plan.addresses()));
    }

    /** By kind, in the order of the texts. */
    Map<String, List<Files>> all() {
        return byKind;
    }
}
