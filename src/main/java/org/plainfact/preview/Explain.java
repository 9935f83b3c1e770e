package org.plainfact.preview;

import java.util.List;

/** How a figure came to its value. */
public interface Explain {
    /** Lines of plain text, as {@code plainfact explain} prints them; none for an unknown address. */
    List<String> of(String figureAddress);
}
