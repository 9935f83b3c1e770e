package org.plainfact.publish;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Site;

/**
 * An old address that leads to a new one.
 *
 * @param from where the site has a page that leads on
 */
public record Redirect(Route from, Route to) {
    /** All of a site, by route. */
    public static List<Redirect> of(Site site) {
        return site.outputs().stream()
                .filter(Output.Page.class::isInstance)
                .map(Output.Page.class::cast)
                .filter(page -> page.content() instanceof Content.Redirect)
                .map(page -> new Redirect(page.route(), ((Content.Redirect) page.content()).target()))
                .toList();
    }

    /** A line of {@code _redirects}: both addresses as they stand in a request. */
    String line(String basePath) {
        return encoded(basePath + from.path()) + " " + encoded(basePath + to.path()) + " 301\n";
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
