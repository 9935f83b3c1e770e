package org.plainfact.site;

import java.util.Optional;
import org.plainfact.data.Entry;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;

/** Where things stand on the site. Links are paths below the domain, base path included, such as {@code /sub/faq/}. */
public interface Routes {
    /**
     * The page of an article; empty where it is not on this site.
     *
     * @param path of its file, relative to the project
     */
    Optional<Route> find(String path);

    /** The record's own page where its collection has such pages; its working page otherwise. */
    Route of(Entry record);

    /** The page of a source. */
    Route ofSource(Entry source);

    /** The working page of the figure's record. */
    Route of(Figure figure);

    /** Link to the figure's working: its page with an anchor. */
    String link(Figure figure);

    Route csv(Table table);

    Route json(Table table);

    /** A route as a link: the base path before it. */
    String link(Route route);

    /** A route as an absolute address. */
    String absolute(Route route);

    /** The same object while every content file stands where it stood. */
    Object ground();
}
