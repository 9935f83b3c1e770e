package org.plainfact.bake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.plainfact.content.Article;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** Prints pages with the project's templates. Safe for several threads. */
final class Printer implements AutoCloseable {
    private final FtlhTemplateEngine engine;
    private final Configuration configuration;
    private final Functions functions;
    private final Deadline deadline;
    private final int maxCharacters;
    private final Map<String, Object> shared;
    private final Map<String, Optional<String>> templates = new ConcurrentHashMap<>();
    private final Map<TemplateFault, Fate> faults = new ConcurrentHashMap<>();

    Printer(
            FtlhTemplateEngine engine,
            Configuration configuration,
            Site site,
            Functions functions,
            String generator,
            Limits limits) {
        this.engine = engine;
        this.configuration = configuration;
        this.functions = functions;
        this.deadline = new Deadline(limits.longest());
        this.maxCharacters = limits.maxCharacters();
        this.shared = new HashMap<>(functions.all());
        shared.put("site", site.settings());
        shared.put("config", site.settings().other());
        shared.put("generator", generator);
    }

    /** How far one page may go before it is taken for a loop without an end. */
    record Limits(int maxCharacters, Duration longest) {
        static final Limits USUAL = new Limits(50_000_000, Duration.ofSeconds(30));
    }

    /** What pages suffered from one fault: how many, and the first of them by address. */
    private record Fate(Route first, long count) {
        Fate and(Fate other) {
            return new Fate(first.compareTo(other.first) <= 0 ? first : other.first, count + other.count);
        }
    }

    /** The page in UTF-8; empty where its template fails, which {@link #tell} tells. */
    Optional<byte[]> print(Output.Page page) {
        Optional<String> template = templates.computeIfAbsent(kind(page.content()), this::templateOf);
        if (template.isEmpty()) {
            fault(page, noTemplate(page.content().kind()));
            return Optional.empty();
        }
        return print(page, template.get());
    }

    /** Tells each fault once, however many pages it hit. */
    void tell(Findings findings) {
        faults.forEach((fault, fate) -> {
            String more = fate.count() > 1 ? " and " + (fate.count() - 1) + " more" : "";
            findings.error(
                    "template",
                    fault.span(),
                    fault.problem() + " (printing " + fate.first() + more + ")",
                    fault.hint());
        });
    }

    @Override
    public void close() {
        deadline.close();
    }

    private Optional<byte[]> print(Output.Page page, String template) {
        PageBuffer buffer = new PageBuffer(maxCharacters);
        try (Deadline.Guard guard = deadline.start()) {
            try {
                engine.renderDocument(model(page), template, buffer);
                return Optional.of(buffer.bytes());
            } catch (RenderingException | RuntimeException | StackOverflowError e) {
                fault(page, guard.missed() ? Optional.of(tooSlow(template)) : told(e, template));
                return Optional.empty();
            }
        }
    }

    private Optional<TemplateFault> told(Throwable fault, String template) {
        Throwable cause = fault instanceof RenderingException ? fault.getCause() : null;
        return TemplateFault.of(cause == null ? fault : cause, configuration.templateFolder() + "/", template);
    }

    private TemplateModel model(Output.Page page) {
        TemplateModel model = new TemplateModel();
        model.putAll(shared);
        model.put("page", page);
        model.put("content", page.content());
        article(page.content()).ifPresent(article -> model.put("asset", functions.assetFor(article)));
        return model;
    }

    private void fault(Output.Page page, Optional<TemplateFault> fault) {
        fault.ifPresent(it -> faults.merge(it, new Fate(page.route(), 1), Fate::and));
    }

    private TemplateFault tooSlow(String template) {
        return TemplateFault.plain(
                configuration.templateFolder() + "/" + template,
                "printing takes longer than " + deadline.longest().toSeconds() + " s; is there a loop without an end?");
    }

    private Optional<TemplateFault> noTemplate(String kind) {
        String wanted = configuration.template(kind).orElse(kind + ".ftlh");
        SourceSpan span = configuration.template(kind).isPresent()
                ? configuration.templateSpan(kind)
                : SourceSpan.of(configuration.templateFolder() + "/" + wanted);
        return Optional.of(new TemplateFault(
                span,
                "there is no template \"" + wanted + "\"",
                Nearest.hint(wanted, engine.names()).or(() -> Optional.of("a template is a .ftlh or .ftlx file"))));
    }

    /** The key of {@link #templates}: a collection may have a template of its own. */
    private static String kind(Content content) {
        return content instanceof Content.OfRecord record
                ? record.kind() + " " + record.entry().collection()
                : content.kind();
    }

    private Optional<String> templateOf(String kind) {
        List<String> kinds = List.of(kind.split(" ")).reversed();
        Optional<String> named = kinds.stream()
                .flatMap(it -> configuration.template(it).stream())
                .findFirst();
        String plain = kinds.getLast();
        return named.map(Stream::of)
                .orElseGet(() -> Stream.of(plain + ".ftlh", plain + ".ftlx"))
                .filter(engine::has)
                .findFirst();
    }

    static Optional<Article> article(Content content) {
        return switch (content) {
            case Content.Explainer it -> Optional.of(it.article());
            case Content.Standing it -> Optional.of(it.article());
            case Content.Question it -> Optional.of(it.article());
            case Content.Term it -> Optional.of(it.article());
            default -> Optional.empty();
        };
    }
}
