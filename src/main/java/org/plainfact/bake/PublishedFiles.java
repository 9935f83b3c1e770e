package org.plainfact.bake;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainfact.content.Article;
import org.plainfact.site.Published;
import org.plainfact.site.Route;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** The assets and the media beside articles, as texts name them. */
public final class PublishedFiles implements Published {
    private final Assets assets;
    private final String contentFolder;
    private final Set<Route> routes;

    private PublishedFiles(Assets assets, String contentFolder) {
        this.assets = assets;
        this.contentFolder = contentFolder + "/";
        this.routes = assets.all().stream().map(Assets.Asset::route).collect(Collectors.toUnmodifiableSet());
    }

    public static PublishedFiles read(SourceTree tree, Configuration configuration, Findings findings) {
        String content = configuration.contentFolder();
        return new PublishedFiles(Assets.read(tree, configuration.assetFolder(), content, findings), content);
    }

    /** A file of the asset folder may be written with a slash before it. */
    @Override
    public Optional<Route> find(String written, Article from) {
        String name = written.startsWith("/") ? written.substring(1) : written;
        return assets.find(name)
                .or(() -> assets.find(written, Printer.folder(from, contentFolder)))
                .map(Assets.Asset::route);
    }

    @Override
    public boolean has(Route route) {
        return routes.contains(route);
    }
}
