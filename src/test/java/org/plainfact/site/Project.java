package org.plainfact.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.ContentOptions;
import org.plainfact.content.ContentReader;
import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.figure.FigureReader;
import org.plainfact.figure.Figures;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** A small project on heat pumps, as texts; tests add what they are about. */
public final class Project {
    private static final String SOURCES = """
            {"records": [
              {"id": "field-trial", "title": "Field trial </script> of 2024", "url": "https://example.org/trial"},
              {"id": "data-sheet", "title": "Data sheet", "url": "https://example.org/sheet"}
            ]}
            """;
    private static final String PUMPS = """
            {"records": [
              {"id": "alpha", "title": "Pump Alpha", "note": "Stands in a barn.",
               "provenance": {"status": "measured", "sources": ["field-trial"]},
               "heat": {"value": 9, "unit": "kW", "title": "heat delivered"},
               "power": {"value": 3, "unit": "kW", "title": "power drawn"}},
              {"id": "beta", "title": "Pump Beta",
               "provenance": {"status": "planned", "sources": ["data-sheet"]},
               "heat": {"low": 8, "high": 10, "unit": "kW", "title": "heat delivered"},
               "power": {"value": 2, "unit": "kW", "title": "power drawn"}}
            ]}
            """;
    private static final String FORMULAS = """
            {"records": [
              {"id": "cop", "title": "Coefficient of performance", "symbol": "C", "expression": "heat / power",
               "inputs": [
                 {"name": "heat", "symbol": "Q", "title": "heat delivered", "unit": "kW"},
                 {"name": "power", "symbol": "P", "title": "power drawn", "unit": "kW"}],
               "unit": "ratio"}
            ]}
            """;
    private static final String CALCULATIONS = """
            {"records": [
              {"id": "alpha-cop", "title": "Pump Alpha at work",
               "inputs": {"heat": "alpha.heat", "power": "alpha.power"},
               "outputs": {"cop": {"formula": "cop"}},
               "note": "On one day.", "not-for": "other days"}
            ]}
            """;
    private static final String TABLE = """
            {"id": "pumps", "title": "Pumps", "caption": "What the pumps deliver",
             "rows": {"collection": "pumps"},
             "columns": [
               {"text": "title", "title": "Pump"},
               {"figure": "heat", "title": "Heat", "unit": "kW"}],
             "not-for": "which pump to buy"}
            """;

    private static final String CURVE = """
            {"id": "alpha-cop-by-power", "title": "Alpha by power", "caption": "The more it draws, the less it makes of it",
             "curve": "alpha-cop.cop", "over": "power",
             "provenance": {"status": "assumption"},
             "from": {"value": 2, "unit": "kW"}, "to": {"value": 4, "unit": "kW"}, "steps": 2,
             "anchors": [{"title": "As it is", "value": "alpha-cop.cop", "over": "alpha.power"}],
             "not-for": "other pumps"}
            """;

    private static final String CALCULATOR = """
            {"id": "a-pump", "title": "A pump of your choice", "calculation": "alpha-cop",
             "controls": [
               {"input": "power", "low": 1, "high": 10, "step": 0.5},
               {"choice": "pump", "title": "Pump", "rows": ["alpha", "beta"], "inputs": {"heat": "heat"}}],
             "results": ["cop"], "not-for": "which pump to buy"}
            """;

    private static final String CLAIMS = """
            {"records": [
              {"id": "alpha-over-double", "title": "Alpha delivers more than twice what it draws",
               "words": ["more than double", "more than twice"],
               "inputs": {"heat": "alpha.heat", "power": "alpha.power"}, "predicate": "heat > 2 * power"},
              {"id": "alpha-fourfold", "title": "Alpha delivers four times what it draws",
               "words": ["at least four times"],
               "inputs": {"heat": "alpha.heat", "power": "alpha.power"}, "predicate": "heat >= 4 * power"},
              {"id": "beta-over-alpha", "title": "Beta delivers more than Alpha", "words": ["more"],
               "inputs": {"alpha": "alpha.heat", "beta": "beta.heat"}, "predicate": "beta > alpha"}
            ]}
            """;

    private final Path folder;
    private final Findings findings = new Findings();
    private Settings settings = settings("https://example.org");
    private Published files = Published.UNKNOWN;

    private Project(Path folder) {
        this.folder = folder;
    }

    public static Project in(Path folder) {
        return new Project(folder)
                .with("data/sources.json", SOURCES)
                .with("data/pumps.json", PUMPS)
                .with("data/formulas.json", FORMULAS)
                .with("data/calculations.json", CALCULATIONS)
                .with("data/tables/pumps.json", TABLE)
                .with("data/charts/alpha-cop-by-power.json", CURVE)
                .with("data/schema/chart.schema.json", "{}")
                .with("data/calculators/a-pump.json", CALCULATOR)
                .with("data/claims.json", CLAIMS)
                .with("data/schema/calculator.schema.json", "{}")
                .with("data/schema/claims.schema.json", "{}")
                .with("data/schema/sources.schema.json", "{}")
                .with("data/schema/pumps.schema.json", "{}")
                .with("data/schema/formulas.schema.json", "{}")
                .with("data/schema/calculations.schema.json", "{}")
                .with("data/schema/table.schema.json", "{}");
    }

    static Settings settings(String baseUrl) {
        return new Settings(
                "Warm & Dry",
                "Heat, measured",
                "What heat pumps do",
                baseUrl,
                "en",
                "The Editors",
                List.of(),
                List.of(),
                "",
                "",
                List.of("pumps"),
                2,
                false,
                false,
                "2026-01-31",
                Map.of());
    }

    static Settings showing(boolean drafts, boolean future) {
        Settings plain = settings("https://example.org");
        return new Settings(
                plain.title(),
                plain.tagline(),
                plain.description(),
                plain.baseUrl(),
                plain.language(),
                plain.publisher(),
                plain.navigation(),
                plain.footer(),
                plain.disclaimer(),
                plain.policy(),
                plain.recordPages(),
                plain.articlesPerPage(),
                drafts,
                future,
                plain.today(),
                plain.other());
    }

    Project with(Settings other) {
        settings = other;
        return this;
    }

    Project with(Published other) {
        files = other;
        return this;
    }

    public Project with(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An article of 1 January 2026. */
    public Project article(String name, String text) {
        return article(name, "2026-01-01", "", text);
    }

    /** @param head further lines of front matter */
    Project article(String name, String date, String head, String text) {
        return with(
                "content/articles/" + name + ".md",
                "---\ntitle: About " + name + "\ndescription: On " + name + ".\ndate: " + date + "\nstatus: published\n"
                        + head + (head.isEmpty() ? "" : "\n") + "---\n" + text + "\n");
    }

    public Project question(String name, String topics, String text) {
        return with(
                "content/faq/" + name + ".md",
                "---\ntitle: Why " + name + "?\ntopics: [" + topics + "]\nstatus: published\n---\n" + text + "\n");
    }

    public Project term(String name, String title, String text) {
        return with(
                "content/glossary/" + name + ".md",
                "---\ntitle: " + title + "\nstatus: published\n---\n" + text + "\n");
    }

    public Project page(String name, String text) {
        return with(
                "content/pages/" + name + ".md",
                "---\ntitle: Page " + name + "\nstatus: published\n---\n" + text + "\n");
    }

    /** What a site is assembled from. */
    record Inputs(Dataset data, Figures figures, List<Article> articles) {}

    Inputs inputs() {
        SourceTree tree = new SourceTree(folder, findings);
        Dataset data = DatasetReader.read(tree, findings);
        Figures figures = FigureReader.read(data, findings);
        return new Inputs(data, figures, ContentReader.read(tree, ContentOptions.standard(), findings));
    }

    public Site site() {
        Inputs inputs = inputs();
        return Assembly.assemble(
                settings,
                inputs.data,
                inputs.figures,
                inputs.articles,
                files,
                Assembly.memory().begin(),
                findings);
    }

    List<Finding> findings() {
        site();
        return findings.sorted();
    }

    public List<String> told() {
        return findings().stream().map(Finding::toString).toList();
    }

    static Stream<String> routes(Site site) {
        return site.outputs().stream().map(output -> output.route().path());
    }

    static Output.Page page(Site site, String route) {
        return (Output.Page) output(site, route);
    }

    static String file(Site site, String route) {
        return site.text((Output.TextFile) output(site, route));
    }

    public static <T extends Content> T content(Site site, String route, Class<T> kind) {
        return kind.cast(page(site, route).content());
    }

    private static Output output(Site site, String route) {
        return site.outputs().stream()
                .filter(output -> output.route().path().equals(route))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no " + route + " among " + routes(site).toList()));
    }
}
