package org.plainfact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plainfact.bake.Delivery;
import org.plainfact.bake.Piece;
import org.plainfact.memo.Crew;
import org.plainfact.social.Carousels;
import org.plainfact.social.Easel;
import org.plainfact.social.Medium;
import org.plainfact.social.Platform;
import org.plainfact.social.Post;
import org.plainfact.social.PostText;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;

/**
 * The posts of a site as files: texts, pictures, and the sheets on which an editor sees them.
 *
 * @param platforms all that are known
 * @param easel draws with the templates that a delivery prints
 */
record Sheets(Carousels carousels, List<Platform> platforms, Function<Delivery, Easel> easel) {
    /** In the folder of all posts. */
    static final String INDEX = "index.html";

    /**
     * The files of some posts.
     *
     * @param articles names as in {@link Carousels#articles}
     * @param findings of the posts
     */
    List<Piece> pieces(List<String> articles, List<Platform> wanted, Delivery delivery, Findings findings) {
        Easel drawing = easel.apply(delivery);
        List<List<Post>> all = Crew.map(articles, article -> carousels.posts(article, wanted, platforms)).stream()
                .filter(posts -> !posts.isEmpty())
                .toList();
        List<Piece> pieces = new ArrayList<>();
        boolean pictures = false;
        for (List<Post> posts : all) {
            for (Post post : posts) {
                List<Medium> media = drawing.media(post);
                pictures |= !media.isEmpty();
                post.findings().forEach(findings::add);
                addPost(post, media, pieces);
            }
        }
        pieces.add(sheet(INDEX, "carousel/index.ftlh", Map.of("articles", all, "pictures", pictures), delivery));
        for (List<Post> posts : all) {
            Map<String, Object> given =
                    Map.of("posts", posts.stream().map(Sheets::shown).toList(), "pictures", pictures);
            pieces.add(sheet(posts.getFirst().article() + "/index.html", "carousel/sheet.ftlh", given, delivery));
        }
        return List.copyOf(pieces);
    }

    private static void addPost(Post post, List<Medium> media, List<Piece> pieces) {
        pieces.add(text(post.folder() + "post.txt", PostText.plain(post)));
        pieces.add(text(post.folder() + "post.json", PostText.json(post)));
        media.forEach(
                medium -> pieces.add(new Piece(post.folder() + medium.file(), medium.basis(), medium.drawing()::draw)));
    }

    private static Piece text(String path, String text) {
        return new Piece(path, text, (asking, found) -> Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Piece sheet(String path, String template, Map<String, Object> given, Delivery delivery) {
        String place = "/carousel/" + path;
        return new Piece(path, given, (asking, found) -> delivery.print(place, template, given, asking, found));
    }

    /** A post with its findings in words: templates do not see places. */
    private static Map<String, Object> shown(Post post) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("post", post);
        shown.put("told", post.findings().stream().map(Sheets::told).toList());
        return shown;
    }

    private static Map<String, Object> told(Finding finding) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("place", finding.span().toString());
        told.put("severity", finding.severity().word());
        told.put("problem", finding.problem());
        told.put("hint", finding.hint().orElse(""));
        return told;
    }

    /** The files of all posts, by path. */
    Map<String, Piece> all(Delivery delivery) {
        Map<String, Piece> all = new LinkedHashMap<>();
        pieces(carousels.articles(), platforms, delivery, new Findings())
                .forEach(piece -> all.put(piece.path(), piece));
        return all;
    }
}
