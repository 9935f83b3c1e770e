package org.plainfact.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.directive.Block;
import org.plainfact.site.Content.Group;

/** A page for each question, and all of them by topic. */
final class QuestionPages implements Pages {
    private static final int RELATED = 5;

    private final Plan plan;
    private final List<Rendered> questions;
    private final SortedMap<String, List<Rendered>> byTopic = new TreeMap<>();
    private final Map<String, Map<String, Integer>> positions = new HashMap<>();

    QuestionPages(Plan plan, List<Rendered> questions) {
        this.plan = plan;
        this.questions = questions;
        questions.forEach(question -> question.article().head().topics().stream()
                .distinct()
                .forEach(topic ->
                        byTopic.computeIfAbsent(topic, key -> new ArrayList<>()).add(question)));
        byTopic.forEach((topic, all) -> {
            Map<String, Integer> places = new HashMap<>();
            all.forEach(question -> places.put(question.article().path(), places.size()));
            positions.put(topic, places);
        });
    }

    @Override
    public void addTo(Outputs outputs) {
        Link faq = plan.labelled("faq", "/faq/");
        outputs.add(
                "the list of questions",
                plan.draft(faq.route(), faq.title(), plan.settings().description(), new Content.Faq(groups()))
                        .below()
                        .page());
        questions.forEach(question -> outputs.add(
                "the question",
                question.article().head().spanOf("slug", question.article().path()),
                page(question, faq)));
    }

    private Output.Page page(Rendered question, Link faq) {
        Content content = new Content.Question(
                question.article(),
                question.body(),
                question.article().head().topics().stream()
                        .map(plan.addresses()::topic)
                        .toList(),
                related(question),
                question.uses().sources());
        Block.Answer answer = new Block.Answer(question.article(), question.body());
        return plan.draft(question.route(), question.title(), summary(question), content)
                .of(question.article())
                .says(plan.jsonLd().faq(List.of(answer)))
                .below(faq)
                .page();
    }

    /** A question needs no description of its own: its answer begins with one. */
    static String summary(Rendered question) {
        return question.summary().isEmpty() ? Excerpt.of(question.body()) : question.summary();
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        byTopic.forEach((topic, all) -> groups.add(group(topic, all)));
        List<Rendered> others = questions.stream()
                .filter(question -> question.article().head().topics().isEmpty())
                .toList();
        if (!others.isEmpty()) {
            groups.add(group(plan.labels().get("faq.other"), others));
        }
        return List.copyOf(groups);
    }

    private static Group group(String title, List<Rendered> questions) {
        return new Group(
                title,
                "topic-" + Slug.of(title),
                questions.stream().map(Rendered::link).toList());
    }

    /** Those that follow it under each of its topics, each topic in turn. */
    private List<Link> related(Rendered question) {
        Map<Route, Link> found = new LinkedHashMap<>();
        Collection<String> topics = question.article().head().topics();
        for (int step = 1; step <= RELATED; step++) {
            for (String topic : topics) {
                Link next = after(question, topic, step).link();
                if (found.size() < RELATED && !next.route().equals(question.route())) {
                    found.putIfAbsent(next.route(), next);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Rendered after(Rendered question, String topic, int steps) {
        List<Rendered> all = byTopic.getOrDefault(topic, List.of(question));
        int position = positions
                .getOrDefault(topic, Map.of())
                .getOrDefault(question.article().path(), 0);
        return all.get((position + steps) % all.size());
    }
}
