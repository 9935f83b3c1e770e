package org.plainfact.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import org.plainfact.memo.World;
import org.plainfact.site.Site;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceTree;

/** Prints a project's templates by hand, for tests of those that make no page. */
public final class Press {
    private final FtlhTemplateEngine engine;
    private final World world = new World();

    public Press(Path project, Configuration configuration, Site site) {
        Findings findings = new Findings();
        SourceTree tree = new SourceTree(project, findings);
        engine = FtlhTemplateEngine.of(configuration.jbake(), tree, configuration.templateFolder(), findings);
        assertThat(findings.sorted()).isEmpty();
        world.know(Register.class, new Register(site));
        world.know(FtlhTemplateEngine.class, engine);
    }

    public String print(String template, Map<String, ?> given) {
        TemplateModel model = new TemplateModel();
        model.putAll(new Functions(world).all());
        model.put("site", new Tracked.Site(world));
        model.putAll(given);
        PageBuffer buffer = new PageBuffer(1_000_000);
        try {
            engine.render(model, template, buffer, world);
        } catch (RenderingException e) {
            throw new AssertionError(e.getCause());
        }
        return new String(buffer.bytes(), StandardCharsets.UTF_8);
    }
}
