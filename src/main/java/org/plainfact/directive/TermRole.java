package org.plainfact.directive;

import java.util.Optional;
import org.plainfact.content.Article;
import org.plainfact.content.Body.Part;
import org.plainfact.directive.Block.Inline;

/** A word that the glossary explains: by id, shown as the term's title, or in the author's own words. */
final class TermRole implements Role {
    @Override
    public Optional<Inline> expand(Part.Role call, Scope scope) {
        return scope.term(call.target(), call.span())
                .map(term -> new Inline.TermRef(term, call.label().orElseGet(() -> words(call.target(), term))));
    }

    private static String words(String target, Article.Reference term) {
        return target.equals(term.id()) ? term.title() : target;
    }
}
