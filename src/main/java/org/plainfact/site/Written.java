package org.plainfact.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Fingerprint;

/** The files of the texts that authors wrote, each as it was where nothing that it shows has changed. */
final class Written {
    private static final Drawer DRAWER = new Drawer("texts", false, false);

    private final Plan plan;
    private final Twins twins;
    private final Map<String, Output.Page> pages = new HashMap<>();
    private final Map<String, Rendered> texts = new HashMap<>();

    Written(Plan plan) {
        this.plan = plan;
        this.twins = new Twins(plan.addresses());
    }

    /** All that a page is made from beside what it looks up. */
    private record Key<B>(Rendered text, B beside, Fingerprint constants) {}

    <B> void add(List<Rendered> texts, TextPages<B> kind) {
        for (int i = 0; i < texts.size(); i++) {
            Rendered text = texts.get(i);
            B beside = kind.beside(i);
            String path = text.article().path();
            this.texts.put(path, text);
            pages.put(
                    path,
                    plan.session()
                            .recall(
                                    DRAWER,
                                    path,
                                    new Key<>(text, beside, plan.constants()),
                                    reads -> kind.page(text, beside, reads)));
        }
    }

    Output page(Face face) {
        return Objects.requireNonNull(pages.get(face.path()));
    }

    Output twin(Face face) {
        return twins.of(Objects.requireNonNull(texts.get(face.path())));
    }
}
