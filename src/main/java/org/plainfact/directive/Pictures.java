package org.plainfact.directive;

import java.util.Optional;

/**
 * Pictures in the HTML of a text: each gets its size, so that nothing moves when it comes, and its smaller copies. The first
 * of a page is loaded at once, the others when a reader comes near them.
 */
final class Pictures {
    private static final String TAG = "<img ";

    private Pictures() {}

    static String sized(String html, Scope scope) {
        int tag = html.indexOf(TAG);
        if (tag < 0) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length() + 200);
        int copied = 0;
        for (; tag >= 0; tag = html.indexOf(TAG, copied)) {
            int end = Html.endOfTag(html, tag);
            out.append(html, copied, tag).append(sizedTag(html.substring(tag, end), scope));
            copied = end;
        }
        return out.append(html, copied, html.length()).toString();
    }

    private static String sizedTag(String tag, Scope scope) {
        Optional<Links.Picture> picture = Html.attribute(tag, "src").flatMap(scope::picture);
        boolean sized = Html.attribute(tag, "width").isPresent()
                || Html.attribute(tag, "height").isPresent();
        StringBuilder more = new StringBuilder();
        if (picture.isPresent() && !sized) {
            more.append(" width=\"").append(picture.get().width());
            more.append("\" height=\"").append(picture.get().height()).append('"');
        }
        if (!scope.page().firstPicture(scope.from())) {
            more.append(" loading=\"lazy\" decoding=\"async\"");
        }
        String whole = tag.substring(0, tag.length() - 1) + more + ">";
        return picture.filter(it -> !it.srcset().isEmpty())
                .map(it -> "<picture><source type=\"image/webp\" srcset=\"" + Html.escape(it.srcset()) + "\" sizes=\""
                        + Html.escape(it.sizes()) + "\">" + whole + "</picture>")
                .orElse(whole);
    }
}
