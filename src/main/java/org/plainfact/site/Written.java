package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Fingerprint;
import org.plainfact.memo.Later;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;

/** The files of the texts that authors wrote, each as it was where nothing that it shows has changed. */
final class Written {
    static final String ARTICLES = "articles";
    static final String PAGES = "pages";
    static final String QUESTIONS = "questions";
    static final String TERMS = "terms";

    private static final Drawer SHEETS = new Drawer("texts", false, true);
    private static final Drawer FILES = new Drawer("files-of-texts", false, false);

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
    private record Key<B>(Later<Rendered> text, B beside, Fingerprint constants) {}

    /** @param text that the sheet was made from, and its twin will be */
    private record Made(Later<Output.Sheet> sheet, Fingerprint text) {}

    <B> void add(String kind, List<Leaf> texts, List<Face> faces, TextPages<B> pages) {
        Session session = plan.session();
        Session.Row sheets = new Session.Row(SHEETS, kind, texts, List.of(plan.constants(), frame));
        List<Made> made = session.recallAll(
                sheets, new Findings(), position -> sheet(texts.get(position), pages.beside(position), pages));
        byKind.put(kind, session.<Files>recallAll(new Session.Row(FILES, kind, made, plan.constants()), position -> {
            Leaf text = texts.get(position);
            return Session.Wanted.of(
                    text.article().path(),
                    made.get(position),
                    reads -> files(text, faces.get(position), made.get(position), pages));
        }));
    }

    private <B> Session.Wanted<Made> sheet(Leaf text, B beside, TextPages<B> pages) {
        Session session = plan.session();
        return new Session.Wanted<>(
                text.article().path(),
                session.alike(SHEETS, new Key<>(text.text(), beside, plan.constants())),
                (reads, found) -> {
                    Output.Sheet sheet = pages.sheet(text.text().get(), beside, reads);
                    // What stands for it is what is on it: most that can change in a text or in data shows nowhere.
                    return new Made(
                            Later.of(session.alike(SHEETS, sheet).fingerprint(), sheet),
                            text.text().fingerprint());
                },
                made -> made.sheet.madeBy(session, () -> pages.sheet(text.text().get(), beside, session.world())));
    }

    private Files files(Leaf text, Face face, Made made, TextPages<?> pages) {
        return new Files(
                new Output.Page(text.route(), pages.kind(), Optional.of(text.article()), true, made.sheet),
                face.twin().map(route -> Twins.of(text, face, route, plan.addresses())));
    }

    /** By kind, in the order of the texts. */
    Map<String, List<Files>> all() {
        return byKind;
    }
}
