package org.plainfact.site;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.site.Content.Group;

/** All questions, by topic. */
record QuestionList(Plan plan, List<Face> questions) implements Pages {
    static Link link(Plan plan) {
        return plan.labelled("faq", "/faq/");
    }

    @Override
    public void addTo(Outputs outputs) {
        Link faq = link(plan);
        outputs.add(
                "the list of questions",
                plan.draft(faq.route(), faq.title(), plan.settings().description(), new Content.Faq(groups()))
                        .below()
                        .page());
        outputs.reserve("the question", Written.QUESTIONS, questions);
    }

    /** Those that bear a topic, by topic, in their order. */
    static SortedMap<String, List<Face>> byTopic(List<Face> questions) {
        SortedMap<String, List<Face>> byTopic = new TreeMap<>();
        questions.forEach(question -> question.head().topics().stream()
                .distinct()
                .forEach(topic ->
                        byTopic.computeIfAbsent(topic, key -> new ArrayList<>()).add(question)));
        return byTopic;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        byTopic(questions).forEach((topic, all) -> groups.add(group(topic, all)));
        List<Face> others = questions.stream()
                .filter(question -> question.head().topics().isEmpty())
                .toList();
        if (!others.isEmpty()) {
            groups.add(group(plan.labels().get("faq.other"), others));
        }
        return List.copyOf(groups);
    }

    private static Group group(String title, List<Face> questions) {
        return new Group(
                title,
                "topic-" + Slug.of(title),
                questions.stream().map(Face::link).toList());
    }
}
