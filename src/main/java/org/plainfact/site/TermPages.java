package org.plainfact.site;

import java.util.ArrayList;
import java.util.List;

/** A page for each term, and all of them by title. */
record TermPages(Plan plan, List<Rendered> terms, Mentions mentions, Listings listings) implements Pages {
    private static final int OTHERS = 40;

    @Override
    public void addTo(Outputs outputs) {
        Link glossary = plan.labelled("glossary", "/glossary/");
        Content all = new Content.Glossary(listings.of(terms));
        outputs.add(
                "the glossary",
                plan.draft(glossary.route(), glossary.title(), plan.settings().description(), all)
                        .below()
                        .page());
        for (int i = 0; i < terms.size(); i++) {
            Rendered term = terms.get(i);
            outputs.add(
                    "the term",
                    term.article().head().spanOf("slug", term.article().path()),
                    page(term, others(i), glossary));
        }
    }

    private Output.Page page(Rendered term, List<Link> others, Link glossary) {
        Content content = new Content.Term(term.article(), term.body(), mentions.pagesWithTerm(term.article()), others);
        return plan.draft(term.route(), term.title(), QuestionPages.summary(term), content)
                .of(term.article())
                .says(plan.jsonLd().term(term))
                .below(glossary)
                .page();
    }

    /** The terms that follow in the alphabet, from its end on to its start. */
    private List<Link> others(int position) {
        List<Link> others = new ArrayList<>();
        for (int step = 1; step < terms.size() && others.size() < OTHERS; step++) {
            others.add(terms.get((position + step) % terms.size()).link());
        }
        return List.copyOf(others);
    }
}
