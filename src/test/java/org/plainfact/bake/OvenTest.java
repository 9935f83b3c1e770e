package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jbake.app.Oven;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainfact.UsesJBake;

/**
 * JBake's own Oven, with its crawler, its store and its template machinery, bakes a small site with our template
 * engine. Plainfact never runs the Oven; this tells when an upgrade of JBake changes what the engine is given.
 *
 * <p>What stands before and after a page is left out: the order in which JBake's database lists documents differs from
 * run to run.
 */
@Tag("slow")
@UsesJBake
class OvenTest {
    private static final String BODY = "<p>Fish &amp; <em>chips</em></p>";

    /** Held, or it forgets its level. */
    private static final Logger STORE = Logger.getLogger("com.orientechnologies");

    @TempDir
    private static Path folder;

    private static Kitchen kitchen;
    private static Oven oven;

    @BeforeAll
    static void bake() {
        STORE.setLevel(Level.SEVERE);
        kitchen = new Kitchen(folder)
                .file("jbake.properties", """
                        site.title=A site & <more>
                        site.host=https://example.org/sub
                        destination.folder=target/site
                        template.masterindex.file=index.ftlh
                        template.post.file=post.ftlh
                        template.stock.file=stock.ftl
                        render.archive=false
                        render.feed=false
                        render.tags=false
                        """)
                .file("content/posts/one.html", header("One & only", "post", "2026-06-11") + BODY)
                .file("content/posts/two.html", header("<b>Two</b>", "post", "2026-06-12") + BODY)
                .file("content/stock.html", header("<b>Stock</b>", "stock", "2026-06-13") + BODY)
                .file("templates/post.ftlh", """
                        <title>${content.title} - ${config.site_title}</title>
                        <link href="${content.rootpath}style.css">
                        <p>${content.type} ${content.uri} ${content.date?string("yyyy")} <#list content.tags as tag>${tag};</#list></p>
                        ${content.body?no_esc}
                        """)
                .file(
                        "templates/index.ftlh",
                        "${.data_model?keys?sort?join(\" \")}\n${content?keys?sort?join(\" \")}\n")
                .file("templates/stock.ftl", "${content.title}\n")
                .file("assets/style.css", "a {}\n");
        oven = new Oven(configuration());
        oven.bake();
    }

    private static String header(String title, String type, String date) {
        return "title=" + title + "\ntype=" + type + "\ndate=" + date + "\nstatus=published\ntags=a<b,c\n~~~~~~\n";
    }

    private static JBakeConfiguration configuration() {
        return kitchen.configuration().jbake();
    }

    @Test
    void the_whole_site_is_written_without_an_error() {
        assertThat(oven.getErrors()).isEmpty();
        assertThat(Kitchen.contents(kitchen.output))
                .containsOnlyKeys("index.html", "posts/one.html", "posts/two.html", "stock.html", "style.css");
    }

    @Test
    void a_page_is_printed_escaped_with_the_finished_body_as_it_is() {
        assertThat(kitchen.published("posts/one.html")).isEqualTo("""
                <title>One &amp; only - A site &amp; &lt;more&gt;</title>
                <link href="../style.css">
                <p>post posts/one.html 2026 a&lt;b;c;</p>
                <p>Fish &amp; <em>chips</em></p>

                """);
    }

    @Test
    void jbakes_own_engine_keeps_its_suffix_and_does_not_escape() {
        assertThat(kitchen.published("stock.html")).isEqualTo("<b>Stock</b>\n");
    }

    @Test
    void templates_are_given_the_names_of_jbake_2_7() {
        assertThat(kitchen.published("index.html")).isEqualTo("""
                config content renderer version
                rootpath type
                """);
    }

    @Test
    void the_engine_called_without_the_oven_prints_the_same_bytes() throws RenderingException {
        assertThat(kitchen.published("posts/two.html")).isEqualTo(printedDirectly(two()));
    }

    private static DocumentModel two() {
        DocumentModel two = new DocumentModel();
        two.setTitle("<b>Two</b>");
        two.setType("post");
        two.setDate(new GregorianCalendar(2026, 5, 12).getTime());
        two.setUri("posts/two.html");
        two.setRootPath("../");
        two.setTags(new String[] {"a<b", "c"});
        // JBake ends every line of a body.
        two.setBody(BODY + "\n");
        return two;
    }

    private static String printedDirectly(DocumentModel content) throws RenderingException {
        TemplateModel model = new TemplateModel();
        model.setContent(content);
        model.setConfig(Map.of("site_title", "A site & <more>"));
        StringWriter out = new StringWriter();
        FtlhTemplateEngine.of(configuration(), kitchen.tree(), "templates", kitchen.findings)
                .renderDocument(model, "post.ftlh", out);
        return out.toString();
    }
}
