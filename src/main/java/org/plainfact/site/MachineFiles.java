package org.plainfact.site;

import java.util.List;
import java.util.stream.Collectors;
import org.plainfact.site.Content.Place;

/** {@code sitemap.xml}, {@code robots.txt} and {@code llms.txt}. Added last: the site map lists what is there. */
record MachineFiles(Plan plan, List<Rendered> articles) implements Pages {
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
        outputs.add("robots.txt", new Output.TextFile(Route.of("/robots.txt"), "robots", this::robots));
        outputs.add("llms.txt", new Output.TextFile(Route.of("/llms.txt"), known(), this::llms));
    }

    /** An article as language models are told of it. */
    private record Known(String title, String address, String summary) {}

    private List<Known> known() {
        return articles.stream()
                .map(article -> new Known(
                        article.title(),
                        plan.addresses().absolute(plan.addresses().twin(article.article())),
                        article.summary()))
                .toList();
    }

    private String robots() {
        return "User-agent: *\nAllow: /\nSitemap: " + plan.addresses().absolute(SITEMAP) + "\n";
    }

    private String llms() {
        String head =
                "# " + plan.settings().title() + "\n\n> " + plan.settings().description() + "\n\n";
        String list = known().stream()
                .map(article -> "- [" + article.title.replace("[", "\\[").replace("]", "\\]") + "]("
                        + article.address + ")"
                        + (article.summary.isEmpty() ? "" : ": " + article.summary) + "\n")
                .collect(Collectors.joining());
        return head + "## " + plan.labels().get("articles") + "\n\n" + list;
    }
}
