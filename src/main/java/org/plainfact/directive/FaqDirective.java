package org.plainfact.directive;

import java.util.List;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Body.Option;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Answer;
import org.plainfact.source.Nearest;

/**
 * Questions with their answers: {@code {faq} id id}, or all of a {@code :topic:}. An answer holds no questions itself,
 * so answers cannot hold each other.
 */
final class FaqDirective implements Directive {
    @Override
    public Form form() {
        return Form.of(Need.OPTIONAL, Need.NONE, "topic");
    }

    @Override
    public List<Block> expand(Part.Directive call, Scope scope) {
        if (scope.from().type().equals("question")) {
            scope.findings()
                    .error(
                            "faq-in-answer",
                            call.span(),
                            "an answer cannot hold other questions",
                            "link to them with {page}`id`");
            return List.of();
        }
        List<Answer> answers = questions(call, scope)
                .distinct()
                .map(question -> answer(question, scope))
                .toList();
        return answers.isEmpty() ? List.of() : List.of(new Block.Questions(answers));
    }

    private static Stream<Article> questions(Part.Directive call, Scope scope) {
        Option topic = call.options().get("topic");
        if (topic == null && call.argument().isBlank()) {
            scope.findings()
                    .error(
                            "missing-argument",
                            call.span(),
                            "the directive \"faq\" needs ids of questions or a topic",
                            "write {faq} id, or :topic: name below it");
        }
        Stream<Article> named = Library.words(call.argument()).flatMap(id -> scope.question(id, call.span()).stream());
        return topic == null ? named : Stream.concat(named, onTopic(topic, scope));
    }

    private static Stream<Article> onTopic(Option topic, Scope scope) {
        List<Article> found = scope.ask(new Asked.QuestionsOn(topic.text().trim()));
        if (found.isEmpty()) {
            scope.findings()
                    .error(
                            "unknown-topic",
                            topic.span(),
                            "no question has the topic \"" + topic.text() + "\"",
                            Nearest.hint(topic.text(), scope.library().questionTopics()));
        }
        return found.stream();
    }

    private static Answer answer(Article question, Scope scope) {
        return new Answer(question, scope.page().blocks(question, question.body()));
    }
}
