package org.plainfact.picture;

import java.util.List;
import org.plainfact.picture.Sheet.Edges;
import org.plainfact.picture.Sheet.Rules;

/** Sheets for tests: 1080 × 1350, seen on a phone, with 60 pixels kept free at each edge. */
final class Sheets {
    static final Studio STUDIO = new Studio();

    private static final String FRAME = """
            <html><head><style>
            body { background-color: #fdfdfc; color: #1b1f22; font: 400 40px/1.4 "Source Sans 3" }
            .page { position: relative; width: 1080px; height: 1350px; background-color: #fdfdfc }
            .text { position: absolute; left: 80px; top: 80px; width: 920px; height: 1190px }
            h1, p { margin: 0 }
            h1 { font: 600 96px/1.1 "Source Serif 4 Display" }
            %s
            </style></head><body><div class="page"><div class="text">%s</div></div></body></html>
            """;

    private Sheets() {}

    static Sheet of(String css, String html) {
        return new Sheet(FRAME.formatted(css, html), 1080, 1350, Rules.phone(new Edges(60, 60, 60, 60)));
    }

    static Sheet of(String html) {
        return of("", html);
    }

    static List<Flaw> flaws(String css, String html) {
        return STUDIO.draw(of(css, html)).flaws();
    }
}
