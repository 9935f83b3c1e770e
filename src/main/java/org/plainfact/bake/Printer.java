package org.plainfact.bake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.plainfact.bake.Manifest.Stamp;
import org.plainfact.memo.Alike;
import org.plainfact.memo.Asking;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Session;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.source.Findings;
import org.plainfact.source.Nearest;
import org.plainfact.source.SourceSpan;

/** Prints pages with the project's templates. Safe for several threads. */
final class Printer implements AutoCloseable {
    static final Drawer DRAWER = new Drawer("outputs", false, true);

    private final FtlhTemplateEngine engine;
    private final Configuration configuration;
    private final Session session;
    private final Deadline deadline;
    private final int maxCharacters;
    private final String generator;
    private final Map<String, Optional<String>> templates = new ConcurrentHashMap<>();
    private final Faults faults = new Faults();

    /** What is too slow often stands in what many pages share: no more are begun, lest each takes as long. */
    private volatile boolean slow;

    /** The session's world has a register, assets and a template engine. */
    Printer(Configuration configuration, Session session, String generator, Limits limits) {
        this.engine = session.world().part(FtlhTemplateEngine.class);
        this.configuration = configuration;
        this.session = session;
        this.deadline = new Deadline(limits.longest());
        this.maxCharacters = limits.maxCharacters();
        this.generator = generator;
    }

    /** How far one page may go before it is taken for a loop without an end. */
    record Limits(int maxCharacters, Duration longest) {
        static final Limits USUAL = new Limits(50_000_000, Duration.ofSeconds(30));
    }

    /** Name and version of the program. */
    String generator() {
        return generator;
    }

    /**
     * What a page is made from.
     *
     * @param page stands for all that it is given
     */
    private record Key(Alike page, String template, String generator) {}

    /**
     * What is known of a file that was printed.
     *
     * @param path relative to the output
     */
    record Printed(String path, Stamp stamp) {
        static Printed of(Output output, byte[] bytes) {
            return new Printed(output.route().file(), Stamp.of(bytes));
        }
    }

    /** Given what is known of a page or file that had to be looked into. */
    interface Ready {
        /** @param fresh its bytes, in UTF-8, where it was printed for that */
        void take(int position, Printed printed, Optional<byte[]> fresh);
    }

    /**
     * Prints pages and files, each unless it is known what would come out.
     *
     * @return what each holds; empty where its template fails, which {@link #tell} tells
     */
    List<Optional<Printed>> printAll(List<? extends Output> outputs, Ready ready) {
        Session.Row row =
                new Session.Row(DRAWER, "", outputs, List.of(generator, configuration.templates(), engine.names()));
        return session.recallAll(row, position -> {
            AtomicReference<Optional<byte[]>> fresh = new AtomicReference<>(Optional.empty());
            return wanted(outputs.get(position), bytes -> fresh.set(Optional.of(bytes)))
                    .ready(printed -> printed.ifPresent(it -> ready.take(position, it, fresh.get())));
        });
    }

    private Session.Wanted<Optional<Printed>> wanted(Output output, Consumer<byte[]> fresh) {
        return switch (output) {
            case Output.Page page ->
                Session.Wanted.of(
                        page.route().path(),
                        new Key(
                                session.alike(DRAWER, page.basis()),
                                chosen(page).orElse(""),
                                generator),
                        reads -> {
                            Optional<byte[]> bytes = print(page, reads);
                            bytes.ifPresentOrElse(fresh, reads::spoil);
                            return bytes.map(made -> Printed.of(page, made));
                        });
            case Output.TextFile file ->
                Session.Wanted.of(
                        file.route().path(), new Key(session.alike(DRAWER, file.basis()), "", generator), reads -> {
                            byte[] bytes = bytes(file, reads);
                            fresh.accept(bytes);
                            return Optional.of(Printed.of(file, bytes));
                        });
        };
    }

    private Optional<byte[]> print(Output.Page page, Asking asking) {
        Optional<String> template = chosen(page);
        if (template.isEmpty()) {
            fault(page.route(), noTemplate(page.content().kind()));
            return Optional.empty();
        }
        return print(page.route(), template.get(), model(page, asking), asking);
    }

    private Optional<String> chosen(Output.Page page) {
        return templates.computeIfAbsent(page.kind(), this::templateOf);
    }

    /** The name of the template that prints a page. */
    String template(Output.Page page) {
        return chosen(page).orElseThrow();
    }

    /**
     * The bytes of a file that was made before without a fault; also after this printer is closed.
     *
     * @throws IllegalStateException where it has one now
     */
    byte[] again(Output output) {
        try {
            return switch (output) {
                case Output.TextFile file -> bytes(file, session.world());
                case Output.Page page ->
                    bytes(templateOf(page.kind()).orElseThrow(), model(page, session.world()), session.world());
            };
        } catch (RenderingException e) {
            throw new IllegalStateException("cannot be printed again: " + output.route(), e);
        }
    }

    private static byte[] bytes(Output.TextFile file, Asking asking) {
        return file.text().apply(asking).getBytes(StandardCharsets.UTF_8);
    }

    /** Limits the time of what the calling thread does until it is closed. */
    Deadline.Guard guard() {
        return deadline.start();
    }

    /** Tells each fault once, however many pages it hit. */
    void tell(Findings findings) {
        faults.tell(findings);
    }

    @Override
    public void close() {
        deadline.close();
    }

    /**
     * Prints a template that is not that of a page.
     *
     * @param place names what is printed in findings
     * @param given what the template sees beside what every template does
     * @return empty where it fails, which {@link #tell} tells
     */
    Optional<byte[]> print(Route place, String template, Map<String, ?> given, Asking asking) {
        if (!engine.has(template)) {
            fault(
                    place,
                    Optional.of(missing(template, SourceSpan.of(configuration.templateFolder() + "/" + template))));
            return Optional.empty();
        }
        TemplateModel model = model(asking);
        model.putAll(given);
        return print(place, template, model, asking);
    }

    private Optional<byte[]> print(Route place, String template, TemplateModel model, Asking asking) {
        if (slow) {
            return Optional.empty();
        }
        try (Deadline.Guard guard = deadline.start()) {
            try {
                return Optional.of(bytes(template, model, asking));
            } catch (RenderingException | RuntimeException | StackOverflowError e) {
                boolean missed = guard.missed();
                fault(place, missed ? Optional.of(tooSlow(template)) : told(e, template));
                if (missed) {
                    slow = true;
                }
                return Optional.empty();
            }
        }
    }

    private byte[] bytes(String template, TemplateModel model, Asking asking) throws RenderingException {
        PageBuffer buffer = new PageBuffer(maxCharacters);
        engine.render(model, template, buffer, asking);
        return buffer.bytes();
    }

    private Optional<TemplateFault> told(Throwable fault, String template) {
        return TemplateFault.of(TemplateFault.cause(fault), configuration.templateFolder() + "/", template);
    }

    /** What every template sees. */
    private TemplateModel model(Asking asking) {
        TemplateModel model = new TemplateModel();
        model.putAll(new Functions(asking).all());
        model.put("site", new Tracked.Site(asking));
        model.put("config", new Tracked.Config(asking));
        model.put("generator", generator);
        return model;
    }

    private TemplateModel model(Output.Page page, Asking asking) {
        TemplateModel model = model(asking);
        model.put("page", page);
        model.put("content", page.content());
        page.text().ifPresent(article -> model.put("asset", new Functions(asking).assetFor(article)));
        return model;
    }

    private void fault(Route place, Optional<TemplateFault> fault) {
        fault.ifPresent(it -> faults.add(place.path(), it));
    }

    private TemplateFault tooSlow(String template) {
        return TemplateFault.tooSlow(configuration.templateFolder() + "/" + template, deadline.longest());
    }

    private Optional<TemplateFault> noTemplate(String kind) {
        String wanted = configuration.template(kind).orElse(kind + ".ftlh");
        SourceSpan span = configuration.template(kind).isPresent()
                ? configuration.templateSpan(kind)
                : SourceSpan.of(configuration.templateFolder() + "/" + wanted);
        return Optional.of(missing(wanted, span));
    }

    private TemplateFault missing(String template, SourceSpan span) {
        return new TemplateFault(
                span,
                "there is no template \"" + template + "\"",
                Nearest.hint(template, engine.names()).or(() -> Optional.of("a template is a .ftlh or .ftlx file")));
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
}
