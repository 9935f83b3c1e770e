package org.plainfact.site;

import java.util.List;
import java.util.stream.Stream;
import org.plainfact.memo.Drawer;
import org.plainfact.site.Content.Place;

/** {@code sitemap.xml}, {@code robots.txt} and {@code llms.txt}. Added last: the site map lists what is there. */
record MachineFiles(Plan plan, List<Rendered> articles) implements Pages {
    private static final Drawer LINES = new Drawer("llms-lines", false, false);
    private static final Route SITEMAP = Route.of("/sitemap.xml");

    @Override
    public void addTo(Outputs outputs) {
        List<Place> places = outputs.sorted().stream()
                .filter(Output.Page.class::isInstance)
                .map(Output.Page.class::cast)
                .filter(Output.Page::indexed)
                .map(page -> new Place(page.route(), page.updated()))
                .toList();
        outputs.add(
                "the site map",
                plan.draft(SITEMAP, plan.settings().title(), plan.settings().description(), new Content.Sitemap(places))
                        .unlisted()
                        .page());
        outputs.add("robots.txt", text("/robots.txt", List.of(robots())));
        outputs.add("llms.txt", text("/llms.txt", llms()));
    }

    private static Output text(String path, List<String> parts) {
        return new Output.TextFile(Route.of(path), parts, () -> String.join("", parts));
    }

    private String robots() {
        return "User-agent: *\nAllow: /\nSitemap: " + plan.addresses().absolute(SITEMAP) + "\n";
    }

    private List<String> llms() {
        String head =
                "# " + plan.settings().title() + "\n\n> " + plan.settings().description() + "\n\n";
        Stream<String> lines = articles.stream().map(article -> plan.recall(LINES, article, () -> line(article)));
        return Stream.concat(Stream.of(head + "## " + plan.labels().get("articles") + "\n\n"), lines)
                .toList();
    }

    private String line(Rendered article) {
        return "- [" + article.title().replace("[", "\\[").replace("]", "\\]") + "]("
                + plan.addresses().absolute(plan.addresses().twin(article.article())) + ")"
                + (article.summary().isEmpty() ? "" : ": " + article.summary()) + "\n";
    }
}
