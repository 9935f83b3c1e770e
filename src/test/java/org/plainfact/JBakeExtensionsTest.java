package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Extensions that others wrote for JBake, one of each kind, are found on the class path as JBake finds them. They are compiled
 * into a folder that is on the class path of a process of its own, so that no other test meets them.
 */
@UsesJBake
class JBakeExtensionsTest {
    private static final Map<String, String> SOURCES = Map.of(
            "Shout.java", """
            package others;
            public class Shout extends org.jbake.parser.MarkupEngine {
                @Override public void processBody(org.jbake.parser.ParserContext context) {
                    context.setBody(context.getBody().strip().toUpperCase(java.util.Locale.ROOT));
                }
            }
            """,
            "Dashes.java", """
            package others;
            public class Dashes extends org.jbake.template.AbstractTemplateEngine {
                public Dashes(org.jbake.app.configuration.JBakeConfiguration config, org.jbake.app.ContentStore db) {
                    super(config, db);
                }
                @Override public void renderDocument(
                        org.jbake.template.model.TemplateModel model, String template, java.io.Writer writer)
                        throws org.jbake.template.RenderingException {
                    try {
                        writer.write("-- " + model.getContent().getBody() + " -- " + db.getPublishedPosts().size());
                    } catch (java.io.IOException e) {
                        throw new org.jbake.template.RenderingException(e);
                    }
                }
            }
            """,
            "Motto.java", """
            package others;
            public class Motto implements org.jbake.template.ModelExtractor<java.util.List<String>> {
                @Override @SuppressWarnings("rawtypes")
                public java.util.List<String> get(org.jbake.app.ContentStore db, java.util.Map model, String key) {
                    return java.util.List.of("motto of " + db.getPublishedPosts().size() + " in " + System.getProperty("motto"));
                }
            }
            """,
            "Extra.java", """
            package others;
            public class Extra implements org.jbake.render.RenderingTool {
                @Override public int render(
                        org.jbake.app.Renderer renderer,
                        org.jbake.app.ContentStore db,
                        org.jbake.app.configuration.JBakeConfiguration config)
                        throws org.jbake.template.RenderingException {
                    org.jbake.model.DocumentModel page = new org.jbake.model.DocumentModel();
                    page.setType("page");
                    page.setUri("extra.html");
                    page.setTitle("extra");
                    page.setStatus("published");
                    page.setRootPath("");
                    try {
                        renderer.render(page);
                    } catch (Exception e) {
                        throw new org.jbake.template.RenderingException(e);
                    }
                    return 1;
                }
                @Override public int render(
                        org.jbake.app.Renderer renderer,
                        org.jbake.app.ContentStore db,
                        java.io.File destination,
                        java.io.File templates,
                        org.apache.commons.configuration2.CompositeConfiguration config) {
                    return 0;
                }
            }
            """);

    private static final Map<String, String> DESCRIPTORS = Map.of(
            "org.jbake.parser.MarkupEngines.properties", "others.Shout=shout\n",
            "org.jbake.parser.TemplateEngines.properties", "others.Dashes=dashes\n",
            "org.jbake.template.ModelExtractors.properties", "others.Motto=motto\n",
            "services/org.jbake.render.RenderingTool", "others.Extra\n");

    @TempDir
    private Path work;

    @BeforeEach
    void write() {
        Built.write(
                work.resolve("site/jbake.properties"),
                "render.index=false\nrender.archive=false\nrender.feed=false\nrender.tags=false\nfreemarker.escape=false\n"
                        + "template.post.file=post.dashes\n");
        Built.write(
                work.resolve("site/templates/page.ftl"), "${content.title}: <#list motto as words>${words}</#list>");
        Built.write(work.resolve("site/templates/post.dashes"), "");
        Built.write(
                work.resolve("site/content/loud.shout"), "title=Loud\ntype=post\nstatus=published\n~~~~~~\n\nhello\n");
        SOURCES.forEach((name, text) -> Built.write(work.resolve("sources").resolve(name), text));
        DESCRIPTORS.forEach(
                (name, text) -> Built.write(work.resolve("others/META-INF").resolve(name), text));
        List<String> command = new ArrayList<>(List.of(
                "-proc:none", "-d", work.resolve("others").toString(), "-cp", System.getProperty("java.class.path")));
        SOURCES.keySet()
                .forEach(name ->
                        command.add(work.resolve("sources").resolve(name).toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void extensions_of_each_kind_are_used() throws Exception {
        build("spring");

        assertThat(work.resolve("site/output/loud.html")).hasContent("-- HELLO -- 1");
        assertThat(work.resolve("site/output/extra.html")).hasContent("extra: motto of 1 in spring");
    }

    /** An extension may read anything; here it reads what it was started with. */
    @Test
    void what_extensions_make_is_made_again_each_time() throws Exception {
        build("spring");
        build("autumn");

        assertThat(work.resolve("site/output/extra.html")).hasContent("extra: motto of 1 in autumn");
    }

    private void build(String motto) throws IOException, InterruptedException {
        String path = Stream.concat(
                        Stream.of("target/classes", work.resolve("others").toString()), RealProgram.jars())
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dmotto=" + motto,
                        "-cp",
                        path,
                        "org.plainfact.Main",
                        "build",
                        work.resolve("site").toString())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile());
        builder.environment().put("XDG_CACHE_HOME", work.resolve("cache").toString());
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(work.resolve("log"))).isZero();
    }
}
