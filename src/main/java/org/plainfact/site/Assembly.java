package org.plainfact.site;

import java.util.List;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.data.Dataset;
import org.plainfact.data.Entry;
import org.plainfact.directive.Expander;
import org.plainfact.directive.Library;
import org.plainfact.figure.Figures;
import org.plainfact.source.Findings;

/** Puts a site together from content and data. */
public final class Assembly {
    private final Plan plan;
    private final References references;
    private final Expander expander;
    private final Published files;
    private final Findings findings;

    private Assembly(Plan plan, Published files, Findings findings) {
        this.plan = plan;
        this.files = files;
        this.findings = findings;
        this.references = plan.references();
        Shelf shelf = plan.shelf();
        Library library = new Library(plan.data(), plan.figures(), shelf.shown().toList(), shelf.hidden());
        this.expander = new Expander(library, references, findings);
    }

    /** As {@link #assemble(Settings, Dataset, Figures, List, Published, Findings)}, the published files not known. */
    public static Site assemble(
            Settings settings, Dataset data, Figures figures, List<Article> articles, Findings findings) {
        return assemble(settings, data, figures, articles, Published.UNKNOWN, findings);
    }

    /**
     * The whole site. What is wrong with it goes to the findings; where there is an error among them, the site is not
     * fit to be written.
     *
     * @param articles every content file, drafts included, in any order
     * @param files what links and pictures may lead to beside pages
     */
    public static Site assemble(
            Settings settings,
            Dataset data,
            Figures figures,
            List<Article> articles,
            Published files,
            Findings findings) {
        Shelf shelf = Shelf.of(articles, settings);
        Addresses addresses = new Addresses(settings, shelf, findings);
        Labels labels = new Labels(settings.other());
        Plan plan =
                new Plan(settings, data, figures, shelf, addresses, labels, new References(settings, addresses, files));
        return new Assembly(plan, files, findings).site();
    }

    private Site site() {
        List<Rendered> articles = render(plan.shelf().articles());
        List<Rendered> pages = render(plan.shelf().pages());
        List<Rendered> questions = render(plan.shelf().questions());
        List<Rendered> terms = render(plan.shelf().terms());
        List<Rendered> all = Stream.of(articles, pages, questions, terms)
                .flatMap(List::stream)
                .toList();
        Mentions mentions = mentions(all);
        Listings listings = new Listings(plan.addresses());
        Outputs outputs = new Outputs(findings);
        Stream.of(
                        new ListPages(plan, articles, listings),
                        new SearchEntries(plan, all),
                        new Feeds(plan, articles, listings),
                        new WorkingPages(plan, mentions),
                        new DataFiles(plan, mentions),
                        new SourcePages(plan, mentions),
                        new RecordPages(plan, mentions),
                        new TermPages(plan, terms, mentions, listings),
                        new QuestionPages(plan, questions),
                        new ArticlePages(plan, articles, new Twins(plan.addresses(), references, expander)),
                        new TopicPages(plan, articles, questions, listings),
                        new StandingPages(plan, pages),
                        new Aliases(plan, findings),
                        new MachineFiles(plan, articles))
                .forEach(family -> family.addTo(outputs));
        new LinkCheck(references, outputs, files, findings).check(all);
        return new Site(plan.settings(), plan.addresses(), outputs.sorted(), mentions.figures());
    }

    private List<Rendered> render(List<Article> articles) {
        return articles.parallelStream()
                .map(article -> Rendered.of(article, plan.addresses(), expander))
                .toList();
    }

    private Mentions mentions(List<Rendered> pages) {
        Mentions mentions = new Mentions(plan.figures());
        pages.forEach(mentions::add);
        plan.settings().recordPages().stream()
                .distinct()
                .flatMap(name -> plan.data().collection(name).stream())
                .forEach(record -> addFigures(record, mentions));
        return mentions;
    }

    /** A record's page shows all its figures. */
    private void addFigures(Entry record, Mentions mentions) {
        Link page = new Link(record.title(), plan.addresses().of(record));
        plan.figures().of(record.id()).forEach(figure -> mentions.add(figure, page));
    }
}
