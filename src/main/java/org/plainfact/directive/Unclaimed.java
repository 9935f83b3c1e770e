package org.plainfact.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.content.Body.Part;
import org.plainfact.source.SourceSpan;

/**
 * The rule {@code claim-missing}: finds sentences that compare a figure in words which no claim binds to the data. The
 * words are data, and without a list of them nothing is found. What somebody else is quoted with is not looked at.
 */
final class Unclaimed {
    private static final Pattern END = Pattern.compile("[.!?][”’)*]*\\s|\\n");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");

    private final Pattern words;
    private final Scope scope;
    private final StringBuilder said = new StringBuilder();
    private final List<Part.Role> figures = new ArrayList<>();
    private boolean claimed;

    private Unclaimed(Pattern words, Scope scope) {
        this.words = words;
        this.scope = scope;
    }

    /** Warns of a text's sentences. */
    static void tell(List<Part> parts, Scope scope) {
        boolean figures = parts.stream().anyMatch(part -> calls(part, "figure"));
        if (figures && !scope.ask(new Asked.ComparingWords()).isEmpty()) {
            Unclaimed rule = new Unclaimed(scope.library().comparing(), scope);
            parts.forEach(rule::read);
            rule.end();
        }
    }

    private static boolean calls(Part part, String role) {
        return part instanceof Part.Role call && call.name().equals(role);
    }

    private void read(Part part) {
        switch (part) {
            case Part.Html html -> read(Html.text(html.html().replace('\n', ' ')));
            case Part.Directive ignored -> end();
            case Part.Role role -> {
                claimed |= calls(role, "claim");
                if (calls(role, "figure")) {
                    figures.add(role);
                }
                // Stands for a word, so that none is made of what is around it.
                said.append(" _ ");
            }
        }
    }

    private void read(String text) {
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            said.append(text, from, end.end());
            end();
            from = end.end();
        }
        said.append(text, from, text.length());
    }

    private void end() {
        if (!claimed && !figures.isEmpty()) {
            Matcher word = words.matcher(QUOTED.matcher(said).replaceAll("“”"));
            if (word.find()) {
                tell(word.group(), figures.getFirst().span());
            }
        }
        said.setLength(0);
        figures.clear();
        claimed = false;
    }

    private void tell(String word, SourceSpan span) {
        scope.findings()
                .warning(
                        "claim-missing",
                        span,
                        "\"" + word + "\" compares a figure in words that nothing holds to the data",
                        Optional.of("declare what is claimed in data/claims.json and write {claim}`" + word
                                + " <id>`, or say it in other words"));
    }
}
