package org.plainfact.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Carousel;
import org.plainfact.content.Passage;
import org.plainfact.page.Vague;
import org.plainfact.source.Finding;
import org.plainfact.source.Severity;
import org.plainfact.source.SourceSpan;

/**
 * Whether links and pictures of a text say what they are to those who hear the page: the rules {@code vague-link-text} and
 * {@code alt-is-file-name}.
 *
 * @param texts those of the file, with their places
 * @param links those of the file, the directives' among them
 * @param english whether they are
 */
record Access(List<Prose> texts, List<Body.Link> links, boolean english) {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[^\\s\uFFFC<>”\"]+");

    static Access of(Article article, List<Prose> texts, boolean english) {
        Article.FrontMatter head = article.head();
        return new Access(
                texts,
                Stream.of(
                                Stream.of(head.description()),
                                head.hook().stream(),
                                head.takeaways().stream(),
                                Stream.of(article.body()))
                        .flatMap(bodies -> bodies)
                        .flatMap(Body::allLinks)
                        .toList(),
                english);
    }

    static Access of(Carousel carousel, List<Prose> texts, boolean english) {
        return new Access(
                texts,
                carousel.slides().stream()
                        .flatMap(slide -> slide.body().allLinks())
                        .toList(),
                english);
    }

    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        links.stream().filter(link -> link.kind() == Body.Link.Kind.PAGE).forEach(link -> link(link, found));
        for (Prose text : texts) {
            if (text.kind() == Passage.Kind.ALT) {
                picture(text, found);
            } else {
                addresses(text, found);
            }
        }
        return found;
    }

    private void link(Body.Link link, List<Finding> found) {
        boolean address = ADDRESS.matcher(link.text()).matches();
        if (address ? !isInWords(link) : Vague.isVague(link.text(), english)) {
            found.add(warning("vague-link-text", link.span(), Vague.problem(link.text()), Vague.HINT));
        }
    }

    private boolean isInWords(Body.Link link) {
        return texts.stream().anyMatch(text -> text.text().contains(link.text()));
    }

    /** Those that are made links where they stand. */
    private static void addresses(Prose text, List<Finding> found) {
        if (!text.text().contains("://") && !text.text().contains("www.")) {
            return;
        }
        Matcher address = ADDRESS.matcher(text.text());
        while (address.find()) {
            String words = address.group().replaceAll("[.,;:!?)’']+$", "");
            found.add(warning("vague-link-text", text.at(address.start()), Vague.problem(words), Vague.HINT));
        }
    }

    private static void picture(Prose alt, List<Finding> found) {
        if (Vague.isFileName(alt.text())) {
            found.add(warning("alt-is-file-name", alt.at(0), Vague.altProblem(alt.text()), Vague.ALT_HINT));
        }
    }

    private static Finding warning(String rule, SourceSpan at, String problem, String hint) {
        return new Finding(Severity.WARNING, rule, at, problem, Optional.of(hint));
    }
}
