package org.plainfact.impact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.plainfact.source.Finding;

/** An impact as a page of its own, that needs nothing else. Words are put in as text, never as markup. */
public final class ImpactPage {
    private static final String FRAME = "impact.html";

    private final Document page;
    private final Element main;

    private ImpactPage() {
        page = Jsoup.parse(frame());
        main = Objects.requireNonNull(page.selectFirst("main"), FRAME);
        page.outputSettings().prettyPrint(false);
    }

    /** @param title what is compared with what */
    public static String html(Impact impact, String title) {
        ImpactPage made = new ImpactPage();
        made.page.title(title);
        made.main.appendElement("h1").text(title);
        made.main.appendElement("p").addClass("summary").text(ImpactText.summary(impact));
        made.findings("Errors", impact.errors());
        made.findings("Claims that turn false", impact.broken());
        made.findings("Claims that turn true", impact.mended());
        made.changes(impact.read());
        made.files(impact.files());
        return made.page.outerHtml() + "\n";
    }

    private static String frame() {
        try (InputStream in = ImpactPage.class.getResourceAsStream(FRAME)) {
            return new String(Objects.requireNonNull(in, FRAME).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void findings(String title, List<Finding> findings) {
        if (!findings.isEmpty()) {
            main.appendElement("h2").text(title);
            Element list = main.appendElement("ul").addClass("findings");
            for (Finding finding : findings) {
                Element item = list.appendElement("li");
                item.appendElement("p").addClass("place").text(finding.span().toString());
                item.appendElement("p").text(finding.problem());
                finding.hint()
                        .ifPresent(
                                hint -> item.appendElement("p").addClass("hint").text(hint));
            }
        }
    }

    private void changes(List<Change> changes) {
        Map<String, Element> tables = new LinkedHashMap<>();
        for (Change change : changes) {
            Element body = tables.computeIfAbsent(change.address(), this::table);
            Element row = body.appendElement("tr");
            Element place = row.appendElement("th").attr("scope", "row");
            place.text(change.kind().word());
            change.place().ifPresent(span -> place.appendElement("span").text(span.toString()));
            if (!change.anchor().isEmpty()) {
                place.appendElement("span").text(change.anchor());
            }
            words(row, "del", change.before());
            words(row, "ins", change.after());
        }
    }

    private void files(Map<String, Long> files) {
        if (!files.isEmpty()) {
            main.appendElement("h2").text("Files with other values or lines");
            Element list = main.appendElement("ul");
            files.forEach((address, count) -> list.appendElement("li").text(address + ": " + count));
        }
    }

    private Element table(String address) {
        main.appendElement("h2").text(address);
        Element table = main.appendElement("div")
                .addClass("scroll")
                .attr("role", "region")
                .attr("aria-label", "Changes in " + address)
                .attr("tabindex", "0")
                .appendElement("table");
        Element head = table.appendElement("thead").appendElement("tr");
        for (String column : List.of("What", "Before", "After")) {
            head.appendElement("th").attr("scope", "col").text(column);
        }
        return table.appendElement("tbody");
    }

    private static void words(Element row, String mark, String text) {
        Element cell = row.appendElement("td");
        if (text.isEmpty()) {
            cell.addClass("none").text("–");
        } else {
            cell.appendElement(mark).text(text);
        }
    }
}
