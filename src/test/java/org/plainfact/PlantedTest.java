package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.Casebook.Block;
import org.plainfact.Casebook.Case;

/**
 * Mistakes that are made on purpose, and every word that is told of each: the pages below {@code src/test/resources/planted}
 * say how. With {@code -Dplanted.write=true} what is told is written into them, to be read before it is
 * believed.
 */
class PlantedTest {
    private static final Path FOLDER = Path.of("src/test/resources/planted");
    private static final Pattern SECTION = Pattern.compile("(?m)^### (.+)$");
    private static final String TOLD = "told";
    /** Rules of which no mistake can be written down here. */
    private static final Map<String, String> ELSEWHERE = new TreeMap<>(Map.ofEntries(
            Map.entry("control-character", "no character of a page; see SourceTreeTest"),
            Map.entry("not-utf-8", "no text; see SourceTreeTest"),
            Map.entry("not-a-regular-file", "no file; see SourceTreeTest"),
            Map.entry("file-too-large", "too large for a page; see ContentReaderTest"),
            Map.entry("output-too-large", "too large for a page; see HostileTextTest"),
            Map.entry("too-costly-to-read", "too large for a page; see HostileTextTest"),
            Map.entry("nested-too-deeply", "too large for a page; see HostileTextTest"),
            Map.entry("table-too-long", "too large for a page; see HostileTextTest"),
            Map.entry("markdown-not-understood", "a fault of the parser that is not known yet"),
            Map.entry("style-too-costly", "too large for a page; see StyleTest"),
            Map.entry("foreign-file", "stands in the output, where check looks at nothing; see CommitTest"),
            Map.entry("limits-outdated", "of today's date; see CarouselTest"),
            Map.entry("cut-text", "of a sheet that a theme brings; see InspectionTest"),
            Map.entry("missing-glyph", "of a sheet that a theme brings; see InspectionTest"),
            Map.entry("overlapping-text", "of a sheet that a theme brings; see InspectionTest"),
            Map.entry("small-type", "of a sheet that a theme brings; see InspectionTest"),
            Map.entry("outside-safe-zone", "of a sheet that a theme brings; see InspectionTest"),
            Map.entry("picture-too-large", "of a picture too large to be decoded; see PicturesTest"),
            Map.entry("picture-not-copied", "of a picture in the colours of print; see PicturesTest"),
            Map.entry("dead-link", "of what another site answers; see ExternalLinksTest"),
            Map.entry("moved-link", "of what another site answers; see ExternalLinksTest"),
            Map.entry("undecided-link", "of what another site answers; see ExternalLinksTest"),
            Map.entry("changed-file", "of a published site; see VerificationTest"),
            Map.entry("extra-file", "of a published site; see VerificationTest"),
            Map.entry("missing-file", "of a published site; see VerificationTest"),
            Map.entry("figure-differs", "of a published site; see RecountTest"),
            Map.entry("ledger-form", "of a published site; see RecountTest"),
            Map.entry("no-manifest", "of a published site; see VerificationTest"),
            Map.entry("jbake-address", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-data", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-date", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-empty-body", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-engine", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-escaping", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-header", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-outside", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-status", "of a site of JBake; see JBakeFindingsTest"),
            Map.entry("jbake-tool", "of an extension that fails; no extension is among the tests"),
            Map.entry("jbake-type", "of a site of JBake; see JBakeFindingsTest")));

    @TempDir
    private Path work;

    @TestFactory
    Stream<DynamicTest> each_mistake_is_told_at_its_place_and_in_these_words() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case planted : planted()) {
            Path site = work.resolve("site-" + tests.size());
            tests.add(DynamicTest.dynamicTest(
                    FOLDER.relativize(planted.page()) + ", " + planted.kind() + ": " + planted.title(),
                    () -> hold(planted, site)));
        }
        return tests.stream();
    }

    @Test
    void there_are_many() throws IOException {
        assertThat(planted()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(planted().stream().map(planted -> planted.kind() + planted.title()))
                .doesNotHaveDuplicates();
    }

    @Test
    void one_is_planted_of_every_rule_that_can_be_broken_on_a_page() throws IOException {
        Set<String> rules = SECTION.matcher(Files.readString(Path.of("src/doc/check.md")))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules).containsAll(ELSEWHERE.keySet()).containsAll(told());
        Set<String> planted = planted().stream().map(Case::kind).collect(Collectors.toCollection(TreeSet::new));

        rules.removeAll(ELSEWHERE.keySet());
        assertThat(planted).containsExactlyElementsOf(rules);
    }

    private static void hold(Case planted, Path site) throws IOException {
        String told = told(planted, site);
        if (Boolean.getBoolean("planted.write")) {
            planted.write(TOLD, told);
        }
        assertThat(told).isEqualTo(planted.block(TOLD).orElse(""));
        assertThat(told).contains("[" + planted.kind() + "]");
    }

    private static String told(Case planted, Path site) throws IOException {
        SmallSite.unpack(site);
        List<String> command = List.of("check", "--without", "invalid-html");
        for (Block block : planted.blocks()) {
            String[] words = block.name().split(" ", 2);
            switch (words[0]) {
                case "text" -> Built.write(site.resolve("content/articles/x.md"), Casebook.article(block.text()));
                case "file" -> Built.write(site.resolve(words[1]), block.text());
                case "without" -> Files.delete(site.resolve(words[1]));
                case "edit" -> Casebook.edit(site.resolve(words[1]), block.text());
                case "command" -> command = List.of(words[1].split(" "));
                case TOLD -> {}
                default -> throw new IllegalArgumentException("what is a block \"" + block.name() + "\"?");
            }
        }
        if (command.contains("carousel")) {
            Built.files(Path.of("templates/carousel"))
                    .forEach((name, file) -> Built.write(site.resolve("templates/carousel/" + name), Built.text(file)));
        }
        Built.Answer answer = Built.run(site, command.toArray(String[]::new));
        assertThat(answer.code()).as(answer.err()).isLessThan(2);
        return answer.err().replace(site.toString(), "SITE");
    }

    /** Every rule that a page names. */
    private static Set<String> told() throws IOException {
        Pattern rule = Pattern.compile("(?m) \\[([a-z0-9-]+)]$");
        return planted().stream()
                .flatMap(planted -> planted.block(TOLD).stream())
                .flatMap(text -> rule.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Case> planted() throws IOException {
        List<Case> all = new ArrayList<>();
        try (Stream<Path> pages = Files.list(FOLDER)) {
            for (Path page : pages.sorted().toList()) {
                Casebook.read(page).filter(each -> !each.blocks().isEmpty()).forEach(all::add);
            }
        }
        return all;
    }
}
