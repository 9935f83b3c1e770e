package org.plainfact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Body.Part;
import org.plainfact.figure.Figure;
import org.plainfact.impact.Edition;
import org.plainfact.impact.Reading;
import org.plainfact.impact.Reading.Kind;
import org.plainfact.site.Route;
import org.plainfact.social.Message;
import org.plainfact.social.Post;
import org.plainfact.social.Slide;
import org.plainfact.source.SourceSpan;

/** What looks at a project are to the comparison of two sites. */
final class Editions {
    private Editions() {}

    static Edition of(Build.Look look) {
        SortedMap<String, Edition.Leaf> files = new TreeMap<>();
        look.files()
                .ifPresent(proofs -> proofs.forEach(
                        (path, proof) -> files.put(path, new Edition.Leaf(proof.sha256(), proof.content()::bytes))));
        return new Edition(
                files,
                look.material().map(Editions::texts).orElse(Map.of()),
                look.material()
                        .filter(material -> !files.isEmpty())
                        .map(Editions::posts)
                        .orElseGet(TreeMap::new),
                look.findings());
    }

    private static Map<String, Edition.Text> texts(Build.Material material) {
        Map<String, Edition.Text> texts = new HashMap<>();
        for (Article article : material.articles()) {
            material.site()
                    .routes()
                    .find(article.path())
                    .map(Route::file)
                    .ifPresent(file -> texts.put(
                            file,
                            new Edition.Text(
                                    article.head().spanOf("description", article.path()), calls(article, material))));
        }
        return texts;
    }

    private static List<Edition.Call> calls(Article article, Build.Material material) {
        List<Edition.Call> calls = new ArrayList<>();
        article.bodies().forEach(body -> add(body, material, calls));
        return calls;
    }

    private static void add(Body body, Build.Material material, List<Edition.Call> calls) {
        for (Part part : body.parts()) {
            switch (part) {
                case Part.Html ignored -> {}
                case Part.Role role ->
                    figure(role.target(), material).ifPresent(link -> calls.add(new Edition.Call(link, role.span())));
                case Part.Directive directive -> {
                    String argument = directive.argument().strip();
                    calls.add(new Edition.Call(
                            figure(argument, material).orElse("#" + directive.name() + "-" + argument),
                            directive.span()));
                    add(directive.body(), material, calls);
                }
            }
        }
    }

    /** The link of a figure, or of the first that a claim rests on. */
    private static Optional<String> figure(String name, Build.Material material) {
        Optional<Figure> figure = material.numbers()
                .figures()
                .find(name)
                .or(() -> material.numbers()
                        .figures()
                        .claim(name)
                        .flatMap(claim -> claim.figures().stream().findFirst()));
        return figure.map(material.site().routes()::link);
    }

    private static SortedMap<String, SortedMap<String, List<Reading>>> posts(Build.Material material) {
        SortedMap<String, SortedMap<String, List<Reading>>> posts = new TreeMap<>();
        Sheets sheets = material.sheets();
        for (String article : sheets.carousels().articles()) {
            SortedMap<String, List<Reading>> byPlatform = new TreeMap<>();
            for (Post post : sheets.carousels().posts(article, sheets.platforms(), sheets.platforms())) {
                byPlatform.put(post.platform().id(), readings(post));
            }
            posts.put(article, byPlatform);
        }
        return posts;
    }

    private static List<Reading> readings(Post post) {
        List<Reading> readings = new ArrayList<>();
        for (Slide slide : post.slides()) {
            lines(Kind.SLIDE, slide.text() + "\n" + String.join("\n", slide.badges()), slide.span(), readings);
            lines(Kind.ALT, slide.alt(), slide.span(), readings);
        }
        SourceSpan article = post.slides().stream()
                .findFirst()
                .map(slide -> SourceSpan.of(slide.span().path()))
                .orElseGet(() -> SourceSpan.of(post.article()));
        post.heading().ifPresent(heading -> lines(Kind.CAPTION, heading, article, readings));
        for (Message message : post.messages()) {
            lines(Kind.CAPTION, message.text(), article, readings);
        }
        return readings;
    }

    private static void lines(Kind kind, String text, SourceSpan place, List<Reading> readings) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> readings.add(new Reading(kind, "", line, Set.of(), Optional.of(place))));
    }
}
