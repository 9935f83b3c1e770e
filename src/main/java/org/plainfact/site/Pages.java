package org.plainfact.site;

/** A family of pages or files. */
interface Pages {
    void addTo(Outputs outputs);
}
