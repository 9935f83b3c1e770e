package org.plainfact.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.plainfact.bench.Corpus;
import org.plainfact.content.Article;
import org.plainfact.content.ContentOptions;
import org.plainfact.content.ContentReader;
import org.plainfact.data.Dataset;
import org.plainfact.data.DatasetReader;
import org.plainfact.disk.Trees;
import org.plainfact.figure.FigureReader;
import org.plainfact.figure.Figures;
import org.plainfact.memo.Session;
import org.plainfact.site.Assembly;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/**
 * The four costliest steps of a build, each alone and warm, for each article of a corpus (the figures: for the whole dataset).
 * Run by {@code mvn -Pbench-jmh verify}; with {@code -Dbench.jmh="template -f 1"} one of them, in one fork.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PipelineBenchmark {
    private static final int ARTICLES = 200;
    private static final Configuration.Options OPTIONS =
            new Configuration.Options(Optional.empty(), false, false, "2026-01-01");

    private Path work;
    private SourceTree tree;
    private Configuration configuration;
    private Dataset dataset;
    private Figures figures;
    private List<Article> articles;
    private final Map<Proof, byte[]> pages = new LinkedHashMap<>();
    private Session session;
    private Bakery.Order order;
    private Stage stage;

    /** Everything up to the last step, once. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, InterruptedException {
        work = Files.createTempDirectory("plainfact-bench");
        Path project = work.resolve("project");
        Corpus.start(project, ARTICLES);
        Findings findings = new Findings();
        tree = new SourceTree(project, findings);
        configuration = Configuration.read(tree, OPTIONS, findings).orElseThrow();
        dataset = DatasetReader.read(tree, findings);
        figures = FigureReader.read(dataset, findings);
        articles = ContentReader.read(tree, ContentOptions.standard(), findings);
        assemble();
        for (Proof page : Bakery.prove(order, session, findings).orElseThrow().values()) {
            pages.put(page, page.content().bytes());
        }
        refuse(findings);
    }

    @TearDown(Level.Trial)
    public void clear() throws IOException {
        Trees.delete(work);
    }

    /** A session that has seen no page, and an empty place for the pages. */
    @Setup(Level.Invocation)
    public void begin() {
        assemble();
        stage = Stage.open(
                OutputFolder.of(work.resolve("site"), tree.root(), List.of()), true, Swap.Way.AT_ONCE, Steps.NONE);
    }

    /** What was not committed is gone. */
    @TearDown(Level.Invocation)
    public void end() {
        stage.close();
    }

    private void assemble() {
        Findings findings = new Findings();
        session = Assembly.memory().begin();
        Assets assets = Assets.read(tree, configuration, session, findings);
        order = new Bakery.Order(
                tree,
                configuration,
                assets,
                Assembly.assemble(configuration.settings(), dataset, figures, articles, assets, session, findings),
                work.resolve("site"),
                "Plainfact",
                true,
                Bakery.Progress.NONE);
        refuse(findings);
    }

    /** A site with errors is not printed, which would look fast. */
    private static void refuse(Findings findings) {
        if (findings.hasErrors()) {
            throw new IllegalStateException(
                    findings.sorted().stream().map(Finding::toString).toList().toString());
        }
    }

    /** From the files: front matter, Markdown, safe HTML. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public List<Article> parse() {
        return ContentReader.read(tree, ContentOptions.standard(), new Findings());
    }

    /** All figures, tables and curves of the dataset. */
    @Benchmark
    public Figures evaluate() {
        return FigureReader.read(dataset, new Findings());
    }

    /** Every page and file of the site, as bytes, with their digests. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public Map<String, Proof> template() {
        return Bakery.prove(order, session, new Findings()).orElseThrow();
    }

    /** Every page and file of the site, into new folders. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public Stage write() {
        pages.forEach(stage::put);
        return stage;
    }
}
