package org.plainfact.site;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainfact.site.Content.Place;

/** {@code sitemap.xml}, {@code robots.txt} and {@code llms.txt}. Added last: the site map lists what is there. */
record MachineFiles(Plan plan, Faces faces) implements Pages {
    private static final Route SITEMAP = Route.of("/sitemap.xml");

    @Override
    public void addTo(Outputs outputs) {
        List<Place> places = outputs.sorted().stream()
                .flatMap(place -> listed(place).stream())
                .toList();
        outputs.add(
                "the site map",
                plan.draft(SITEMAP, plan.settings().title(), plan.settings().description(), new Content.Sitemap(places))
                        .unlisted()
                        .page());
        outputs.add("robots.txt", text("/robots.txt", List.of(robots())));
        outputs.add("llms.txt", llms());
    }

    /** What search engines should know. */
    private static Optional<Place> listed(Outputs.Place place) {
        return switch (place) {
            case Outputs.Place.Made made ->
                made.output() instanceof Output.Page page && page.indexed()
                        ? Optional.of(new Place(page.route(), page.updated()))
                        : Optional.empty();
            case Outputs.Place.Page page ->
                Optional.of(new Place(
                        page.route(), Optional.of(page.face().updated()).filter(date -> !date.isEmpty())));
            case Outputs.Place.Twin twin -> Optional.empty();
        };
    }

    private static Output text(String path, List<String> parts) {
        return new Output.TextFile(Route.of(path), parts, () -> String.join("", parts));
    }

    private String robots() {
        return "User-agent: *\nAllow: /\nSitemap: " + plan.addresses().absolute(SITEMAP) + "\n";
    }

    /** Of an article, what a line says. */
    private record Line(String title, Route twin, String summary) {}

    /** What the file is made of: not its lines, which would be held as long as the site is. */
    private Output llms() {
        String head = "# " + plan.settings().title() + "\n\n> "
                + plan.settings().description() + "\n\n## " + plan.labels().get("articles") + "\n\n";
        List<Line> lines = faces.articles().stream()
                .map(article -> new Line(article.title(), article.twin().orElseThrow(), article.summary()))
                .toList();
        String site = plan.addresses().site();
        return new Output.TextFile(
                Route.of("/llms.txt"),
                List.of(head, site, lines),
                () -> lines.stream().map(line -> line(line, site)).collect(Collectors.joining("", head, "")));
    }

    private static String line(Line line, String site) {
        return "- [" + line.title.replace("[", "\\[").replace("]", "\\]") + "](" + site + line.twin.encoded() + ")"
                + (line.summary.isEmpty() ? "" : ": " + line.summary) + "\n";
    }
}
