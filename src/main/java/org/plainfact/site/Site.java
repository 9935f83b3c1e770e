package org.plainfact.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plainfact.content.Article;
import org.plainfact.memo.World;

/**
 * The complete site, immutable.
 *
 * @param outputs every page and file but assets, sorted by route; no two share one
 * @param owners of the same, in the same order; the same object in builds of one project while nothing moves
 * @param texts that authors wrote and the site shows, by file
 * @param figures how many figures the ledger holds
 * @param world what files look up while they are made
 */
public record Site(
        Settings settings,
        Routes routes,
        List<Output> outputs,
        List<Owner> owners,
        List<Article> texts,
        int figures,
        World world) {
    public Site {
        outputs = List.copyOf(outputs);
        owners = List.copyOf(owners);
        texts = List.copyOf(texts);
    }

    /** Of outputs that stand sorted already. */
    public Site(Settings settings, Routes routes, List<Output> outputs, int figures, World world) {
        this(
                settings,
                routes,
                outputs,
                outputs.stream().map(Owner::of).toList(),
                outputs.stream()
                        .flatMap(output -> text(output).stream())
                        .sorted(Comparator.comparing(Article::path))
                        .toList(),
                figures,
                world);
    }

    /**
     * Who has an address.
     *
     * @param name the path of the text that stands there, or words
     */
    public record Owner(Route route, String name) implements Comparable<Owner> {
        static Owner of(Output output) {
            return new Owner(
                    output.route(),
                    output instanceof Output.Page page
                            ? page.text()
                                    .map(article -> article.path())
                                    .orElseGet(() -> "the " + page.content().kind() + " page")
                            : "a file that is made");
        }

        @Override
        public int compareTo(Owner other) {
            return route.compareTo(other.route);
        }
    }

    /**
     * The same beside a site that is made by other rules and holds some files already: of what is no author's text, those are
     * left out.
     *
     * @param taken paths of files
     */
    public Site beside(Set<String> taken) {
        return new Site(
                settings,
                routes,
                outputs.stream()
                        .filter(output -> text(output).isPresent()
                                || !taken.contains(output.route().file()))
                        .toList(),
                figures,
                world);
    }

    private static Optional<Article> text(Output output) {
        return output instanceof Output.Page page ? page.text() : Optional.empty();
    }

    /** Whether one of the outputs stands there. */
    public boolean has(Route route) {
        return position(route.path()) >= 0;
    }

    /** Where among the outputs the one stands that has an address, by its path; negative where none has. */
    public int position(String path) {
        int low = 0;
        int high = owners.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = owners.get(middle).route().path().compareTo(path);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** What stands in a file that is made. */
    public String text(Output.TextFile file) {
        return file.text().apply(world);
    }
}
