package org.plainfact.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.plainfact.content.Article;
import org.plainfact.content.Body;
import org.plainfact.content.Carousel;
import org.plainfact.directive.Block;
import org.plainfact.directive.Library;
import org.plainfact.directive.Plain;
import org.plainfact.site.Content;
import org.plainfact.site.Output;
import org.plainfact.site.Route;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/**
 * The articles of a site as posts.
 *
 * @param scripts what authors wrote in place of what is made, by the path of the article
 * @param slides of a carousel that is made from an article; pages of advice name 5 to 10, and none shows data
 */
public record Carousels(Site site, Map<String, Script> scripts, int slides) {
    /** Some thirty posts of X, and more than twice the longest that any platform takes. */
    private static final int MOST_CHARACTERS = 8_000;

    /** Of one slide: twice what any platform takes to describe it, and more than can be read on one. Each is drawn nine times. */
    private static final int MOST_ON_A_SLIDE = 4_000;

    /** More than any platform takes. */
    private static final int MOST_SLIDES = 60;

    /** Names that articles are asked for by: the last parts of their addresses, in the order of the site's newest first. */
    public List<String> articles() {
        return pages().map(page -> name(page.route())).sorted().toList();
    }

    /** The posts of an article, one for each platform; none where there is no such article. */
    public List<Post> posts(String article, List<Platform> platforms, List<Platform> known) {
        return pages().filter(page -> name(page.route()).equals(article))
                .flatMap(page -> platforms.stream().map(platform -> post(page, platform, known)))
                .toList();
    }

    private Stream<Output.Page> pages() {
        return site.outputs().stream()
                .filter(Output.Page.class::isInstance)
                .map(Output.Page.class::cast)
                .filter(page -> page.kind().equals("article"));
    }

    private static String name(Route route) {
        String path = route.path().replaceAll("/$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Post post(Output.Page page, Platform platform, List<Platform> known) {
        if (!(page.content() instanceof Content.Explainer explainer)) {
            throw new IllegalArgumentException("no article: " + page.route());
        }
        return new Making(page.route(), explainer, platform, known).post();
    }

    /** One post on its way. */
    private final class Making {
        private final Route route;
        private final Content.Explainer page;
        private final Platform platform;
        private final List<Platform> known;
        private final Article article;
        private final String link;
        private final Optional<Script> script;
        private final Findings findings = new Findings();
        private final List<String> notes = new ArrayList<>();

        Making(Route route, Content.Explainer page, Platform platform, List<Platform> known) {
            this.route = route;
            this.page = page;
            this.platform = platform;
            this.known = known;
            this.article = page.article();
            this.link = site.routes().absolute(route);
            this.script = Optional.ofNullable(scripts.get(article.path()));
        }

        Post post() {
            if (isHopeless()) {
                return post(List.of(), Optional.empty(), List.of(), List.of());
            }
            List<Slide> slides = slides();
            Optional<String> heading = heading();
            List<Message> messages = messages(slides);
            Proof proof = new Proof(platform, site.world().part(Library.class), findings);
            proof.check(slides, messages.size());
            SourceSpan place = captionPlace();
            messages.forEach(message -> proof.check(message, place));
            heading.ifPresent(text -> proof.checkTitle(text, titlePlace()));
            return post(slides, heading, messages, caption().hashtags(platform));
        }

        private Post post(List<Slide> slides, Optional<String> heading, List<Message> messages, List<String> hashtags) {
            return new Post(
                    platform,
                    name(route),
                    article.head().title(),
                    site.settings().language(),
                    slides,
                    heading,
                    messages,
                    hashtags,
                    link,
                    notes,
                    findings.sorted());
        }

        /** Told before anything is drawn or parted: each platform would take long to say that it has no room for it. */
        private boolean isHopeless() {
            long made = headLength();
            if (made > MOST_CHARACTERS) {
                tellHopeless(
                        "title, hook, description and takeaways have", made, "posts", MOST_CHARACTERS, titlePlace());
            }
            if (script.isEmpty()) {
                return made > MOST_CHARACTERS;
            }
            long longest = longestCaption(script.get());
            if (longest > MOST_CHARACTERS) {
                tellHopeless("the caption has", longest, "posts", MOST_CHARACTERS, captionPlace());
            }
            List<Carousel.Slide> slides = script.get().source().slides();
            for (int i = 0; i < slides.size(); i++) {
                long length = Math.max(
                        length(slides.get(i)), length(script.get().slides().get(i)));
                if (length > MOST_ON_A_SLIDE) {
                    tellHopeless(
                            "the slide has",
                            length,
                            "slides",
                            MOST_ON_A_SLIDE,
                            slides.get(i).span());
                }
            }
            if (slides.size() > MOST_SLIDES) {
                findings.error(
                        "too-many-slides",
                        slides.get(MOST_SLIDES).span(),
                        "this is slide " + (MOST_SLIDES + 1) + " of " + slides.size()
                                + ", and no platform takes so many",
                        "make several articles of it");
            }
            return !findings.sorted().isEmpty();
        }

        /** As written, or as read, whichever is longer: a directive of twenty characters may be a table, and markup is work too. */
        private long headLength() {
            Article.FrontMatter head = article.head();
            long written = Stream.of(head.hook().stream(), Stream.of(head.description()), head.takeaways().stream())
                    .flatMap(bodies -> bodies)
                    .mapToLong(body -> body.markdown().length())
                    .sum();
            long read = Stream.of(page.hook().stream(), Stream.of(page.description()), page.takeaways().stream())
                    .flatMap(texts -> texts)
                    .mapToLong(text -> Plain.text(text).length())
                    .sum();
            return page.takeaways().size() + head.title().length() + Math.max(written, read);
        }

        private static long longestCaption(Script script) {
            Carousel.Head head = script.source().head();
            return LongStream.concat(
                            Stream.concat(head.caption().stream(), head.captions().values().stream())
                                    .mapToLong(body -> body.markdown().length()),
                            Stream.concat(script.caption().stream(), script.captions().values().stream())
                                    .mapToLong(blocks -> Plain.blocks(blocks).length()))
                    .max()
                    .orElse(0);
        }

        private static long length(Carousel.Slide slide) {
            return Stream.of(
                            slide.heading().stream(),
                            Stream.of(slide.body()),
                            slide.settings().flatMap(call -> call.option("alt")).map(Body.Option::inline).stream())
                    .flatMap(bodies -> bodies)
                    .mapToLong(body -> body.markdown().length())
                    .sum();
        }

        private static long length(Script.Part slide) {
            return Plain.blocks(slide.body()).length()
                    + Stream.concat(slide.heading().stream(), slide.alt().stream())
                            .mapToLong(text -> Plain.text(text).length())
                            .sum();
        }

        private void tellHopeless(String what, long characters, String made, int most, SourceSpan place) {
            findings.error(
                    "limit-exceeded",
                    place,
                    what + " " + characters + " characters, and " + made + " are made of " + most + " at most",
                    "shorten it");
        }

        private List<Slide> slides() {
            List<Slide> slides = script.filter(it -> !it.slides().isEmpty())
                    .map(it -> new Staging(it, article, platform, known, findings).slides())
                    .orElseGet(this::made);
            return slides.stream().map(this::described).toList();
        }

        private List<Slide> made() {
            Story story = new Story(page, site.settings(), link);
            List<Slide> all = story.slides(slides, platform.brand());
            int room = platform.thread() ? slides : platform.slides().orElse(slides);
            if (all.size() <= room) {
                return all;
            }
            notes.add(room + " of " + all.size() + " slides: " + platform.name() + " takes no more");
            return story.slides(room, platform.brand());
        }

        /** With as many words as the platform has room for, where they are made. */
        private Slide described(Slide slide) {
            boolean holds = platform.alt().stream().allMatch(limit -> limit.holds(slide.alt()));
            boolean made = slide.alt().equals(Description.of(slide.heading(), slide.body(), List.of()));
            return holds || !made
                    ? slide
                    : slide.withAlt(Description.of(slide.heading(), slide.body(), platform.alt()));
        }

        private Caption caption() {
            Optional<List<Block>> written = script.flatMap(
                    it -> Optional.ofNullable(it.captions().get(platform.id())).or(it::caption));
            List<String> tags = script.flatMap(it -> it.source().head().hashtags())
                    .map(Caption::hashtags)
                    .orElseGet(() -> Caption.hashtags(article));
            return new Caption(page, link, written, tags);
        }

        private SourceSpan captionPlace() {
            return script.filter(it -> caption().written().isPresent())
                    .map(it -> it.captions().containsKey(platform.id())
                            ? it.source()
                                    .head()
                                    .spanOf(
                                            "captions." + platform.id(),
                                            it.source().path())
                            : it.source().head().spanOf("caption", it.source().path()))
                    .orElseGet(() -> article.head().spanOf("description", article.path()));
        }

        private SourceSpan titlePlace() {
            return article.head().spanOf(page.hook().isPresent() ? "hook" : "title", article.path());
        }

        private Optional<String> heading() {
            return platform.title().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            page.hook().map(Plain::text).orElse(article.head().title()));
        }

        private List<Message> messages(List<Slide> slides) {
            Caption caption = caption();
            Locale language = Locale.forLanguageTag(site.settings().language());
            int each = platform.slides().orElse(Integer.MAX_VALUE);
            if (platform.thread()) {
                Cut cut = new Cut(platform.text(), platform.numbered(), language);
                List<String> texts =
                        cut.of(caption.paragraphs(platform, caption.ideas()), Math.ceilDiv(slides.size(), each));
                return IntStream.range(0, texts.size())
                        .mapToObj(i -> message(texts.get(i), dealt(slides, i, each)))
                        .toList();
            }
            return List.of(message(single(caption), slides));
        }

        private Message message(String text, List<Slide> slides) {
            return new Message(
                    text,
                    platform.text().stream().map(limit -> limit.budget(text)).toList(),
                    slides);
        }

        private static List<Slide> dealt(List<Slide> slides, int post, int each) {
            long from = Math.min(slides.size(), (long) post * each);
            long to = Math.min(slides.size(), from + each);
            return slides.subList((int) from, (int) to);
        }

        /** With as many ideas as there is room for. */
        private String single(Caption caption) {
            String all = single(caption, caption.ideas());
            if (hasRoom(all)) {
                return all;
            }
            // With fewer ideas a text is shorter.
            int least = 0;
            int most = caption.ideas() - 1;
            while (least < most) {
                int middle = (least + most + 1) >>> 1;
                if (hasRoom(single(caption, middle))) {
                    least = middle;
                } else {
                    most = middle - 1;
                }
            }
            String text = single(caption, least);
            if (hasRoom(text) && least < caption.ideas()) {
                notes.add(least + " of " + caption.ideas() + " ideas in the caption: there is no room for more");
            }
            return text;
        }

        private String single(Caption caption, int ideas) {
            return String.join(
                    "\n\n",
                    caption.paragraphs(platform, ideas).stream()
                            .map(Phrase::text)
                            .toList());
        }

        private boolean hasRoom(String text) {
            return platform.text().stream().allMatch(limit -> limit.holds(text));
        }
    }

    /** What is wrong with what authors wrote for platforms that there are not. */
    public void tellUnknownPlatforms(List<Platform> known, Findings findings) {
        List<String> ids = known.stream().map(Platform::id).toList();
        scripts.values()
                .forEach(script -> script.captions().keySet().stream()
                        .filter(platform -> !ids.contains(platform))
                        .forEach(platform -> Staging.tellUnknown(
                                platform,
                                ids,
                                script.source()
                                        .head()
                                        .spanOf(
                                                "captions." + platform,
                                                script.source().path()),
                                findings)));
    }
}
