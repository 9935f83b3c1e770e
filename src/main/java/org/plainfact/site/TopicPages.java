package org.plainfact.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plainfact.content.Article;
import org.plainfact.content.Article.FrontMatter;
import org.plainfact.source.SourceSpan;

/** A page for each topic and tag, and all of them. */
final class TopicPages implements Pages {
    private final Plan plan;
    private final Listings listings;
    private final SortedMap<String, Bearers> topics;
    private final SortedMap<String, Bearers> tags;

    /** What bears one topic or tag, in the order of lists. */
    private record Bearers(List<Rendered> articles, List<Rendered> questions, SourceSpan place) {}

    TopicPages(Plan plan, List<Rendered> articles, List<Rendered> questions, Listings listings) {
        this.plan = plan;
        this.listings = listings;
        this.topics = bearers(articles, questions, "topics", FrontMatter::topics);
        this.tags = bearers(articles, questions, "tags", FrontMatter::tags);
    }

    @Override
    public void addTo(Outputs outputs) {
        Link parent = plan.labelled("topics", "/topics/");
        Content all = new Content.Topics(
                topics.keySet().stream().map(plan.addresses()::topic).toList(),
                tags.keySet().stream().map(plan.addresses()::tag).toList());
        outputs.add(
                "the list of topics",
                plan.draft(parent.route(), parent.title(), plan.settings().description(), all)
                        .below()
                        .page());
        topics.forEach((name, bearers) -> outputs.add(
                "the topic \"" + name + "\"",
                bearers.place,
                page(plan.addresses().topic(name), false, bearers, parent)));
        tags.forEach((name, bearers) -> outputs.add(
                "the tag \"" + name + "\"", bearers.place, page(plan.addresses().tag(name), true, bearers, parent)));
    }

    private Output.Page page(Link link, boolean tag, Bearers bearers, Link parent) {
        Content content = new Content.Topic(
                link.title(),
                tag,
                listings.of(bearers.articles),
                bearers.questions.stream().map(Rendered::link).toList());
        return plan.draft(
                        link.route(),
                        link.title(),
                        link.title() + " – " + plan.settings().title(),
                        content)
                .below(parent)
                .page();
    }

    private static SortedMap<String, Bearers> bearers(
            List<Rendered> articles, List<Rendered> questions, String key, Function<FrontMatter, List<String>> names) {
        Map<String, Bearers> bearers = new HashMap<>();
        articles.forEach(page -> add(page, key, names, bearers, Bearers::articles));
        questions.forEach(page -> add(page, key, names, bearers, Bearers::questions));
        return new TreeMap<>(bearers);
    }

    private static void add(
            Rendered page,
            String key,
            Function<FrontMatter, List<String>> names,
            Map<String, Bearers> bearers,
            Function<Bearers, List<Rendered>> list) {
        Article article = page.article();
        for (String name : names.apply(article.head())) {
            List<Rendered> all = list.apply(bearers.computeIfAbsent(
                    name,
                    each -> new Bearers(
                            new ArrayList<>(), new ArrayList<>(), article.head().spanOf(key, article.path()))));
            // A name may be written twice.
            if (all.isEmpty() || all.getLast() != page) {
                all.add(page);
            }
        }
    }
}
