package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well the overclaim rules know a claim from a fair sentence: measured on sentences that were written and labelled
 * before the rules. The rules were tuned on one half; the other was held out.
 */
class OverclaimTest {
    private static final double ENOUGH = 0.95;

    /** Share of the claims found whose class is among those told. */
    private static final double ENOUGH_OF_CLASS = 0.9;

    /** The class of each rule; a plan as a fact has two, with a figure beside it and without. */
    private static final Map<String, String> OTHER_NAMES = Map.of("planned-thing", "plan");

    private static final String FIGURES = """
            {
              "records": [
                { "id": "harbour", "title": "Harbour", "provenance": { "status": "planned", "sources": ["maker"] },
                  "power": { "value": 103, "unit": "W" } },
                { "id": "campus", "title": "Campus", "provenance": { "status": "planned", "sources": ["maker"] },
                  "units": { "value": 5000, "unit": "W" } },
                { "id": "mill", "title": "Mill", "provenance": { "status": "announced", "sources": ["maker"] },
                  "output": { "value": 40, "unit": "W" } },
                { "id": "orbit", "title": "Orbit", "provenance": { "status": "notional", "sources": ["maker"] },
                  "power": { "value": 900, "unit": "W" } },
                { "id": "plant", "title": "Plant", "provenance": { "status": "measured", "sources": ["maker"] },
                  "power": { "value": 70, "unit": "W" } }
              ]
            }
            """;

    @TempDir
    private Path work;

    /** A sentence with the class that it was given, and what the rules make of it. */
    private record Judged(String label, String sentence, TreeSet<String> rules) {
        boolean fair() {
            return label.equals("fair");
        }

        boolean flagged() {
            return !rules.isEmpty();
        }

        /** Those of the rules that it breaks. */
        TreeSet<String> classes() {
            return rules.stream()
                    .map(rule -> rule.substring("overclaim-".length()))
                    .map(name -> OTHER_NAMES.getOrDefault(name, name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        boolean right() {
            return classes().contains(label);
        }
    }

    /** Precision and recall of some sentences. */
    private record Score(long right, long missed, long falseAlarms) {
        static Score of(List<Judged> all) {
            return new Score(
                    all.stream().filter(each -> !each.fair() && each.flagged()).count(),
                    all.stream().filter(each -> !each.fair() && !each.flagged()).count(),
                    all.stream().filter(each -> each.fair() && each.flagged()).count());
        }

        double recall() {
            return (double) right / (right + missed);
        }

        double precision() {
            return (double) right / (right + falseAlarms);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d found, %d missed, %d false alarms: recall %.3f, precision %.3f",
                    right,
                    missed,
                    falseAlarms,
                    recall(),
                    precision());
        }
    }

    @Test
    void the_rules_find_nearly_all_claims_and_raise_hardly_a_false_alarm() {
        List<Judged> tuning = judged("tuning");
        List<Judged> heldOut = judged("held-out");
        List<Judged> all = new ArrayList<>(tuning);
        all.addAll(heldOut);

        print("tuning", tuning);
        print("held out", heldOut);
        Score score = Score.of(all);
        System.out.println("overclaim, all: " + score);

        assertThat(all.stream().filter(each -> !each.fair()).count()).isGreaterThanOrEqualTo(200);
        assertThat(all.stream().filter(Judged::fair).count()).isGreaterThanOrEqualTo(400);
        assertThat(all.stream().map(Judged::label).distinct()).hasSize(12);
        assertThat(score.recall()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(score.precision()).isGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void nearly_every_claim_that_is_found_is_found_as_what_it_is() {
        List<Judged> found = Stream.of("tuning", "held-out")
                .flatMap(name -> judged(name).stream())
                .filter(each -> !each.fair() && each.flagged())
                .toList();
        Map<String, List<Judged>> byLabel =
                found.stream().collect(Collectors.groupingBy(Judged::label, TreeMap::new, Collectors.toList()));

        byLabel.forEach((label, all) -> System.out.println("overclaim, " + label + " found as: " + confusion(all)));
        found.stream()
                .filter(each -> !each.right())
                .forEach(
                        each -> System.out.println("  " + each.label + " as " + each.classes() + ": " + each.sentence));
        System.out.println(String.format(
                Locale.ROOT,
                "overclaim, right class among those told: %.3f; told alone: %.3f",
                share(found),
                alone(found)));

        assertThat(byLabel).hasSize(11);
        assertThat(share(found)).isGreaterThanOrEqualTo(ENOUGH_OF_CLASS);
        assertThat(byLabel)
                .allSatisfy((label, all) -> assertThat(share(all)).as(label).isGreaterThan(0.5));
    }

    private static double share(List<Judged> found) {
        return (double) found.stream().filter(Judged::right).count() / found.size();
    }

    /** Of those that are told as what they are, and as nothing else. */
    private static double alone(List<Judged> found) {
        return (double) found.stream()
                        .filter(each -> each.right() && each.classes().size() == 1)
                        .count()
                / found.size();
    }

    /** How often each class is told. */
    private static Map<String, Long> confusion(List<Judged> found) {
        return found.stream()
                .flatMap(each -> each.classes().stream())
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private static void print(String name, List<Judged> judged) {
        System.out.println("overclaim, " + name + ": " + Score.of(judged));
        judged.stream()
                .filter(each -> each.fair() == each.flagged())
                .forEach(each -> System.out.println(
                        "  " + (each.fair() ? "false alarm " + each.rules() : "missed " + each.label()) + ": "
                                + each.sentence()));
    }

    /** Has the program check the sentences, each a paragraph of its own. */
    private List<Judged> judged(String name) {
        Path site = work.resolve(name);
        SmallSite.unpack(site);
        Built.write(site.resolve("data/plans.json"), FIGURES);
        List<String> lines = Built.text(Path.of("src/test/resources/check/" + name + ".txt"))
                .lines()
                .toList();
        StringBuilder article = new StringBuilder("---\ntitle: T\ndescription: D.\nstatus: draft\n---\n");
        lines.forEach(
                line -> article.append(line.substring(line.indexOf(' ') + 1)).append("\n\n"));
        Built.write(site.resolve("content/articles/sentences.md"), article.toString());
        Map<Integer, TreeSet<String>> found = new TreeMap<>();
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(Built.run(work, "check", name, "--drafts", "--without", "invalid-html", "--format", "json")
                        .out());
        for (JsonNode finding : json.at("/findings")) {
            String rule = finding.at("/rule").asString();
            if (rule.startsWith("overclaim-") && finding.at("/path").asString().endsWith("sentences.md")) {
                found.computeIfAbsent((finding.at("/line").asInt() - 6) / 2, key -> new TreeSet<>())
                        .add(rule);
            }
        }
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            judged.add(new Judged(
                    line.substring(0, colon), line.substring(colon + 2), found.getOrDefault(i, new TreeSet<>())));
        }
        return judged;
    }
}
