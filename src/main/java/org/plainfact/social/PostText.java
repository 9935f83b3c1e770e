package org.plainfact.social;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plainfact.data.Json;

/** A post as texts: to be copied by hand, and for programs that post. */
public final class PostText {
    private PostText() {}

    /** {@code post.txt}: the title, if there is one, and each text of a thread behind a line {@code ---}. */
    public static String plain(Post post) {
        return post.heading().map(title -> title + "\n\n").orElse("")
                + post.messages().stream().map(Message::text).collect(Collectors.joining("\n\n---\n\n"))
                + "\n";
    }

    /** {@code post.json}; {@code src/doc/carousels.md} says what is in it. */
    public static String json(Post post) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("article", post.article());
        out.put("articleTitle", post.title());
        out.put("platform", post.platform().id());
        out.put("limitsAsOf", post.platform().asOf());
        post.heading().ifPresent(title -> out.put("title", counted(title, post.headingBudgets())));
        out.put(
                "texts",
                post.messages().stream().map(message -> message(post, message)).toList());
        out.put("hashtags", post.hashtags());
        out.put("link", post.link());
        out.put("media", post.platform().media(post.slides()));
        out.put(
                "slides",
                post.slides().stream().map(slide -> slide(post, slide)).toList());
        out.put("notes", post.notes());
        return Json.pretty(out);
    }

    private static Map<String, Object> message(Post post, Message message) {
        Map<String, Object> out = counted(message.text(), message.budgets());
        if (post.platform().text().stream().anyMatch(limit -> limit.counting() == Counting.LITTLE_TEXT)) {
            out.put("sent", Counting.littleText(message.text()));
        }
        out.put("slides", message.slides().stream().map(Slide::number).toList());
        return out;
    }

    private static Map<String, Object> slide(Post post, Slide slide) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", slide.number());
        out.put("kind", slide.kind().word());
        out.put("text", slide.text());
        out.put("badges", slide.badges());
        out.put("alt", counted(slide.alt(), post.altBudgets().get(slide.number() - 1)));
        return out;
    }

    private static Map<String, Object> counted(String text, List<Budget> budgets) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("text", text);
        out.put("counts", budgets.stream().map(PostText::budget).toList());
        return out;
    }

    private static Map<String, Object> budget(Budget budget) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("counting", budget.counting().id());
        out.put("used", budget.used());
        out.put("most", budget.most());
        out.put("left", budget.left());
        return out;
    }
}
