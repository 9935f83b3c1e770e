package org.plainfact;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the tables of {@code src/doc/architecture.md}. Its exceptions stay at zero. */
class ArchitectureTest {
    private static final String ROOT = "org.plainfact";

    /** Package → the packages of ours that it may use. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("source", List.of()),
            Map.entry("disk", List.of()),
            Map.entry("data", List.of("source")),
            Map.entry("figure", List.of("data", "source")),
            Map.entry("chart", List.of("figure", "data", "source")),
            Map.entry("memo", List.of("source")),
            Map.entry("code", List.of()),
            Map.entry("content", List.of("code", "memo", "source")),
            Map.entry("directive", List.of("chart", "tex", "content", "figure", "data", "memo", "source")),
            Map.entry("site", List.of("directive", "content", "figure", "data", "memo", "source")),
            Map.entry("tex", List.of("source")),
            Map.entry("picture", List.of("source")),
            Map.entry("impact", List.of("data", "source")),
            Map.entry("link", List.of("content", "data", "memo", "page", "source")),
            Map.entry("social", List.of("site", "directive", "content", "figure", "data", "memo", "source")),
            Map.entry("page", List.of("picture", "memo", "source")),
            Map.entry("check", List.of("site", "directive", "content", "figure", "data", "memo", "page", "source")),
            Map.entry("preview", List.of("site", "source")),
            Map.entry("publish", List.of("site", "data", "disk", "source")),
            Map.entry("image", List.of()),
            Map.entry("jbake", List.of("bake", "data", "memo", "source")),
            Map.entry(
                    "bake",
                    List.of("image", "site", "directive", "content", "figure", "data", "disk", "memo", "source"))));

    /** Packages of a library → the only packages of ours that touch it. */
    private static final Map<String, List<String>> ONLY = new TreeMap<>(Map.ofEntries(
            Map.entry("tools.jackson..", List.of("data")),
            Map.entry("com.networknt..", List.of("data")),
            Map.entry("javax.measure..", List.of("data")),
            Map.entry("tech.units..", List.of("data")),
            Map.entry("com.ezylang..", List.of("figure")),
            Map.entry("com.vladsch..", List.of("content", "jbake")),
            Map.entry("org.snakeyaml..", List.of("content")),
            Map.entry("org.fife..", List.of("code")),
            Map.entry("com.luciad..", List.of("image")),
            Map.entry("org.eclipse.jgit..", List.of("publish")),
            // Each reads HTML for itself: an author's in a text, a designer's in a slide, a finished page's words.
            // Links
            // and structure of a page that is printed are read from one tree.
            Map.entry("org.jsoup..", List.of("content", "picture", "impact", "link", "page")),
            Map.entry("nu.validator..", List.of("page")),
            Map.entry("com.github.difflib..", List.of("impact")),
            Map.entry("com.openhtmltopdf..", List.of("picture")),
            Map.entry("org.apache.pdfbox..", List.of("picture")),
            Map.entry("org.apache.fontbox..", List.of("picture")),
            Map.entry("com.twitter..", List.of("social")),
            Map.entry("java.net.http..", List.of("link", "publish")),
            Map.entry("software.amazon..", List.of("publish")),
            Map.entry("org.jbake..", List.of("bake", "jbake")),
            Map.entry("freemarker..", List.of("bake", "jbake")),
            Map.entry("io.methvin..", List.of("preview")),
            Map.entry("com.sun.net.httpserver..", List.of("preview"))));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void each_package_uses_only_the_packages_it_may() {
        MAY_USE.forEach((name, used) -> {
            String[] allowed = Stream.concat(Stream.of(name), used.stream())
                    .map(other -> ROOT + "." + other + "..")
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(ROOT + "." + name + "..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(ROOT + ".."))))
                    .check(CLASSES);
        });
    }

    @Test
    void each_library_is_touched_only_by_its_packages() {
        ONLY.forEach((library, packages) -> {
            String[] allowed =
                    packages.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideOutsideOfPackages(allowed)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .check(CLASSES);
        });
    }

    /** Of the program's own jar the list of files is read. */
    @Test
    void archives_are_unpacked_for_a_revision_alone() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Revision")
                .and()
                .doNotHaveSimpleName("Program")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(zip\\.Zip|jar\\.).*")
                .check(CLASSES);
    }

    /**
     * One of a crew that waits for the pool that all share would wait for ever where the pool's threads wait for crews. The
     * two that are left ask the disk, one question each, and are no crew's work.
     */
    @Test
    void work_is_shared_out_by_a_crew_and_not_by_the_pool_that_all_share() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.plainfact.source.Snapshot")
                .and()
                .doNotHaveFullyQualifiedName("org.plainfact.bake.LastSite")
                .should()
                .callMethodWhere(
                        target(nameMatching("parallel(Stream)?")).and(target(owner(resideInAPackage("java..")))))
                .check(CLASSES);
    }

    @Test
    void every_package_of_ours_stands_in_the_table() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/plainfact"))) {
            assertThat(folders.filter(Files::isDirectory).map(folder -> String.valueOf(folder.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
        }
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> file.resolveSibling("package-info.java"))
                    .distinct()
                    .toList();
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(info ->
                            assertThat(info).content().contains("@NullMarked").contains(NullMarked.class.getName()));
        }
    }

    @Test
    void only_main_prints() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void only_main_reads_the_clock_and_the_environment() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .check(CLASSES);
    }

    /** The generator knows figures, not their subject: a site on another subject needs no Java. */
    @Test
    void nothing_about_the_first_sites_subject_stands_in_the_program() throws IOException {
        Pattern subject = Pattern.compile(
                "\\b(gpus?|accelerators?|megawatts?|nvidia|spacex|sk telecom|ai factory|ai factories|datacent(er|re)s?"
                        + "|data cent(er|re)s?|mlperf|inferencex|tokens?[ /-]per|tokens/s)\\b",
                Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String code = withoutComments(Files.readString(file)).toLowerCase(Locale.ROOT);
                assertThat(subject.matcher(code)
                                .results()
                                .map(found -> found.group())
                                .toList())
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void every_test_that_the_architecture_names_is_there() throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> String.valueOf(file.getFileName())).toList();
        }
        List<String> named = Pattern.compile("`([A-Z][A-Za-z]+Test)\\b")
                .matcher(Files.readString(Path.of("src/doc/architecture.md")))
                .results()
                .map(found -> found.group(1) + ".java")
                .distinct()
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(tests).containsAll(named);
    }

    private static String withoutComments(String code) {
        return code.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }
}
