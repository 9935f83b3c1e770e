package org.plainfact.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.data.Unit;
import org.plainfact.directive.Library;
import org.plainfact.directive.Links;
import org.plainfact.figure.Calculator;
import org.plainfact.figure.Figure;
import org.plainfact.figure.Figures;
import org.plainfact.figure.Formula;
import org.plainfact.figure.Table;
import org.plainfact.memo.Drawer;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;

/** Puts a site together from content and data. */
public final class Assembly {
    private static final Drawer EXPANSIONS = new Drawer("expansions", true, false);

    private final Plan plan;
    private final Published files;
    private final Findings findings;

    private Assembly(Plan plan, Published files, Findings findings) {
        this.plan = plan;
        this.files = files;
        this.findings = findings;
    }

    /** For the builds of a project: nothing is remembered yet. */
    public static Memory memory() {
        return new Memory(
                Set.of(
                        Article.class,
                        Entry.class,
                        Figure.class,
                        Calculator.class,
                        Formula.class,
                        Table.class,
                        Content.Listing.class,
                        SearchEntries.Found.class,
                        Output.Page.class),
                Map.of(
                        Unit.class,
                        value -> value instanceof Unit unit
                                ? List.of(unit.label(), unit.name(), unit.spoken(), unit.dimension())
                                : List.of()));
    }

    /**
     * The whole site. What is wrong with it goes to the findings; where there is an error among them, the site is not
     * fit to be written.
     *
     * @param articles every content file, drafts included, in any order
     * @param files what links and pictures may lead to beside pages
     * @param session what an earlier build made of the same
     */
    public static Site assemble(
            Settings settings,
            Dataset data,
            Figures figures,
            List<Article> articles,
            Published files,
            Session session,
            Findings findings) {
        Shelf shelf = Shelf.of(articles, settings, session);
        Addresses addresses = new Addresses(settings, shelf, session, findings);
        References references = new References(settings, addresses, files);
        Plan plan = new Plan(
                settings,
                data,
                figures,
                shelf,
                addresses,
                new Labels(settings.other()),
                references,
                session,
                session.alike(EXPANSIONS, settings.standing()).fingerprint());
        session.world().know(Plan.class, plan);
        session.world().know(Links.class, references);
        session.world().know(Library.class, new Library(data, figures, shelf.shown(), shelf.hidden(), session));
        return new Assembly(plan, files, findings).site();
    }

    private Site site() {
        List<Rendered> articles = render(Written.ARTICLES, plan.shelf().articles());
        List<Rendered> pages = render(Written.PAGES, plan.shelf().pages());
        List<Rendered> questions = render(Written.QUESTIONS, plan.shelf().questions());
        List<Rendered> terms = render(Written.TERMS, plan.shelf().terms());
        Faces faces = new Faces(
                Face.of(Written.ARTICLES, articles, plan),
                Face.of(Written.PAGES, pages, plan),
                Face.of(Written.QUESTIONS, questions, plan),
                Face.of(Written.TERMS, terms, plan));
        Frame frame = Frame.of(plan, faces, findings);
        Written written = new Written(plan, frame);
        written.add(Written.ARTICLES, articles, faces.articles(), new ArticlePages(plan, faces.articles()));
        written.add(Written.PAGES, pages, faces.pages(), new StandingPages(plan));
        written.add(Written.QUESTIONS, questions, faces.questions(), new QuestionPages(plan, faces.questions()));
        written.add(Written.TERMS, terms, faces.terms(), new TermPages(plan, faces.terms(), frame.mentions()));
        new LinkCheck(plan, frame, files, findings)
                .check(Stream.of(articles, pages, questions, terms)
                        .flatMap(List::stream)
                        .toList());
        return new Site(
                plan.settings(),
                plan.addresses(),
                frame.filled(written),
                frame.owners(),
                plan.shelf().texts(),
                frame.mentions().figures(),
                plan.session().world());
    }

    private List<Rendered> render(String kind, List<Article> texts) {
        Session.Row row = new Session.Row(EXPANSIONS, kind, texts, kind);
        return plan.session().recallAll(row, findings, position -> {
            Article article = texts.get(position);
            return new Session.Wanted<>(
                    article.path(),
                    article,
                    (reads, found) -> Rendered.of(article, plan.addresses().of(article), reads, found));
        });
    }
}
