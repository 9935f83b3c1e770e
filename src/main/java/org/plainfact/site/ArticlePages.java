package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.directive.Block;
import org.plainfact.memo.Asking;

/** A page for each article. */
record ArticlePages(Plan plan, List<Face> articles) implements TextPages<ArticlePages.Neighbours> {
    /** The articles before and behind one in the list. */
    record Neighbours(Optional<Link> newer, Optional<Link> older) {}

    @Override
    public Neighbours beside(int position) {
        return new Neighbours(linkTo(position - 1), linkTo(position + 1));
    }

    private Optional<Link> linkTo(int position) {
        return position < 0 || position >= articles.size()
                ? Optional.empty()
                : Optional.of(articles.get(position).link());
    }

    @Override
    public String kind() {
        return "article";
    }

    @Override
    public Output.Sheet sheet(Rendered page, Neighbours beside, Asking asking) {
        JsonLd jsonLd = plan.jsonLd(asking);
        Article.FrontMatter head = page.article().head();
        Content content = new Content.Explainer(
                page.article(),
                page.description(),
                page.hook(),
                page.takeaways(),
                page.body(),
                page.article().body().headings(),
                page.minutes(),
                head.topics().stream().map(plan.addresses()::topic).toList(),
                head.tags().stream().map(plan.addresses()::tag).toList(),
                page.uses().sources(),
                page.corrections(),
                beside.newer,
                beside.older,
                plan.addresses().twin(page.article()));
        Draft draft = plan.draft(page.route(), page.title(), page.summary(), content)
                .of(page.article())
                .says(jsonLd.article(page));
        page.uses().tables().forEach(table -> draft.says(jsonLd.dataset(table, page.route())));
        List<Block.Answer> answers = answers(page.body());
        if (!answers.isEmpty()) {
            draft.says(jsonLd.faq(answers));
        }
        return draft.below(parent(head)).sheet();
    }

    /** An article stands below its first topic. */
    private Link[] parent(Article.FrontMatter head) {
        return head.topics().stream().limit(1).map(plan.addresses()::topic).toArray(Link[]::new);
    }

    static List<Block.Answer> answers(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> switch (block) {
                    case Block.Questions questions -> questions.answers().stream();
                    case Block.Callout callout -> answers(callout.body()).stream();
                    default -> Stream.<Block.Answer>empty();
                })
                .toList();
    }
}
