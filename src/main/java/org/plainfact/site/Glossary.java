package org.plainfact.site;

import java.util.List;

/** All terms, by title. */
record Glossary(Plan plan, List<Face> terms) implements Pages {
    static Link link(Plan plan) {
        return plan.labelled("glossary", "/glossary/");
    }

    @Override
    public void addTo(Outputs outputs) {
        Link glossary = link(plan);
        Content all = new Content.Glossary(terms.stream().map(Face::listing).toList());
        outputs.add(
                "the glossary",
                plan.draft(glossary.route(), glossary.title(), plan.settings().description(), all)
                        .below()
                        .page());
        outputs.reserve("the term", Written.TERMS, terms);
    }
}
