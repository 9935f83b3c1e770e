package org.plainfact.site;

import java.util.List;
import org.plainfact.directive.Block;
import org.plainfact.memo.Asking;

/** Pages of their own standing: they have no neighbours. */
record StandingPages(Plan plan) implements TextPages<Integer> {
    @Override
    public Integer beside(int position) {
        return 0;
    }

    @Override
    public String kind() {
        return "page";
    }

    @Override
    public Output.Sheet sheet(Rendered page, Integer beside, Asking asking) {
        Content content = new Content.Standing(
                page.article(),
                page.body(),
                page.article().body().headings(),
                page.uses().sources(),
                page.corrections());
        Draft draft = plan.draft(page.route(), page.title(), page.summary(), content)
                .of(page.article())
                .says(plan.jsonLd(asking).corrected(page))
                .below();
        page.uses().tables().forEach(table -> draft.says(plan.jsonLd(asking).dataset(table, page.route())));
        List<Block.Answer> answers = ArticlePages.answers(page.body());
        return (answers.isEmpty() ? draft : draft.says(plan.jsonLd(asking).faq(answers))).sheet();
    }
}
