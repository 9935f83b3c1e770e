package org.plainfact.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.plainfact.content.Article.FrontMatter;
import org.plainfact.source.SourceSpan;

/** A page for each topic and tag, and all of them. */
final class TopicPages implements Pages {
    private final Plan plan;
    private final SortedMap<String, Bearers> topics;
    private final SortedMap<String, Bearers> tags;

    /** What bears one topic or tag, in the order of lists. */
    private record Bearers(List<Face> articles, List<Face> questions, SourceSpan place) {}

    TopicPages(Plan plan, Faces faces) {
        this.plan = plan;
        this.topics = bearers(faces, "topics", FrontMatter::topics);
        this.tags = bearers(faces, "tags", FrontMatter::tags);
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
                bearers.articles.stream().map(Face::listing).toList(),
                bearers.questions.stream().map(Face::link).toList());
        return plan.draft(
                        link.route(),
                        link.title(),
                        link.title() + " – " + plan.settings().title(),
                        content)
                .below(parent)
                .page();
    }

    private static SortedMap<String, Bearers> bearers(
            Faces faces, String key, Function<FrontMatter, List<String>> names) {
        Map<String, Bearers> bearers = new HashMap<>();
        faces.articles().forEach(page -> add(page, key, names, bearers, Bearers::articles));
        faces.questions().forEach(page -> add(page, key, names, bearers, Bearers::questions));
        return new TreeMap<>(bearers);
    }

    private static void add(
            Face page,
            String key,
            Function<FrontMatter, List<String>> names,
            Map<String, Bearers> bearers,
            Function<Bearers, List<Face>> list) {
        for (String name : names.apply(page.head())) {
            List<Face> all = list.apply(bearers.computeIfAbsent(
                    name, each -> new Bearers(new ArrayList<>(), new ArrayList<>(), page.spanOf(key))));
            // A name may be written twice.
            if (all.isEmpty() || all.getLast() != page) {
                all.add(page);
            }
        }
    }
}
