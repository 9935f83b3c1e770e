package org.plainfact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What authors do to the {@link SmallSite}, at random: most of it sound, some of it wrong, and often undone. */
final class Edits {
    private static final Edit UNDO = new Edit("undo", Desk::undo);

    private static final List<String> ARTICLES = List.of(
            "articles/one",
            "articles/one.carousel",
            "articles/two",
            "articles/three",
            "articles/four",
            "articles/five",
            "articles/six");
    private static final List<String> OTHERS = List.of(
            "faq/why-warm",
            "faq/how-loud",
            "faq/what-else",
            "glossary/heat-pump",
            "glossary/wall-power",
            "pages/about",
            "pages/deep/method");
    private static final List<String> NEW = List.of(
            "articles/new", "articles/deep/new", "faq/new", "glossary/new", "pages/new", "loose", "pages/deep/one");
    private static final List<String> TEMPLATES = List.of(
            "layout.ftlh",
            "blocks.ftlh",
            "article.ftlh",
            "page.ftlh",
            "question.ftlh",
            "term.ftlh",
            "record.ftlh",
            "source.ftlh",
            "working.ftlh",
            "list.ftlh",
            "plain.ftlh",
            "machine.ftlx",
            "extra.ftlh",
            "parts/extra.ftlh");
    private static final List<String> DATA = List.of(
            "data/pumps.json",
            "data/homes.json",
            "data/sources.json",
            "data/units.json",
            "data/formulas.json",
            "data/calculations.json",
            "data/claims.json",
            "data/comparisons.json",
            "data/tables/pumps.json",
            "data/charts/alpha-by-power.json",
            "data/calculators/a-pump.json",
            "data/schema/pumps.schema.json",
            "data/schema/common.schema.json");
    private static final List<String> ASSETS = List.of(
            "assets/css/site.css",
            "assets/css/base.css",
            "assets/css/more.css",
            "assets/js/search.js",
            "assets/images/mark.svg",
            "assets/images/other.svg",
            "assets/root/assets-list.txt",
            "assets/root/.well-known/security.txt",
            "assets/root/favicon.svg",
            "content/articles/sketch.svg",
            "content/articles/images/mark.svg",
            "content/pages/deep/sketch.svg");

    /** Values of the front matter that go with the rest of the site. */
    private static final Map<String, List<String>> HEAD = Map.ofEntries(
            Map.entry("title", List.of("Another title", "How <b>bold</b> & \"quoted\"", "About", "Zebra")),
            Map.entry(
                    "description",
                    List.of(
                            "Said in other words.",
                            "\"By {figure}`beta.power` and {term}`heat-pump`.\"",
                            "\"By {figure}`alpha-cop.cop`.\"")),
            Map.entry("date", List.of("2026-11-01", "2026-11-29", "2026-12-01", "2026-12-06", "2025-01-31")),
            Map.entry("updated", List.of("2026-11-20", "2026-11-30")),
            Map.entry("reviewed", List.of("2026-11-21")),
            Map.entry("authors", List.of("[Ada]", "[Ada, Grace]")),
            Map.entry("status", List.of("draft", "published", "published-date")),
            Map.entry("topics", List.of("[heat]", "[noise]", "[heat, noise]", "[cold]", "[]")),
            Map.entry("tags", List.of("[winter]", "[Winter]", "[plain, pumps]", "[heat]", "[]")),
            Map.entry("aliases", List.of("[/old/first/]", "[/old/second/, /older/]", "[]")),
            Map.entry("hook", List.of("What now?", "\"Is it {figure}`beta-cop.cop`?\"")),
            Map.entry("takeaways", List.of("[\"One\", \"It takes {figure}`alpha.power`.\"]", "[]")),
            Map.entry(
                    "corrections",
                    List.of(
                            "[{date: 2026-11-22, text: Warm was cold.}]",
                            "[{date: 2026-11-22, text: \"It is {figure}`alpha.power`.\"}, {date: 2026-11-29, text: Again.}]",
                            "[{date: 2026-12-02, text: Not yet.}]",
                            "[]")),
            Map.entry(
                    "hero",
                    List.of(
                            "{src: images/mark.svg, alt: Dots}",
                            "{src: sketch.svg, alt: A sketch}",
                            "{src: images/other.svg, alt: Other}")),
            Map.entry("slug", List.of("renamed", "one", "two")),
            Map.entry("x-mine", List.of("1")));

    private static final List<String> TEXTS = List.of(
            "A plain sentence.",
            "It draws {figure}`beta.power` or {figure}`gamma.heat`.",
            "It reaches {figure}`alpha-cop.cop`, and {figure}`fleet.total` in all.",
            "A {term}`heat-pump`, a {term}`Wall power` or {term}`pumps <heat-pump>`.",
            "See {page}`two`, {page}`about`, {page}`question/why-warm` and {page}`method <deep/method>`.",
            "Says {source}`survey` and {source}`the maker <data-sheet>`.",
            "[Questions](/faq/), [a question](/faq/what-else/), [a list](/assets-list.txt) and [a record](/pumps/beta/).",
            "![A mark](/images/mark.svg) and ![a sketch](/articles/sketch.svg).",
            "```{table} pumps\n:caption: Once more\n```",
            "```{chart} pumps\n```",
            "```{chart} pumps\n:as: dot\n:scale: linear\n:caption: Drawn\n```",
            "```{curve} alpha-by-power\n```",
            "```{faq} why-warm what-else\n```",
            "```{faq}\n:topic: noise\n```",
            "```{callout} caution\n:title: Mind\nIt draws {figure}`alpha.power`.\n```",
            "```{working} fleet.total\n```",
            "```{calculator} a-pump\n```",
            "```{sources}\n```",
            "```{sources} survey data-sheet\n```",
            "```{takeaways}\n```",
            "```{figure} beta.months.may.heat\n:caption: In May\n```",
            "```{map}\n:caption: On and on\n- Air: Cold.\n- Pump: Warm.\n```",
            "It gives {claim}`over twice <alpha-over-double>` that, {claim}`alpha-on-top` of all.",
            "It draws {figure}`alpha.power`, not {claim}`more than double <alpha-over-double>` that.",
            "## A heading\n\nBelow [it](#a-heading).");

    private static final List<String> WRONG_TEXTS = List.of(
            "It draws {figure}`alpha.powr`.",
            "It draws {figure}`alpha.power`, thrice that.",
            "It gives {claim}`far more <alpha-over-double>` or {claim}`more than double <alpha-over-duble>`.",
            "It draws {figure}`delta.power`.",
            "A {term}`heat-pmp` or a {term}`new`.",
            "See {page}`six`, {page}`new` or {page}`abuot`.",
            "Says {source}`servey`.",
            "```{table} pump\n```",
            "```{chart} pumps\n:as: bar\n:scale: log\n```",
            "```{curve} alpha-by-powr\n```",
            "```{faq} why-wram\n```",
            "```{faq}\n:topic: cold\n```",
            "![A sketch](sketch.svg) and [the file](one.md).",
            "[Nowhere](/articles/nowhere/), [new](new.md), [a draft](six.md) and [no heading](/about/#none).",
            "![Missing](/images/other.svg) and ![missing](other.svg).",
            "```{tabel} pumps\n```",
            "```{calculator} a-pmup\n```",
            "```{map}\n- Air\n```",
            "An open {figure}`");

    /** What is replaced in a file of the data, each by one of what stands behind it. */
    private static final List<Replacement> DATA_CHANGES = List.of(
            new Replacement(
                    "data/pumps.json",
                    "\"value\": [0-9.]+, \"unit\": \"kW\", \"title\": \"power drawn\"",
                    List.of(
                            "\"value\": 3, \"unit\": \"kW\", \"title\": \"power drawn\"",
                            "\"value\": 3.50, \"unit\": \"kW\", \"title\": \"power drawn\"",
                            "\"value\": 3500, \"unit\": \"W\", \"title\": \"power drawn\"")),
            new Replacement("data/pumps.json", "\"low\": [0-9]+", List.of("\"low\": 7", "\"low\": 8")),
            new Replacement("data/pumps.json", "\"value\": 1\\.[0-9]+", List.of("\"value\": 1.50", "\"value\": 1.75")),
            new Replacement("data/pumps.json", "\"value\": (null|12)", List.of("\"value\": null", "\"value\": 12")),
            new Replacement(
                    "data/pumps.json",
                    "\"status\": \"[a-z]+\"",
                    List.of("\"status\": \"measured\"", "\"status\": \"stated\"", "\"status\": \"planned\"")),
            new Replacement(
                    "data/pumps.json",
                    "\\[\"(field-trial|survey)\"(, \"data-sheet\")?]",
                    List.of("[\"field-trial\"]", "[\"survey\"]", "[\"survey\", \"data-sheet\"]")),
            new Replacement("data/pumps.json", "Pump (Alpha|Omega)", List.of("Pump Alpha", "Pump Omega")),
            new Replacement(
                    "data/pumps.json", "Stands in a [a-z]+\\.", List.of("Stands in a barn.", "Stands in a shed.")),
            new Replacement("data/pumps.json", "heat (delivered|given)", List.of("heat delivered", "heat given")),
            new Replacement("data/pumps.json", "\"title\": \"Pumps\"", List.of("\"title\": \"Pumps\"")),
            new Replacement("data/homes.json", "\"value\": [0-9]+", List.of("\"value\": 250", "\"value\": 300")),
            new Replacement("data/homes.json", "\"title\": \"homes\"", List.of("\"title\": \"houses\"")),
            new Replacement(
                    "data/sources.json",
                    "Field trial of [0-9]+",
                    List.of("Field trial of 2024", "Field trial of 2025")),
            new Replacement(
                    "data/sources.json",
                    "example.org/(trial|other)",
                    List.of("example.org/trial", "example.org/other")),
            new Replacement(
                    "data/sources.json", "\"A survey\"", List.of("\"A survey\", \"url\": \"https://example.org/s\"")),
            new Replacement("data/units.json", "1[0-9]+ household", List.of("100 household", "125 household")),
            new Replacement(
                    "data/units.json",
                    "\"spoken\": \"[a-z ]+\"",
                    List.of("\"spoken\": \"quarters\"", "\"spoken\": \"city quarters\"")),
            new Replacement(
                    "data/formulas.json",
                    "heat / power|heat / \\(power \\* 2\\)",
                    List.of("heat / power", "heat / (power * 2)")),
            new Replacement(
                    "data/formulas.json",
                    "homes \\* power|ceil\\(homes\\) \\* power",
                    List.of("homes * power", "ceil(homes) * power")),
            new Replacement(
                    "data/formulas.json", "\"symbol\": \"[CK]\"", List.of("\"symbol\": \"C\"", "\"symbol\": \"K\"")),
            new Replacement(
                    "data/formulas.json",
                    "Coefficient of [a-z]+",
                    List.of("Coefficient of performance", "Coefficient of use")),
            new Replacement("data/calculations.json", "On one [a-z]+\\.", List.of("On one day.", "On one night.")),
            new Replacement("data/calculations.json", "All pumps|Every pump", List.of("All pumps", "Every pump")),
            new Replacement(
                    "data/calculations.json", "\"(beta|gamma)\\.heat\"", List.of("\"beta.heat\"", "\"gamma.heat\"")),
            new Replacement(
                    "data/calculations.json",
                    "\"formula\": \"cop\"(, \"digits\": 2)?",
                    List.of("\"formula\": \"cop\"", "\"formula\": \"cop\", \"digits\": 2")),
            new Replacement(
                    "data/tables/pumps.json", "\"unit\": \"k?W\"", List.of("\"unit\": \"W\"", "\"unit\": \"kW\"")),
            new Replacement(
                    "data/tables/pumps.json",
                    "\"figure\": \"(heat|power)\"",
                    List.of("\"figure\": \"heat\"", "\"figure\": \"power\"")),
            new Replacement(
                    "data/tables/pumps.json",
                    "\"collection\": \"pumps\"(, \"[^}]*)?",
                    List.of(
                            "\"collection\": \"pumps\"",
                            "\"collection\": \"pumps\", \"limit\": 1",
                            "\"collection\": \"pumps\", \"sort\": [\"-heat\"]")),
            new Replacement(
                    "data/tables/pumps.json",
                    "What the pumps [a-z]+",
                    List.of("What the pumps deliver", "What the pumps give")),
            new Replacement(
                    "data/claims.json",
                    "heat > (2|2\\.5) \\* power",
                    List.of("heat > 2.5 * power", "heat > 2 * power")),
            new Replacement(
                    "data/charts/alpha-by-power.json", "\"steps\": [0-9]", List.of("\"steps\": 2", "\"steps\": 4")),
            new Replacement(
                    "data/charts/alpha-by-power.json", "\"value\": [45],", List.of("\"value\": 4,", "\"value\": 5,")),
            new Replacement("data/claims.json", "more than twice|over 2×", List.of("more than twice", "over 2×")),
            new Replacement(
                    "data/calculators/a-pump.json", "\"step\": 0\\.[0-9]+", List.of("\"step\": 0.25", "\"step\": 0.5")),
            new Replacement(
                    "data/calculators/a-pump.json",
                    "A pump of [a-z]+ choice",
                    List.of("A pump of your choice", "A pump of some choice")),
            new Replacement("data/comparisons.json", "thrice|tenfold", List.of("thrice", "tenfold")),
            new Replacement(
                    "data/schema/common.schema.json",
                    "\"maxLength\": [0-9]+",
                    List.of("\"maxLength\": 40", "\"maxLength\": 50")));

    private static final List<Replacement> WRONG_DATA = List.of(
            new Replacement("data/claims.json", "heat > [24] \\* power", List.of("heat > 4 * power", "heat > power +")),
            new Replacement("data/claims.json", "\"over twice\"", List.of("\"over\"")),
            new Replacement("data/claims.json", "\"column\": \"heat\"", List.of("\"column\": \"haet\"")),
            new Replacement("data/comparisons.json", "thrice", List.of("draws")),
            new Replacement("data/calculators/a-pump.json", "\"low\": [0-9]+", List.of("\"low\": 1", "\"low\": 0")),
            new Replacement(
                    "data/calculators/a-pump.json",
                    "\"results\": \\[\"cop\"]",
                    List.of("\"results\": [\"cpo\"]", "\"results\": [\"cop\"]")),
            new Replacement(
                    "data/pumps.json",
                    "\"id\": \"alpha\"",
                    List.of("\"id\": \"alfa\"", "\"id\": \"beta\"", "\"id\": \"town\"")),
            new Replacement("data/pumps.json", "\"unit\": \"kW\"", List.of("\"unit\": \"kWw\"", "\"unit\": \"kg\"")),
            new Replacement("data/pumps.json", "\"survey\"", List.of("\"servey\"")),
            new Replacement("data/sources.json", "\"id\": \"data-sheet\"", List.of("\"id\": \"sheet\"")),
            new Replacement("data/units.json", "\"definition\"", List.of("\"defintion\"")),
            new Replacement("data/formulas.json", "\"unit\": \"ratio\"", List.of("\"unit\": \"kW\"")),
            new Replacement("data/formulas.json", "heat / power", List.of("heat / powr", "heat /")),
            new Replacement("data/calculations.json", "alpha\\.heat", List.of("alpha.haet", "alpha-cop.cop")),
            new Replacement("data/tables/pumps.json", "\"figure\": \"heat\"", List.of("\"figure\": \"haet\"")),
            new Replacement(
                    "data/charts/alpha-by-power.json", "alpha-cop\\.cop", List.of("alpha-cop.heat", "alpha-cop.cpo")),
            new Replacement("data/schema/common.schema.json", "\"maxLength\": [0-9]+", List.of("\"maxLength\": 4")));

    private static final List<String> PARTS = List.of(
            "More words.",
            "<#include \"extra.ftlh\" ignore_missing=true>",
            "<#include \"/extra.ftlh\" ignore_missing=true>",
            "<#include \"parts/../extra.ftlh\" ignore_missing=true>",
            "<#include \"parts/extra.ftlh\" ignore_missing=true>",
            "<#include \"./parts/extra.ftlh\" ignore_missing=true>",
            "<#include \"*/extra.ftlh\" ignore_missing=true>",
            "<#assign more = .get_optional_template(\"extra.ftlh\")><#if more.exists>There is more.</#if>",
            "<#attempt><#include \"extra.ftlh\"><#recover>None.</#attempt>",
            "<#attempt>${asset(\"css/more.css\").url}<#recover>${.error}</#attempt>",
            "<#attempt><#import \"parts/extra.ftlh\" as parts><#recover>${.error}</#attempt>",
            "${site.today}",
            "<#list site.navigation as link>${link.title}</#list>",
            "${config.site_title!\"none\"} ${config[\"label_heat\"]!\"none\"}",
            "<#list config as key, value>${key} </#list>",
            "${config?size}",
            "${(source(\"survey\").title)!\"none\"}",
            "${asset(\"css/site.css\").url}",
            "${asset(\"css/site.css\").integrity!}",
            "${absolute(asset(\"images/mark.svg\").route)}",
            "${site.drafts?c} ${site.future?c} ${site.articlesPerPage}",
            "${site.basePath} ${site.baseUrl} ${site.language} ${site.publisher}",
            "${site.recordPages?join(\" \")}",
            "${(site.other.label_heat)!}",
            "${url(\"/faq/#x\")} ${absolute(\"/\")}");

    private static final List<String> WRONG_PARTS = List.of(
            "${nothing}",
            "<#if page>",
            "<#include \"extra.ftlh\">",
            "<#import \"/parts/extra.ftlh\" as parts>",
            "${asset(\"css/more.css\").url}",
            "${source(\"servey\").title}",
            "${config.label_heat}",
            "${\"1\"?eval}");

    private static final Map<String, List<String>> SETTINGS = Map.ofEntries(
            Map.entry("site.title", List.of("Warm and Dry", "Warm & Wet")),
            Map.entry("site.tagline", List.of("Heat, measured", "")),
            Map.entry("site.description", List.of("What heat pumps do", "What they do not")),
            Map.entry(
                    "site.host",
                    List.of("https://example.org", "https://example.org/sub", "https://other.example.org/sub/")),
            Map.entry("site.language", List.of("en", "de")),
            Map.entry("site.publisher", List.of("The Editors", "")),
            Map.entry("site.navigation", List.of("Questions|/faq/, About|/about/", "Pumps|/pumps/", "")),
            Map.entry("site.footer", List.of("Sources|/sources/", "")),
            Map.entry("site.disclaimer", List.of("An example.", "No more than an example.", "")),
            Map.entry("records.pages", List.of("pumps", "pumps, homes", "homes", "")),
            Map.entry("index.posts_per_page", List.of("1", "2", "10")),
            Map.entry("fields.pumps", List.of("note", "title, note")),
            Map.entry("label.power", List.of("Power drawn", "Power")),
            Map.entry("label.heat", List.of("Heat", "Warmth")),
            Map.entry("label.glossary", List.of("Glossary", "Words")),
            Map.entry("label.home", List.of("Start", "Home")),
            Map.entry("label.working", List.of("how it is worked out")),
            Map.entry("data.license", List.of("https://example.org/licence", "")),
            Map.entry("content.html", List.of("trusted", "sanitise")),
            Map.entry("content.max.kilobytes", List.of("256", "64")),
            Map.entry("template.pumps.file", List.of("record.ftlh", "source.ftlh")),
            Map.entry("template.page.file", List.of("page.ftlh", "plain.ftlh")),
            Map.entry("content.folder", List.of("content", "content/articles")),
            Map.entry("asset.folder", List.of("assets", "assets/")),
            Map.entry("x.mine", List.of("1", "2")));

    private static final Map<String, List<String>> WRONG_SETTINGS = Map.of(
            "site.title", List.of(""),
            "site.host", List.of("example.org"),
            "site.navigation", List.of("Nowhere|/nowhere/", "About"),
            "site.titel", List.of("x"),
            "records.pages", List.of("pump"),
            "index.posts_per_page", List.of("0"),
            "template.page.file", List.of("pgae.ftlh"),
            "template.folder", List.of("templates/parts"),
            "content.max.kilobytes", List.of("x"),
            "site.footer", List.of("New|/new/"));

    private final Random random;
    private final List<Supplier<Edit>> sound = List.of(
            this::headKey,
            this::headKey,
            this::headKey,
            this::noHeadKey,
            this::moreText,
            this::moreText,
            this::moreText,
            this::lineAbove,
            this::lessText,
            this::newFile,
            this::newFile,
            this::saved,
            this::oddFile,
            this::data,
            this::data,
            this::data,
            this::data,
            this::dataMoved,
            this::newRecord,
            this::template,
            this::template,
            this::template,
            this::newTemplate,
            this::asset,
            this::asset,
            this::stylesheet,
            this::setting,
            this::setting,
            this::noSetting,
            this::day,
            this::drafts,
            this::future,
            this::baseUrl,
            this::movedContent);
    private final List<Supplier<Edit>> wrong = List.of(
            this::wrongHead,
            this::wrongText,
            this::wrongText,
            this::wrongText,
            this::badBytes,
            this::emptied,
            this::wrongData,
            this::brokenJson,
            this::brokenJson,
            this::wrongTemplate,
            this::wrongSetting,
            this::deleted,
            this::deleted,
            this::renamed,
            this::folderMoved,
            this::linked,
            this::importCycle,
            this::fileForFolder,
            this::swapped,
            this::pastDay);

    Edits(Random random) {
        this.random = random;
    }

    /** A pattern in a file, and what may stand in its place. */
    private record Replacement(String file, String pattern, List<String> choices) {}

    /** A few steps; a wrong edit is mostly undone soon, since with errors nothing is printed. */
    List<Edit.Step> sequence() {
        List<Edit.Step> steps = new ArrayList<>();
        int length = 3 + random.nextInt(3);
        boolean toldAll = random.nextInt(5) == 0;
        boolean harm = false;
        for (int i = 0; i < length; i++) {
            List<Edit> edits = new ArrayList<>();
            for (int more = 1 + random.nextInt(3) / 2; more > 0; more--) {
                boolean undo = random.nextInt(100) < (harm ? 75 : 8);
                harm = !undo && random.nextInt(100) < 18;
                edits.add(undo ? UNDO : pick(harm ? wrong : sound).get());
            }
            steps.add(new Edit.Step(List.copyOf(edits), random.nextInt(20) == 0, toldAll && random.nextBoolean()));
        }
        return steps;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String pickKey(Map<String, List<String>> choices) {
        return pick(choices.keySet().stream().sorted().toList());
    }

    private static List<String> choices(Map<String, List<String>> all, String key) {
        return all.getOrDefault(key, List.of());
    }

    private String content() {
        String name = random.nextInt(8) == 0 ? pick(NEW) : random.nextBoolean() ? pick(ARTICLES) : pick(OTHERS);
        return "content/" + name + ".md";
    }

    // ---- content

    private Edit headKey() {
        String key = pickKey(HEAD);
        return headKey(content(), key, pick(choices(HEAD, key)));
    }

    private static Edit headKey(String file, String key, String value) {
        return new Edit(
                "in " + file + " set " + key + ": " + value,
                desk -> desk.change(
                        file,
                        text -> text.startsWith("---\n")
                                ? "---\n" + key + ": " + value + "\n"
                                        + withoutKey(text, key).substring(4)
                                : text));
    }

    private Edit noHeadKey() {
        String file = content();
        String key = pick(
                List.of("tags", "topics", "hero", "aliases", "hook", "takeaways", "corrections", "updated", "slug"));
        return new Edit("in " + file + " remove " + key, desk -> desk.change(file, text -> withoutKey(text, key)));
    }

    /** The lines of a key, the indented ones below it among them. */
    private static String withoutKey(String text, String key) {
        int end = text.indexOf("\n---\n", 3);
        return end < 0
                ? text
                : text.substring(0, end + 1).replaceAll("(?m)^" + key + ":.*\n(?:  .*\n)*", "")
                        + text.substring(end + 1);
    }

    private Edit moreText() {
        return moreText(content(), pick(TEXTS));
    }

    private static Edit moreText(String file, String more) {
        return new Edit(
                "append to " + file + ": " + more, desk -> desk.change(file, text -> text + "\n" + more + "\n"));
    }

    private Edit lineAbove() {
        String file = content();
        return new Edit(
                "in " + file + " add a line above the text",
                desk -> desk.change(file, text -> text.replaceFirst("\n---\n", "\n---\n\n")));
    }

    private Edit lessText() {
        String file = content();
        return new Edit(
                "in " + file + " remove the last paragraph",
                desk -> desk.change(file, text -> text.replaceFirst("\n\n[^\n]+(?:\n[^\n]+)*\n*$", "\n")));
    }

    private Edit newFile() {
        String file = "content/" + pick(NEW) + ".md";
        String text = "---\ntitle: New " + random.nextInt(3) + "\ndescription: It is new.\ndate: 2026-11-2"
                + random.nextInt(10) + "\ntopics: [" + pick(List.of("heat", "noise", "new")) + "]\n---\n\nNew.\n\n"
                + pick(TEXTS) + "\n";
        return new Edit("write " + file + ": " + text, desk -> desk.write(file, text));
    }

    private Edit saved() {
        String file = pick(List.of(content(), pick(DATA), pick(ASSETS), "templates/" + pick(TEMPLATES)));
        return new Edit("save " + file + " as it is", desk -> desk.change(file, text -> text));
    }

    private Edit oddFile() {
        String folder = pick(List.of("content/articles/", "templates/", "data/", "assets/css/", "content/"));
        String file = folder + pick(List.of(".one.md.swp", "one.md~", "4913", "#one.md#", "one.txt", ".hidden/one.md"));
        return new Edit("write " + file, desk -> desk.write(file, "x"));
    }

    private Edit movedContent() {
        String from =
                "content/" + pick(List.of("articles/four", "articles/six", "faq/what-else", "articles/five", "loose"));
        String to = "content/" + pick(NEW) + ".md";
        return new Edit("rename " + from + ".md to " + to, desk -> desk.move(from + ".md", to));
    }

    private Edit swapped() {
        String one = content();
        String other = content();
        return new Edit("swap " + one + " and " + other, desk -> {
            Optional<String> text = desk.text(one);
            Optional<String> otherText = desk.text(other);
            text.ifPresent(it -> desk.write(other, it));
            otherText.ifPresent(it -> desk.write(one, it));
        });
    }

    private Edit wrongHead() {
        return headKey(
                content(),
                pick(List.of("status", "date", "slug", "type", "titel", "hero", "aliases", "topics", "title")),
                pick(List.of(
                        "x",
                        "",
                        "article",
                        "term",
                        "[",
                        "{a: b}",
                        "a/b",
                        "{src: missing.svg, alt: x}",
                        "[/articles/one/]",
                        "two")));
    }

    private Edit wrongText() {
        return moreText(content(), pick(WRONG_TEXTS));
    }

    private Edit badBytes() {
        String file = pick(List.of(content(), pick(DATA), pick(ASSETS), "templates/" + pick(TEMPLATES)));
        return new Edit(
                "put bytes that are no UTF-8 into " + file,
                desk -> desk.write(file, new byte[] {'-', (byte) 0xC3, '('}));
    }

    private Edit emptied() {
        String file = pick(List.of(content(), pick(DATA), pick(ASSETS), "templates/" + pick(TEMPLATES)));
        return new Edit("empty " + file, desk -> desk.change(file, text -> ""));
    }

    // ---- data

    private Edit data() {
        return replaced(pick(DATA_CHANGES));
    }

    /** One of the places where the pattern stands, counted round, is replaced. */
    private Edit replaced(Replacement replacement) {
        String by = pick(replacement.choices);
        int place = random.nextInt(4);
        Pattern pattern = Pattern.compile(replacement.pattern);
        return new Edit(
                "in " + replacement.file + " replace match " + place + " of " + pattern + " by " + by,
                desk -> desk.change(replacement.file, text -> replaced(text, pattern, place, by)));
    }

    private static String replaced(String text, Pattern pattern, int place, String by) {
        int count = (int) pattern.matcher(text).results().count();
        if (count == 0) {
            return text;
        }
        Matcher matcher = pattern.matcher(text);
        for (int i = 0; i <= place % count; i++) {
            if (!matcher.find()) {
                throw new IllegalStateException("counted before");
            }
        }
        return text.substring(0, matcher.start()) + by + text.substring(matcher.end());
    }

    private Edit dataMoved() {
        String file = pick(DATA);
        return new Edit("add a line at the top of " + file, desk -> desk.change(file, text -> "\n" + text));
    }

    private Edit newRecord() {
        String id = pick(List.of("delta", "gamma", "epsilon"));
        String record = "{\"id\": \"" + id + "\", \"title\": \"Pump " + id + "\", \"power\": {\"value\": "
                + random.nextInt(9) + ", \"unit\": \"kW\", \"title\": \"power drawn\", \"status\": \"assumption\"}}";
        boolean first = random.nextBoolean();
        return new Edit(
                "add to data/pumps.json " + (first ? "first " : "last ") + record,
                desk -> desk.change(
                        "data/pumps.json",
                        text -> first
                                ? text.replaceFirst("\"records\": \\[", "\"records\": [\n" + record + ",")
                                : text.replaceFirst("\n]}\\s*$", ",\n" + record + "\n]}\n")));
    }

    private Edit wrongData() {
        return replaced(pick(WRONG_DATA));
    }

    private Edit brokenJson() {
        String file = pick(DATA);
        return random.nextBoolean()
                ? new Edit("break " + file, desk -> desk.change(file, text -> text.replaceFirst("\\}\\s*$", "")))
                : new Edit("break the start of " + file, desk -> desk.change(file, text -> "{" + text));
    }

    // ---- templates, assets

    private Edit template() {
        return part("templates/" + pick(TEMPLATES), pick(PARTS));
    }

    /** Into the text of a page's template, or at the end of one that has other templates' macros. */
    private static Edit part(String file, String part) {
        return new Edit(
                "put into " + file + ": " + part,
                desk -> desk.change(file, text -> {
                    for (String before :
                            List.of("</@layout>", "<#nested>", "</all>", "</#switch></#list></#macro>\n<#macro w")) {
                        if (text.contains(before)) {
                            return text.replace(before, part + "\n" + before);
                        }
                    }
                    return text + part + "\n";
                }));
    }

    private Edit newTemplate() {
        String file = "templates/" + pick(List.of("extra.ftlh", "parts/extra.ftlh"));
        String text =
                pick(List.of("Extra.", "Extra ${page.title}.", "${site.today}", "${asset(\"css/base.css\").url}"));
        return new Edit("write " + file + ": " + text, desk -> desk.write(file, text));
    }

    private Edit wrongTemplate() {
        return part("templates/" + pick(TEMPLATES), pick(WRONG_PARTS));
    }

    private Edit asset() {
        String file = pick(ASSETS);
        String text = pick(List.of("<svg/>", "/* 1 */", "/* 2 */"));
        return new Edit("write " + file + ": " + text, desk -> desk.write(file, text));
    }

    private Edit stylesheet() {
        String file = pick(List.of("assets/css/site.css", "assets/css/base.css"));
        String more = pick(List.of(
                "h2 { color: red; }",
                "@import \"more.css\";",
                "p { background: url(../images/other.svg) }",
                "/* x */"));
        return new Edit("append to " + file + ": " + more, desk -> desk.change(file, text -> text + more + "\n"));
    }

    private Edit importCycle() {
        return new Edit(
                "let base.css import site.css",
                desk -> desk.change("assets/css/base.css", text -> "@import 'site.css';\n" + text));
    }

    // ---- configuration and options

    private Edit setting() {
        String key = pickKey(SETTINGS);
        return setting(key, pick(choices(SETTINGS, key)));
    }

    private Edit wrongSetting() {
        String key = pickKey(WRONG_SETTINGS);
        return setting(key, pick(choices(WRONG_SETTINGS, key)));
    }

    private static Edit setting(String key, String value) {
        return new Edit(
                "set " + key + "=" + value,
                desk -> desk.change("jbake.properties", text -> withoutSetting(text, key) + key + "=" + value + "\n"));
    }

    private Edit noSetting() {
        String key = pickKey(SETTINGS);
        return key.equals("site.title") || key.equals("site.host")
                ? day()
                : new Edit("unset " + key, desk -> desk.change("jbake.properties", text -> withoutSetting(text, key)));
    }

    private static String withoutSetting(String text, String key) {
        return text.replaceAll("(?m)^" + Pattern.quote(key) + "=.*\n", "");
    }

    private Edit day() {
        String day = pick(List.of(SmallSite.TODAY, "2026-12-02", "2026-12-01", "2026-12-05", "2026-12-24"));
        return new Edit("on " + day, desk -> desk.today = day);
    }

    private Edit pastDay() {
        String day = pick(List.of("2026-10-15", "2026-11-02"));
        return new Edit("on " + day, desk -> desk.today = day);
    }

    private Edit drafts() {
        boolean on = random.nextBoolean();
        return new Edit(on ? "--drafts" : "no --drafts", desk -> desk.drafts = on);
    }

    private Edit future() {
        boolean on = random.nextBoolean();
        return new Edit(on ? "--future" : "no --future", desk -> desk.future = on);
    }

    private Edit baseUrl() {
        Optional<String> url = pick(List.of(
                Optional.empty(), Optional.of("http://localhost:8080"), Optional.of("http://localhost:8080/preview")));
        return new Edit("--base-url " + url.orElse("of the file"), desk -> desk.baseUrl = url);
    }

    // ---- files and folders

    private String anyFile() {
        return pick(List.of(
                content(),
                content(),
                pick(DATA),
                pick(ASSETS),
                "templates/" + pick(TEMPLATES),
                random.nextInt(4) == 0 ? "jbake.properties" : content()));
    }

    private String anyFolder() {
        return pick(List.of(
                "content/articles",
                "content/faq",
                "content/glossary",
                "content/pages",
                "content/pages/deep",
                "data/tables",
                "data/schema",
                "data",
                "templates",
                "templates/parts",
                "assets",
                "assets/css",
                "assets/images",
                "assets/root"));
    }

    private Edit deleted() {
        String name = random.nextInt(3) == 0 ? anyFolder() : anyFile();
        return new Edit("delete " + name, desk -> desk.delete(name));
    }

    private Edit renamed() {
        String from = anyFile();
        String to = anyFile();
        return new Edit("rename " + from + " to " + to, desk -> desk.move(from, to));
    }

    private Edit folderMoved() {
        String from = anyFolder();
        String to = random.nextBoolean() ? anyFolder() : anyFolder() + "-old";
        return new Edit("rename folder " + from + " to " + to, desk -> desk.move(from, to));
    }

    private Edit linked() {
        String name = pick(List.of(
                "content/articles/link.md",
                "content/linked",
                "data/link.json",
                "data/linked",
                "templates/link.ftlh",
                "assets/link.css",
                "assets/linked",
                anyFile()));
        String target = pick(List.of("one.md", "../content", "nowhere", "../templates"));
        return new Edit("link " + name + " to " + target, desk -> desk.link(name, target));
    }

    private Edit fileForFolder() {
        String folder = anyFolder();
        return new Edit("put a file in place of the folder " + folder, desk -> {
            desk.delete(folder);
            desk.write(folder, "x");
        });
    }
}
