package org.plainfact.publish;

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
                .filter(page -> page.text().isEmpty() && page.content() instanceof Content.Redirect)
                .map(page -> new Redirect(page.route(), ((Content.Redirect) page.content()).target()))
                .toList();
    }

    /** A line of {@code _redirects}: both addresses as they stand in a request. */
    String line(String basePath) {
        return basePath + from.encoded() + " " + basePath + to.encoded() + " 301\n";
    }
}
