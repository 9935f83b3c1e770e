package org.plainfact.bake;

import java.util.List;

/** Draws a sheet of HTML and CSS that a template printed. From any thread; the same sheet gives the same bytes. */
public interface Painter {
    Painting paint(String html, int width, int height);

    /**
     * @param png the picture
     * @param flaws what is wrong with the drawing
     */
    record Painting(byte[] png, List<Flaw> flaws) {
        public Painting {
            flaws = List.copyOf(flaws);
        }
    }

    /** @param rule of the finding that it is told as */
    record Flaw(String rule, String problem, String hint) {}
}
