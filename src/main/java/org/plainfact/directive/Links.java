package org.plainfact.directive;

import org.plainfact.content.Article;

/** How an address in a text becomes one that works on every page of the site. */
public interface Links {
    /** The address of a link in a file, as the site serves it; unchanged where it leads elsewhere. */
    String href(Article from, String written);

    /** The address of a picture in a file, as the site serves it. */
    String src(Article from, String written);
}
