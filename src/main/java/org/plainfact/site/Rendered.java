package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plainfact.content.Article;
import org.plainfact.content.PlainText;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.directive.Expansion;
import org.plainfact.directive.Plain;
import org.plainfact.directive.Uses;
import org.plainfact.memo.Asking;
import org.plainfact.source.Findings;

/**
 * A content file with its roles and directives expanded.
 *
 * @param summary the description without markup
 * @param minutes a reader needs, at least 1
 * @param anchors ids on its page
 */
record Rendered(
        Article article,
        Route route,
        List<Inline> description,
        String summary,
        Optional<List<Inline>> hook,
        List<List<Inline>> takeaways,
        List<Block> body,
        List<Content.Correction> corrections,
        int minutes,
        Uses uses,
        Set<String> anchors) {
    private static final int WORDS_PER_MINUTE = 220;

    static Rendered of(Article article, Route route, Asking asking, Findings findings) {
        Expansion page = new Expansion(asking, findings);
        List<Inline> description = page.inlines(article, article.head().description());
        Optional<List<Inline>> hook = article.head().hook().map(text -> page.inlines(article, text));
        List<List<Inline>> takeaways = article.head().takeaways().stream()
                .map(text -> page.inlines(article, text))
                .toList();
        List<Block> body = page.blocks(article, article.body());
        List<Content.Correction> corrections = Corrections.of(article, page);
        return new Rendered(
                article,
                route,
                description,
                Plain.text(description),
                hook,
                takeaways,
                body,
                corrections,
                Math.max(1, Math.ceilDiv(PlainText.words(article.body()), WORDS_PER_MINUTE)),
                page.uses(),
                page.anchors());
    }

    Link link() {
        return new Link(title(), route);
    }

    String title() {
        return article.head().title();
    }

    String updated() {
        return article.head().updated().or(article.head()::date).orElse("");
    }
}
