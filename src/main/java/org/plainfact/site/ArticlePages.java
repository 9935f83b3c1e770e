package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.directive.Block;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Fingerprint;
import org.plainfact.memo.Reads;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** A page and a Markdown twin for each article. */
record ArticlePages(Plan plan, List<Rendered> articles, Twins twins) implements Pages {
    private static final Drawer DRAWER = new Drawer("article-pages", false, false);

    @Override
    public void addTo(Outputs outputs) {
        for (int i = 0; i < articles.size(); i++) {
            Rendered article = articles.get(i);
            SourceSpan place =
                    article.article().head().spanOf("slug", article.article().path());
            outputs.add("the article", place, recalled(article, linkTo(i - 1), linkTo(i + 1)));
            outputs.add("the Markdown twin of the article", place, twins.of(article));
        }
    }

    /** All that an article's page is made from beside what it looks up. */
    private record Key(Rendered page, Optional<Link> newer, Optional<Link> older, Fingerprint constants) {}

    private Output.Page recalled(Rendered page, Optional<Link> newer, Optional<Link> older) {
        return plan.session()
                .recall(
                        DRAWER,
                        page.article().path(),
                        new Key(page, newer, older, plan.constants()),
                        new Findings(),
                        (reads, found) -> page(page, newer, older, reads));
    }

    private Optional<Link> linkTo(int position) {
        return position < 0 || position >= articles.size()
                ? Optional.empty()
                : Optional.of(articles.get(position).link());
    }

    private Output.Page page(Rendered page, Optional<Link> newer, Optional<Link> older, Reads reads) {
        JsonLd jsonLd = plan.jsonLd(reads);
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
                newer,
                older,
                plan.addresses().twin(page.article()));
        Draft draft = plan.draft(page.route(), page.title(), page.summary(), content)
                .of(page.article())
                .says(jsonLd.article(page));
        page.uses().tables().forEach(table -> draft.says(jsonLd.dataset(table, page.route())));
        List<Block.Answer> answers = answers(page.body());
        if (!answers.isEmpty()) {
            draft.says(jsonLd.faq(answers));
        }
        return draft.below(parent(head)).page();
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
