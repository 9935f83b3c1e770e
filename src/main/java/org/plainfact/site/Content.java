package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import org.plainfact.content.Article;
import org.plainfact.content.Body.Heading;
import org.plainfact.data.Entry;
import org.plainfact.directive.Block;
import org.plainfact.directive.Block.Inline;
import org.plainfact.figure.Figure;

/** What a page is about; one kind for each template. */
public sealed interface Content {
    /** Name of the template: {@code article} is printed by {@code templates/article.ftlh}. */
    String kind();

    /** The text that the page shows; empty where the site makes what it shows. */
    default Optional<Article> text() {
        return switch (this) {
            case Explainer it -> Optional.of(it.article);
            case Standing it -> Optional.of(it.article);
            case Question it -> Optional.of(it.article);
            case Term it -> Optional.of(it.article);
            default -> Optional.empty();
        };
    }

    /** An explainer. */
    record Explainer(
            Article article,
            List<Inline> description,
            Optional<List<Inline>> hook,
            List<List<Inline>> takeaways,
            List<Block> body,
            List<Heading> headings,
            int minutes,
            List<Link> topics,
            List<Link> tags,
            List<Entry> sources,
            List<Correction> corrections,
            Optional<Link> newer,
            Optional<Link> older,
            Route twin)
            implements Content {
        @Override
        public String kind() {
            return "article";
        }
    }

    /** A page of its own standing: about, methodology. */
    record Standing(
            Article article,
            List<Block> body,
            List<Heading> headings,
            List<Entry> sources,
            List<Correction> corrections)
            implements Content {
        @Override
        public String kind() {
            return "page";
        }
    }

    /** One question of the FAQ. */
    record Question(
            Article article,
            List<Block> body,
            List<Link> topics,
            List<Link> related,
            List<Entry> sources,
            List<Correction> corrections)
            implements Content {
        @Override
        public String kind() {
            return "question";
        }
    }

    /** All questions, by topic. */
    record Faq(List<Group> topics) implements Content {
        @Override
        public String kind() {
            return "faq";
        }
    }

    /** One term of the glossary. */
    record Term(Article article, List<Block> body, List<Link> usedOn, List<Link> others, List<Correction> corrections)
            implements Content {
        @Override
        public String kind() {
            return "term";
        }
    }

    /** All terms, by title. */
    record Glossary(List<Listing> terms) implements Content {
        @Override
        public String kind() {
            return "glossary";
        }
    }

    /**
     * One record of a collection, such as a facility.
     *
     * @param figures its figures, lists flattened
     */
    record OfRecord(Entry entry, List<Figure> figures, List<Entry> sources, List<Link> usedOn) implements Content {
        @Override
        public String kind() {
            return "record";
        }
    }

    /** All records of a collection that has pages. */
    record Collection(String name, String title, List<Entry> entries) implements Content {
        @Override
        public String kind() {
            return "collection";
        }
    }

    /** One source: who says it, and which figures and pages rest on it. */
    record Source(Entry entry, List<Figure> figures, List<Link> usedOn) implements Content {
        @Override
        public String kind() {
            return "source";
        }
    }

    /** All sources. */
    record Sources(List<Entry> entries) implements Content {
        @Override
        public String kind() {
            return "sources";
        }
    }

    /**
     * The working of every figure of a record or calculation; each has its field as anchor.
     *
     * @param details of each figure, in their order
     */
    record Workings(
            String record,
            String title,
            Optional<String> note,
            Optional<String> notFor,
            List<Figure> figures,
            List<Detail> details,
            List<Entry> sources,
            List<Link> usedOn)
            implements Content {
        @Override
        public String kind() {
            return "working";
        }
    }

    /**
     * Where a figure goes, and how it is cited.
     *
     * @param usedOn pages that show it, or as many of them as a reader may look through
     * @param others how many more there are
     * @param goesInto figures on the site that are computed from it
     */
    record Detail(List<Link> usedOn, int others, List<FigureLink> goesInto, Citation citation) {}

    /** A figure by its name. */
    record FigureLink(String title, String href) {}

    /**
     * One page of the list of all figures used on the site, by record.
     *
     * @param total figures in the whole list
     * @param entries the file that the list is searched by
     */
    record FigureIndex(
            List<FigureGroup> records,
            int total,
            int number,
            int count,
            Optional<Link> newer,
            Optional<Link> older,
            Route entries)
            implements Content {
        @Override
        public String kind() {
            return "figures";
        }
    }

    /** The figures of a record on the site. */
    record FigureGroup(String record, String title, String collection, List<Figure> figures) {}

    /** What bears one topic or tag. */
    record Topic(String name, boolean tag, List<Listing> articles, List<Link> questions) implements Content {
        @Override
        public String kind() {
            return "topic";
        }
    }

    /** All topics and tags. */
    record Topics(List<Link> topics, List<Link> tags) implements Content {
        @Override
        public String kind() {
            return "topics";
        }
    }

    /** All corrections of the site, newest first. There is such a page only where there is a correction. */
    record Corrections(List<Corrected> corrections) implements Content {
        @Override
        public String kind() {
            return "corrections";
        }
    }

    /** One page of the index of articles, newest first; the first is the front page. */
    record Index(List<Listing> articles, int number, int count, Optional<Link> newer, Optional<Link> older)
            implements Content {
        @Override
        public String kind() {
            return "index";
        }
    }

    /** All articles by year. */
    record Archive(List<Year> years) implements Content {
        @Override
        public String kind() {
            return "archive";
        }
    }

    /** The search form; its entries are in {@code search.json}. */
    record Search(Route entries) implements Content {
        @Override
        public String kind() {
            return "search";
        }
    }

    /** What a reader sees at an address that does not exist. */
    record NotFound(List<Link> articles) implements Content {
        @Override
        public String kind() {
            return "not-found";
        }
    }

    /** An old address that leads to a new one. */
    record Redirect(Route target) implements Content {
        @Override
        public String kind() {
            return "redirect";
        }
    }

    /**
     * The Atom feed.
     *
     * @param corrections the newest of the site, each an entry of its own
     * @param updated ISO date of the newest change
     */
    record Feed(List<Listing> articles, List<Corrected> corrections, String updated) implements Content {
        @Override
        public String kind() {
            return "feed";
        }
    }

    /** The site map: routes that search engines should know, with the date of their last change where known. */
    record Sitemap(List<Place> places) implements Content {
        @Override
        public String kind() {
            return "sitemap";
        }
    }

    /** A heading with links below it. */
    record Group(String title, String anchor, List<Link> links) {}

    /**
     * An article, question or term in a list.
     *
     * @param date ISO date; empty where it has none
     */
    record Listing(Link link, List<Inline> description, String date, String updated, int minutes, List<Link> topics) {}

    /**
     * What was wrong on a page and has been put right.
     *
     * @param date ISO date
     * @param anchor id on its page; stays the same when others are added later
     */
    record Correction(String date, String anchor, List<Inline> text) {}

    /** A correction, and the page that was wrong. */
    record Corrected(Link page, Correction correction) {}

    record Year(String year, List<Listing> articles) {}

    record Place(Route route, Optional<String> updated) {}
}
