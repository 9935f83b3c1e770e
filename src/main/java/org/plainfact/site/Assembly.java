package org.plainfact.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.plainfact.memo.Later;
import org.plainfact.memo.Memory;
import org.plainfact.memo.Session;
import org.plainfact.source.Findings;

/** Puts a site together from content and data. */
public final class Assembly {
    private static final Drawer EXPANSIONS = new Drawer("expansions", true, true);
    private static final Drawer LEAVES = new Drawer("leaves", true, false);

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
                        SearchEntries.Found.class),
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
        Kind articles = render(Written.ARTICLES, plan.shelf().articles());
        Kind pages = render(Written.PAGES, plan.shelf().pages());
        Kind questions = render(Written.QUESTIONS, plan.shelf().questions());
        Kind terms = render(Written.TERMS, plan.shelf().terms());
        Faces faces = new Faces(articles.faces(plan), pages.faces(plan), questions.faces(plan), terms.faces(plan));
        Frame frame = Frame.of(plan, faces, findings);
        Written written = new Written(plan, frame);
        written.add(Written.ARTICLES, articles.leaves, faces.articles(), new ArticlePages(plan, faces.articles()));
        written.add(Written.PAGES, pages.leaves, faces.pages(), new StandingPages(plan));
        written.add(Written.QUESTIONS, questions.leaves, faces.questions(), new QuestionPages(plan, faces.questions()));
        written.add(Written.TERMS, terms.leaves, faces.terms(), new TermPages(plan, faces.terms(), frame.mentions()));
        List<Kind> all = List.of(articles, pages, questions, terms);
        new LinkCheck(plan, frame, files, findings)
                .check(
                        all.stream().flatMap(kind -> kind.leaves.stream()).toList(),
                        all.stream().flatMap(kind -> kind.gists.stream()).toList());
        return new Site(
                plan.settings(),
                plan.addresses(),
                frame.filled(written),
                frame.owners(),
                plan.shelf().texts(),
                frame.mentions().figures(),
                plan.session().world());
    }

    /** The texts of a kind, and what the rest of the site wants to know of each. */
    private record Kind(String name, List<Leaf> leaves, List<Gist> gists) {
        List<Face> faces(Plan plan) {
            return Face.of(name, leaves, gists, plan);
        }
    }

    private Kind render(String kind, List<Article> texts) {
        Session session = plan.session();
        List<Later<Rendered>> rendered =
                session.recallAll(new Session.Row(EXPANSIONS, kind, texts, kind), findings, position -> {
                    Article article = texts.get(position);
                    Route route = plan.addresses().of(article);
                    return session.later(
                            EXPANSIONS,
                            article.path(),
                            session.alike(EXPANSIONS, article),
                            (asking, found) -> Rendered.of(article, route, asking, found));
                });
        List<Leaf> leaves = session.recallAll(new Session.Row(LEAVES, kind, rendered, plan.constants()), position -> {
            Article article = texts.get(position);
            Leaf leaf = new Leaf(article, plan.addresses().of(article), rendered.get(position));
            return Session.Wanted.of(article.path(), leaf, reads -> leaf);
        });
        return new Kind(kind, leaves, Gist.of(kind, leaves, plan));
    }
}
