package org.plainfact.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plainfact.data.Entry;
import org.plainfact.disk.Trees;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Table;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.memo.World;
import org.plainfact.site.Assembly;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Routes;
import org.plainfact.site.Site;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** A project folder and a site of a few pages for tests. */
final class Kitchen {
    final Path root;
    final Path output;
    final List<Output> outputs = new ArrayList<>();
    Findings findings = new Findings();

    Kitchen(Path folder) {
        this.root = folder.resolve("project");
        this.output = root.resolve("target/site");
        file("jbake.properties", "site.title=A site\nsite.host=https://example.org/sub\n");
        file("templates/not-found.ftlh", "<title>${page.title}</title>");
    }

    Kitchen file(String path, String text) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(Trees.parent(file));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return this;
    }

    /** The template of all pages made by {@link #page}. */
    Kitchen template(String text) {
        return file("templates/not-found.ftlh", text);
    }

    Kitchen page(String path, String title) {
        outputs.add(page(Route.of(path), title, new Content.NotFound(List.of())));
        return this;
    }

    Kitchen page(String path, Content content) {
        outputs.add(page(Route.of(path), "A page", content));
        return this;
    }

    private static Output.Page page(Route route, String title, Content content) {
        Output.Sheet sheet = new Output.Sheet(
                title, "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), content);
        return new Output.Page(
                route,
                content.kind(),
                content.text(),
                true,
                new Memory().begin().later(new Drawer("sheets", false, false), sheet));
    }

    Configuration configuration() {
        return Configuration.read(
                        tree(), new Configuration.Options(Optional.empty(), false, false, "2026-01-01"), findings)
                .orElseThrow(() -> new AssertionError(findings.sorted()));
    }

    SourceTree tree() {
        return new SourceTree(root, findings);
    }

    Bakery.Order order() {
        Configuration configuration = configuration();
        Site site = new Site(configuration.settings(), new Links("/sub"), outputs, 0, new World());
        Assets assets = Assets.read(tree(), configuration, session(), findings);
        return new Bakery.Order(
                tree(), configuration, assets, site, output, "Plainfact 0", false, Bakery.Progress.NONE);
    }

    /** Bakes with new findings. */
    /** One that remembers nothing. */
    static Session session() {
        return Assembly.memory().begin();
    }

    Bakery.Result bake() {
        return bake(Swap.Way.AT_ONCE, Steps.NONE);
    }

    Bakery.Result bake(Swap.Way way, Steps steps) {
        return bake(Printer.Limits.USUAL, way, steps);
    }

    Bakery.Result bake(Printer.Limits limits, Swap.Way way, Steps steps) {
        findings = new Findings();
        return Bakery.bake(order(), session(), findings, limits, way, steps);
    }

    List<String> problems() {
        return findings.sorted().stream().map(Finding::toString).toList();
    }

    /** The text of a published file. */
    String published(String path) {
        try {
            return Files.readString(output.resolve(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Path and content of all that lies in a folder; links as such, folders that are empty too. */
    static Map<String, String> contents(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String name = folder.relativize(file).toString();
                if (Files.isSymbolicLink(file)) {
                    contents.put(name, "-> " + Files.readSymbolicLink(file));
                } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    contents.put(name, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return contents;
    }

    Map<String, String> published() {
        Map<String, String> contents = contents(output);
        contents.remove(Manifest.NAME);
        return contents;
    }

    /** What lies beside the output folder. */
    List<String> beside() {
        try (var files = Files.list(Trees.parent(output))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("site"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Addresses by plain rules. */
    private record Links(String base) implements Routes {
        @Override
        public Object ground() {
            return base;
        }

        @Override
        public Optional<Route> find(String path) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return Optional.of(Route.of("/" + name.replace(".md", "") + "/"));
        }

        @Override
        public Route of(Entry entry) {
            return Route.of("/" + entry.collection() + "/" + entry.id() + "/");
        }

        @Override
        public Route ofSource(Entry source) {
            return Route.of("/sources/" + source.id() + "/");
        }

        @Override
        public Route of(Figure figure) {
            return Route.of("/figures/" + figure.record() + "/");
        }

        @Override
        public String link(Figure figure) {
            return link(of(figure)) + "#" + figure.field();
        }

        @Override
        public Route csv(Table table) {
            return Route.of("/tables/" + table.id() + ".csv");
        }

        @Override
        public Route json(Table table) {
            return Route.of("/tables/" + table.id() + ".json");
        }

        @Override
        public String link(Route route) {
            return base + route;
        }

        @Override
        public String absolute(Route route) {
            return "https://example.org" + base + route;
        }
    }
}
