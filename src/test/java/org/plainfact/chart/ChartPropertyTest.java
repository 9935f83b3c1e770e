package org.plainfact.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.plainfact.data.Interval;
import org.plainfact.data.Status;
import org.plainfact.figure.Curve;
import org.plainfact.figure.Display;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What holds of any chart, tried on random ones. */
class ChartPropertyTest {
    private static final int TRIALS = 1500;
    private static final List<String> WORDS = List.of(
            "stove",
            "of",
            "1",
            "&",
            "<b>",
            "\"quoted\"",
            "MMMMMMMM",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "난로",
            "한국형온돌난로감마매우긴이름을가진모델의이름",
            "暖房",
            "m²K⁴",
            "iiii");

    @Test
    void any_chart_is_well_formed_and_its_words_are_on_it_and_apart() {
        for (int seed = 0; seed < TRIALS; seed++) {
            Plot plot = plot(new Random(seed));
            for (double width : new double[] {340, 760}) {
                Canvas.Drawing drawing = Painter.drawing(plot, "c", width, "Title & more", "Words <of> it");
                String trial = "seed " + seed + ", " + plot.kind() + " at " + width;
                assertThat(texts(drawing.svg()))
                        .as(trial)
                        .isEqualTo(drawing.texts().size());
                checkBoxes(drawing, trial);
            }
        }
    }

    @Test
    void the_same_plot_gives_the_same_bytes() {
        for (int seed = 0; seed < 200; seed++) {
            String one =
                    Painter.drawing(plot(new Random(seed)), "c", 340, "T", "D").svg();
            String other =
                    Painter.drawing(plot(new Random(seed)), "c", 340, "T", "D").svg();
            assertThat(one).as("seed " + seed).isEqualTo(other);
        }
    }

    @Test
    void no_number_of_a_drawing_is_beyond_bounds() {
        for (int seed = 0; seed < TRIALS; seed++) {
            String svg =
                    Painter.drawing(plot(new Random(seed)), "c", 340, "T", "D").svg();
            assertThat(svg).as("seed " + seed).doesNotContain("NaN", "Infinity", "922337203685477580");
        }
    }

    private static void checkBoxes(Canvas.Drawing drawing, String trial) {
        List<Canvas.Box> boxes = drawing.texts();
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).inside(drawing.view().around(0.01)))
                    .as("%s: text %d at %s in %s", trial, i, boxes.get(i), drawing.view())
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).around(-0.01).overlaps(boxes.get(j)))
                        .as("%s: texts %d and %d at %s and %s", trial, j, i, boxes.get(j), boxes.get(i))
                        .isFalse();
            }
        }
    }

    private static int texts(String svg) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                assertThat(element.hasAttribute("style")).isFalse();
            }
            return document.getElementsByTagName("text").getLength();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(svg, e);
        }
    }

    private static Plot plot(Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        boolean positive = random.nextInt(3) > 0;
        boolean log = positive && kind != Kind.BAR && random.nextBoolean();
        boolean over = kind == Kind.LINE || kind == Kind.DOT && random.nextBoolean();
        double size = Math.pow(10, random.nextInt(24) - 8);
        List<Plot.Panel> panels = new ArrayList<>();
        int count = 1 + random.nextInt(kind == Kind.SLOPE ? 2 : 3);
        for (int i = 0; i < count; i++) {
            List<Plot.Spot> spots = new ArrayList<>();
            for (int row = 0; row < 1 + random.nextInt(kind == Kind.SLOPE ? 12 : 14); row++) {
                spots.add(spot(random, kind, positive, over, size));
            }
            panels.add(new Plot.Panel(count == 1 ? "" : words(random), spots));
        }
        List<Curve.Sample> line = new ArrayList<>();
        if (over && kind == Kind.DOT && random.nextBoolean()) {
            for (int i = 0; i <= 72; i++) {
                double value = size * (1 + i % 7);
                line.add(new Curve.Sample(size * i, new Interval(value, value * (1 + random.nextInt(2)))));
            }
        }
        return new Plot(
                kind,
                words(random),
                new Plot.Axis(words(random), random.nextBoolean() ? "m²" : "", log),
                over ? Optional.of(new Plot.Axis(words(random), "h", false)) : Optional.empty(),
                panels,
                line,
                List.of(words(random), words(random)),
                List.of(words(random)));
    }

    private static Plot.Spot spot(Random random, Kind kind, boolean positive, boolean over, double size) {
        List<Plot.Value> values = new ArrayList<>();
        for (int i = 0; i < (kind == Kind.SLOPE ? 2 : 1); i++) {
            values.add(value(random, positive, size));
        }
        return new Plot.Spot(
                words(random),
                random.nextInt(3) == 0 ? words(random) : "",
                values,
                over ? Optional.of(value(random, false, size)) : Optional.empty());
    }

    private static Plot.Value value(Random random, boolean positive, double size) {
        Status status = Status.values()[random.nextInt(Status.values().length)];
        if (random.nextInt(8) == 0) {
            return new Plot.Value(Display.NOT_STATED, Optional.empty(), status);
        }
        double scale = random.nextInt(3) == 0 ? 1000 : 1;
        double one = size * scale * (positive ? 0.01 + random.nextDouble() : random.nextDouble() * 2 - 1);
        double other = random.nextInt(3) == 0 ? one + size * random.nextDouble() : one;
        Interval range = new Interval(one, other);
        return new Plot.Value(Display.computed(range), Optional.of(range), status);
    }

    private static String words(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }
}
