package org.plainfact.site;

import java.util.ArrayList;
import java.util.List;
import org.plainfact.memo.Asking;

/** A page for each term. */
record TermPages(Plan plan, List<Face> terms, Mentions mentions) implements TextPages<TermPages.Neighbours> {
    private static final int OTHERS = 40;

    /** Pages that use a term, and terms that a reader may go on to. */
    record Neighbours(List<Link> usedOn, List<Link> others) {}

    @Override
    public Neighbours beside(int position) {
        return new Neighbours(mentions.pagesWithTerm(terms.get(position).path()), others(position));
    }

    @Override
    public String kind() {
        return "term";
    }

    @Override
    public Output.Sheet sheet(Rendered term, Neighbours beside, Asking asking) {
        Content content =
                new Content.Term(term.article(), term.body(), beside.usedOn, beside.others, term.corrections());
        return plan.draft(term.route(), term.title(), QuestionPages.summary(term), content)
                .of(term.article())
                .says(plan.jsonLd(asking).term(term))
                .says(plan.jsonLd(asking).corrected(term))
                .below(Glossary.link(plan))
                .sheet();
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
