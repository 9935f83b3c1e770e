package org.plainfact.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceSpan;

/** The references of a style sheet to other files: {@code url(…)} and {@code @import "…"}. */
final class Stylesheet {
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*[\\s\\S]*?(?:\\*/|$)"
                    + "|(?<import>@import\\s+)(?:\"(?<imported>[^\"\\\\\n]*)\"|'(?<imported2>[^'\\\\\n]*)')"
                    + "|\\burl\\(\\s*(?:\"(?<double>[^\"\\\\\n]*)\"|'(?<single>[^'\\\\\n]*)'|(?<bare>[^\"'()\\\\\\s]+))\\s*\\)"
                    + "|\"(?:[^\"\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\.)*+'",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> GROUPS = List.of("imported", "imported2", "double", "single", "bare");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:[a-z][a-z0-9+.-]*:|//|#).*", Pattern.CASE_INSENSITIVE);

    private final SourceFile source;
    private final List<Reference> references;

    Stylesheet(SourceFile source) {
        this.source = source;
        this.references = find(source);
    }

    /** @param target the path alone, without query or fragment */
    record Reference(int start, int end, String target, SourceSpan span) {}

    /** In order; those to other sites, to data addresses and to fragments of the page are not among them. */
    List<Reference> references() {
        return references;
    }

    /** The text with each target replaced; one that is empty stays. */
    String with(Function<Reference, Optional<String>> replacement) {
        StringBuilder out = new StringBuilder(source.text().length() + 64);
        int from = 0;
        for (Reference reference : references) {
            Optional<String> target = replacement.apply(reference);
            if (target.isPresent()) {
                out.append(source.text(), from, reference.start()).append(target.get());
                from = reference.end();
            }
        }
        return out.append(source.text(), from, source.text().length()).toString();
    }

    private static List<Reference> find(SourceFile source) {
        List<Reference> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(source.text());
        while (token.find()) {
            for (String group : GROUPS) {
                String address = token.group(group);
                if (address != null && !ELSEWHERE.matcher(address).matches()) {
                    int start = token.start(group);
                    String path = address.split("[?#]", 2)[0];
                    found.add(new Reference(start, start + path.length(), path, source.at(start)));
                }
            }
        }
        return List.copyOf(found);
    }
}
