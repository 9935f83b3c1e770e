package org.plainfact.preview;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainfact.source.Finding;

/** The pages that the preview makes itself. They read without a script too. */
final class OwnPages {
    private OwnPages() {}

    static String findings(View view) {
        List<Report> reports = view.reports();
        StringBuilder main = new StringBuilder(heading("Findings"));
        if (reports.isEmpty()) {
            main.append("<p>Nothing is wrong with the project.</p>\n");
        } else {
            main.append("<ol class=\"reports\">\n");
            FindingsJson.shown(reports).forEach(report -> append(main, report));
            main.append("</ol>\n");
        }
        if (reports.size() > FindingsJson.MOST_SHOWN) {
            main.append("<p>… and " + (reports.size() - FindingsJson.MOST_SHOWN) + " more</p>\n");
        }
        return page("Findings", view.basePath(), main.toString());
    }

    static String drafts(View view) {
        StringBuilder main = new StringBuilder(heading("Drafts and scheduled texts"));
        if (view.unpublished().isEmpty()) {
            main.append("<p>The public site shows every text of the project.</p>\n");
        } else {
            main.append("<p>The public site does not show these.</p>\n<ul class=\"texts\">\n");
            view.unpublished().forEach(text -> append(main, text));
            main.append("</ul>\n");
        }
        return page("Drafts", view.basePath(), main.toString());
    }

    /** Stands in for every page as long as there has been no good build. */
    static String noSite(View view) {
        return page(
                "No site yet",
                view.basePath(),
                heading("There is no site yet")
                        + "<p>It appears here as soon as the project builds without an error.</p>\n");
    }

    /** For a site without a page for lost readers. */
    static String notFound(View view) {
        return page("Not found", view.basePath(), heading("There is no page at this address"));
    }

    static String outside(View view) {
        String home = view.basePath() + "/";
        return page(
                "Not found",
                view.basePath(),
                heading("The site stands elsewhere") + "<p>Its addresses begin with " + link(home, home) + ".</p>\n");
    }

    /** What to offer on a page for lost readers; empty where nothing is near. */
    static String near(Collection<String> addresses) {
        return addresses.isEmpty()
                ? ""
                : addresses.stream()
                        .map(address -> "<li>" + link(address, address) + "</li>\n")
                        .collect(Collectors.joining(
                                "", "<h2>Addresses like this one</h2>\n<ul class=\"plainfact-near\">\n", "</ul>\n"));
    }

    private static void append(StringBuilder out, Report report) {
        Finding finding = report.finding();
        out.append("<li class=\"report " + finding.severity().word() + "\">\n<p class=\"told\"><span class=\"place\">")
                .append(Html.escaped(finding.span().toString()))
                .append("</span>: <span class=\"severity\">"
                        + finding.severity().word() + "</span>: ")
                .append(Html.escaped(finding.problem()))
                .append(" <span class=\"rule\">[" + finding.rule() + "]</span></p>\n");
        if (!report.lines().isEmpty()) {
            out.append("<pre class=\"source\" tabindex=\"0\">");
            report.lines().forEach(line -> append(out, report, line));
            out.append("</pre>\n");
        }
        finding.hint().ifPresent(hint -> out.append("<p class=\"hint\">hint: " + Html.escaped(hint) + "</p>\n"));
        out.append("</li>\n");
    }

    private static void append(StringBuilder out, Report report, Line line) {
        String here = line.number() == report.finding().span().line() ? " here" : "";
        out.append("<span class=\"line" + here + "\"><span class=\"number\">" + line.number() + "</span>");
        Optional<Report.Marked> marked = report.marked(line);
        if (marked.isEmpty()) {
            out.append(Html.escaped(line.text()));
        } else {
            int from = marked.get().from();
            int to = marked.get().to();
            out.append(Html.escaped(line.text().substring(0, from)))
                    .append("<mark>" + Html.escaped(line.text().substring(from, to)) + "</mark>")
                    .append(Html.escaped(line.text().substring(to)));
        }
        out.append("\n</span>");
    }

    private static void append(StringBuilder out, Unpublished text) {
        String title =
                text.address().map(address -> link(address, text.title())).orElse(Html.escaped(text.title()));
        String date = text.date().map(day -> " · " + Html.escaped(day)).orElse("");
        out.append("<li><p class=\"title\">" + title + "</p>\n<p class=\"about\"><span class=\"why\">"
                + Html.escaped(text.why()) + "</span>" + date + " · <span class=\"place\">" + Html.escaped(text.path())
                + "</span></p></li>\n");
    }

    private static String heading(String text) {
        return "<h1>" + Html.escaped(text) + "</h1>\n";
    }

    private static String link(String address, String text) {
        return "<a href=\"" + Html.escaped(address) + "\">" + Html.escaped(text) + "</a>";
    }

    private static String page(String title, String basePath, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s – preview</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/_plainfact/preview.css">
                </head>
                <body class="plainfact">
                <nav aria-label="Preview"><a href="%s">Site</a> <a href="/_plainfact/findings">Findings</a> <a href="/_plainfact/drafts">Drafts</a> <a href="/_plainfact/carousels/">Carousels</a></nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(Html.escaped(title), Html.escaped(basePath + "/"), main);
    }
}
