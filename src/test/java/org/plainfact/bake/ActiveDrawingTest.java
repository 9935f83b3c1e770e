package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** Drawings that somebody else made: what runs in them is told, and none of them costs or reaches anything. */
@Isolated("it holds limits of time")
class ActiveDrawingTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\">";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>live()</script>",
                "<SCRIPT>live()</SCRIPT>",
                "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">live()</x:script>",
                "<foreignObject><iframe/></foreignObject>",
                "<circle onclick=\"live()\"/>",
                "<circle ONLOAD=\"live()\"/>",
                "<a href=\"javascript:live()\"><circle/></a>",
                "<a href=\"java&#10;script:live()\"><circle/></a>",
                "<a href=\" &#x6A;avascript:live()\"><circle/></a>",
                "<a xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"vbscript:live()\"><circle/></a>",
                "<a href=\"data:text/html,live\"><circle/></a>",
                "<set attributeName=\"href\" to=\"javascript:live()\"/>",
                "<animate attributeName=\"href\" values=\"x;javascript:live()\"/>",
                "<handler/>",
                "<?xml-stylesheet href=\"https://live.example/\"?>"
            })
    void whatever_runs_in_a_drawing_is_told_at_its_line(String live) {
        assertThat(told(SVG + "\n" + live + "\n</svg>")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("active-drawing");
            assertThat(finding.span().line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://example.org/\"><circle/></a>",
                "<a href=\"#part\"><circle/></a>",
                "<image href=\"data:image/png;base64,AAAA\"/>",
                "<text>onclick javascript: &lt;script></text>",
                "<!-- <script>live()</script> -->"
            })
    void what_only_draws_is_not_told(String harmless) {
        assertThat(told(SVG + harmless + "</svg>")).isEmpty();
    }

    /** Ten texts of ten each make a thousand million. */
    @Test
    @Timeout(20)
    void texts_that_multiply_are_not_made() {
        StringBuilder texts = new StringBuilder("<!DOCTYPE svg [<!ENTITY t0 \"x\">");
        for (int i = 1; i < 10; i++) {
            texts.append("<!ENTITY t%d \"%s\">".formatted(i, ("&t" + (i - 1) + ";").repeat(10)));
        }

        assertThat(told(texts + "]>\n" + SVG + "<text>&t9;</text></svg>"))
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("assets/x.svg:2:1: warning: text of its own, &t9;, runs");
        assertThat(told(texts + "]>\n" + SVG + "<text x=\"&t9;\"/></svg>")).isEmpty();
    }

    @Test
    void nothing_else_is_read_or_asked_for() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "<script>live()</script>");
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
            for (String head : List.of(
                    "<!DOCTYPE svg SYSTEM \"" + address + "\">",
                    "<!DOCTYPE svg PUBLIC \"-//x//EN\" \"" + address + "\">",
                    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"" + address + "\">]>",
                    "<!DOCTYPE svg [<!ENTITY % x SYSTEM \"" + address + "\">%x;]>",
                    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")) {
                String text = head.contains("ENTITY x") ? "&x;" : "words";
                assertThat(told(head + SVG + "<text>" + text + "</text></svg>"))
                        .as(head)
                        .noneMatch(finding -> finding.problem().contains("<script>"));
            }
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    /** A drawing may be large; that costs no more than reading it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deep",
                "attributes",
                "long attribute",
                "many elements",
                "entities in entities",
                "parameter entities",
                "long comment",
                "cut",
                "no text"
            })
    @Timeout(20)
    void a_hostile_drawing_of_a_megabyte_is_read_or_given_up_within_seconds(String family) {
        String drawing = switch (family) {
            case "deep" -> SVG + "<g>".repeat(300_000);
            case "attributes" -> SVG + "<g" + attributes(80_000) + "/></svg>";
            case "long attribute" -> SVG + "<path d=\"" + "M0 0".repeat(250_000) + "\"/></svg>";
            case "many elements" -> SVG + "<g/>".repeat(250_000) + "</svg>";
            case "entities in entities" ->
                "<!DOCTYPE svg [<!ENTITY a \"" + "x".repeat(500_000) + "\">]>" + SVG + "&a;".repeat(150_000) + "</svg>";
            case "parameter entities" ->
                "<!DOCTYPE svg [<!ENTITY % a \"" + "x".repeat(1_000) + "\">" + "%a;".repeat(300_000) + "]>" + SVG
                        + "</svg>";
            case "long comment" -> SVG + "<!--" + " - ".repeat(330_000) + "--></svg>";
            case "cut" -> SVG + "<g ".repeat(300_000);
            default -> "\u0001\u0000".repeat(500_000);
        };
        long start = System.nanoTime();

        List<Finding> told = told(drawing);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(told).hasSizeLessThanOrEqualTo(1);
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(" a").append(i).append("=\"x\"");
        }
        return all.toString();
    }

    private List<Finding> told(String drawing) {
        try {
            Path file = folder.resolve("assets/x.svg");
            Files.createDirectories(folder.resolve("assets"));
            Files.writeString(file, drawing, StandardCharsets.UTF_8);
            Findings findings = new Findings();
            ActiveDrawing.tell(new SourceTree(folder, findings), file, findings);
            return findings.sorted();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
