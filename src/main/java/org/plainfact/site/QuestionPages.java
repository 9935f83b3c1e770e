package org.plainfact.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainfact.directive.Block;
import org.plainfact.memo.Asking;

/** A page for each question. */
final class QuestionPages implements TextPages<List<Link>> {
    private static final int RELATED = 5;

    private final Plan plan;
    private final List<Face> questions;
    private final Map<String, List<Face>> byTopic;
    private final Map<String, Map<String, Integer>> positions = new HashMap<>();

    QuestionPages(Plan plan, List<Face> questions) {
        this.plan = plan;
        this.questions = questions;
        this.byTopic = QuestionList.byTopic(questions);
        byTopic.forEach((topic, all) -> {
            Map<String, Integer> places = new HashMap<>();
            all.forEach(question -> places.put(question.path(), places.size()));
            positions.put(topic, places);
        });
    }

    @Override
    public String kind() {
        return "question";
    }

    @Override
    public Output.Sheet sheet(Rendered question, List<Link> related, Asking asking) {
        Content content = new Content.Question(
                question.article(),
                question.body(),
                question.article().head().topics().stream()
                        .map(plan.addresses()::topic)
                        .toList(),
                related,
                question.uses().sources(),
                question.corrections());
        Block.Answer answer = new Block.Answer(question.article(), question.body());
        return plan.draft(question.route(), question.title(), summary(question), content)
                .of(question.article())
                .says(plan.jsonLd(asking).faq(List.of(answer)))
                .says(plan.jsonLd(asking).corrected(question))
                .below(QuestionList.link(plan))
                .sheet();
    }

    /** A question needs no description of its own: its answer begins with one. */
    static String summary(Rendered question) {
        return question.summary().isEmpty() ? Excerpt.of(question.body()) : question.summary();
    }

    /** Those that follow it under each of its topics, each topic in turn. */
    @Override
    public List<Link> beside(int position) {
        Face question = questions.get(position);
        Map<Route, Link> found = new LinkedHashMap<>();
        for (int step = 1; step <= RELATED; step++) {
            for (String topic : question.head().topics()) {
                Link next = after(question, topic, step).link();
                if (found.size() < RELATED && !next.route().equals(question.route())) {
                    found.putIfAbsent(next.route(), next);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Face after(Face question, String topic, int steps) {
        List<Face> all = byTopic.getOrDefault(topic, List.of(question));
        int position = positions.getOrDefault(topic, Map.of()).getOrDefault(question.path(), 0);
        return all.get((position + steps) % all.size());
    }
}
