package org.plainfact.site;

import java.util.List;
import org.plainfact.directive.Block;

/** Pages of their own standing. */
record StandingPages(Plan plan, List<Rendered> pages) implements Pages {
    @Override
    public void addTo(Outputs outputs) {
        pages.forEach(page -> outputs.add(
                "the page", page.article().head().spanOf("slug", page.article().path()), page(page)));
    }

    private Output.Page page(Rendered page) {
        Content content = new Content.Standing(
                page.article(),
                page.body(),
                page.article().body().headings(),
                page.uses().sources());
        Draft draft = plan.draft(page.route(), page.title(), page.summary(), content)
                .of(page.article())
                .below();
        page.uses().tables().forEach(table -> draft.says(plan.jsonLd().dataset(table, page.route())));
        List<Block.Answer> answers = ArticlePages.answers(page.body());
        return (answers.isEmpty() ? draft : draft.says(plan.jsonLd().faq(answers))).page();
    }
}
