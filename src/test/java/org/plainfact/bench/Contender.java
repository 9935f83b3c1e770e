package org.plainfact.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A generator of sites with a corpus in its own form.
 *
 * @param version as it says it
 * @param template that all its pages share
 * @param command that builds the site into a folder
 * @param environment by a folder in which it may keep what it likes
 */
record Contender(
        String name,
        String version,
        Project project,
        Path template,
        Function<Path, List<String>> command,
        Function<Path, Map<String, String>> environment) {
    static final String PLAINFACT = "Plainfact";
    static final String HUGO = "Hugo";
    static final String ZOLA = "Zola";

    /** Plainfact and, where they are installed, the others. */
    static List<Contender> all(Path work, int articles) throws IOException, InterruptedException {
        List<Contender> all = new ArrayList<>();
        Contender own = plainfact(work, articles);
        all.add(own);
        Optional<String> hugo = HugoSite.version();
        if (hugo.isPresent()) {
            Project site = HugoSite.write(work.resolve("hugo"), own.project);
            all.add(new Contender(
                    HUGO,
                    hugo.get(),
                    site,
                    site.folder().resolve(HugoSite.TEMPLATE),
                    HugoSite::build,
                    HugoSite::environment));
        }
        Optional<String> zola = ZolaSite.version();
        if (zola.isPresent()) {
            Project site = ZolaSite.write(work.resolve("zola"), own.project);
            all.add(new Contender(
                    ZOLA,
                    zola.get(),
                    site,
                    site.folder().resolve(ZolaSite.TEMPLATE),
                    ZolaSite::build,
                    cache -> Map.of()));
        }
        return List.copyOf(all);
    }

    /** Names of those that are not installed. */
    static List<String> missing() throws InterruptedException {
        List<String> missing = new ArrayList<>();
        if (HugoSite.version().isEmpty()) {
            missing.add(HUGO);
        }
        if (ZolaSite.version().isEmpty()) {
            missing.add(ZOLA);
        }
        return missing;
    }

    static Contender plainfact(Path work, int articles) throws IOException, InterruptedException {
        Path folder = work.resolve("plainfact");
        Path log = work.resolve("log");
        Run.of(Plainfact.launched("init", folder.toString()), environment(work.resolve("cache")), work, log);
        Corpus.write(folder, articles);
        return new Contender(
                PLAINFACT,
                Plainfact.version(log),
                Project.in(folder),
                folder.resolve("templates/layout.ftlh"),
                out -> Plainfact.launched("build", folder.toString(), "--out", out.toString()),
                Contender::environment);
    }

    private static Map<String, String> environment(Path cache) {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", cache.toString());
    }

    /** Builds the site. */
    Run build(Path out, Path cache, Path log) throws IOException, InterruptedException {
        return Run.of(command.apply(out), environment.apply(cache), project.folder(), log);
    }
}
