package org.plainfact.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.content.Article;
import org.plainfact.directive.Expansion;
import org.plainfact.source.Findings;

/**
 * What was wrong on the pages of a site and has been put right: a page that lists all of it, where there is any.
 *
 * @param all newest first; those of one day by page
 */
record Corrections(Plan plan, List<Content.Corrected> all) implements Pages {
    private static final Route ROUTE = Route.of("/corrections/");

    /** Those of all pages. One that is yet to come is told: nobody has put anything right on that day. */
    static Corrections of(Plan plan, Faces faces, Findings findings) {
        List<Content.Corrected> all = new ArrayList<>();
        faces.all().forEach(face -> {
            face.corrections().forEach(correction -> all.add(new Content.Corrected(face.link(), correction)));
            face.head().corrections().stream()
                    .filter(correction ->
                            correction.date().compareTo(plan.settings().today()) > 0)
                    .forEach(correction -> findings.error(
                            "correction-date",
                            correction.span(),
                            "the correction is of " + correction.date() + ", which is yet to come",
                            "write the day on which the mistake was put right"));
        });
        all.sort(Comparator.<Content.Corrected, String>comparing(
                        it -> it.correction().date())
                .reversed()
                .thenComparing(it -> it.page().route()));
        return new Corrections(plan, List.copyOf(all));
    }

    /** Those of a text, expanded on its page. */
    static List<Content.Correction> of(Article article, Expansion page) {
        Map<String, Integer> days = new HashMap<>();
        return article.head().corrections().stream()
                .map(correction -> {
                    int number = days.merge(correction.date(), 1, Integer::sum);
                    String anchor = "_correction-" + correction.date() + (number == 1 ? "" : "-" + number);
                    return new Content.Correction(correction.date(), anchor, page.inlines(article, correction.text()));
                })
                .toList();
    }

    @Override
    public void addTo(Outputs outputs) {
        if (all.isEmpty()) {
            return;
        }
        outputs.add(
                "the list of corrections",
                plan.draft(
                                ROUTE,
                                plan.labels().get("corrections"),
                                plan.settings().description(),
                                new Content.Corrections(all))
                        .updated(all.getFirst().correction().date())
                        .below()
                        .page());
    }
}
