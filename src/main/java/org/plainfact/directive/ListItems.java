package org.plainfact.directive;

import java.util.ArrayList;
import java.util.List;
import org.plainfact.content.Body;
import org.plainfact.content.Body.Part;

/** Takes a list in a body apart. What stands outside its items is left out. */
final class ListItems {
    private final List<List<Part>> items = new ArrayList<>();
    private List<Part> item = new ArrayList<>();
    private int depth;

    private ListItems() {}

    static List<List<Part>> of(Body body) {
        ListItems items = new ListItems();
        for (Part part : body.parts()) {
            if (part instanceof Part.Html html) {
                items.read(html.html());
            } else if (items.depth > 0) {
                items.item.add(part);
            }
        }
        return List.copyOf(items.items);
    }

    private void read(String html) {
        int from = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            boolean opens = Html.isTag(html, at, "<li");
            boolean closes = Html.isTag(html, at, "</li");
            boolean paragraph = depth == 1 && (Html.isTag(html, at, "<p") || Html.isTag(html, at, "</p"));
            if (opens || closes || paragraph) {
                boolean inner = opens ? depth > 0 : closes && depth > 1;
                if (!inner) {
                    text(html, from, at);
                    from = Html.endOfTag(html, at);
                }
                depth += opens ? 1 : closes ? -1 : 0;
                if (closes && depth == 0) {
                    items.add(List.copyOf(item));
                    item = new ArrayList<>();
                }
            }
        }
        text(html, from, html.length());
    }

    private void text(String html, int from, int to) {
        String text = html.substring(from, to);
        if (depth > 0 && !(text.isBlank() && item.isEmpty())) {
            item.add(new Part.Html(item.isEmpty() ? text.stripLeading() : text));
        }
    }
}
