package org.plainfact.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plainfact.content.Body.Part;
import org.plainfact.source.Finding;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceFile;
import org.plainfact.source.SourceTree;

/** What became of a text that a test had read. */
record Reading(Body body, List<Finding> findings) {

    /** Reads the text below a front matter: line 1 of the text is line 1 of the file {@code content/x.md}. */
    static Reading of(String markdown) {
        return of(markdown, ContentOptions.standard());
    }

    static Reading of(String markdown, ContentOptions options) {
        Findings findings = new Findings();
        SourceFile file = new SourceFile("content/x.md", markdown);
        Body body = new MarkdownReader(options, findings, "x").blocks(markdown, Origin.of(file, 0));
        return new Reading(body, findings.sorted());
    }

    static Reading inline(String markdown) {
        Findings findings = new Findings();
        SourceFile file = new SourceFile("content/x.md", markdown);
        Body body = new MarkdownReader(ContentOptions.standard(), findings, "x").inline(markdown, Origin.of(file, 0));
        return new Reading(body, findings.sorted());
    }

    /** The HTML, each call shown as {@code «name target»}. */
    String html() {
        return html(body);
    }

    static String html(Body body) {
        StringBuilder out = new StringBuilder();
        for (Part part : body.parts()) {
            switch (part) {
                case Part.Html html -> out.append(html.html());
                case Part.Role role -> out.append("«" + role.name() + " " + role.target() + "»");
                case Part.Directive directive -> out.append("«" + directive.name() + " " + directive.argument() + "»");
            }
        }
        return out.toString();
    }

    List<Part.Role> roles() {
        return calls(Part.Role.class);
    }

    List<Part.Directive> directives() {
        return calls(Part.Directive.class);
    }

    private <T extends Part> List<T> calls(Class<T> kind) {
        return body.parts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Each call is where it says in the text, and with calls and links in their places the text is what it was. */
    void checkCalls() {
        String text = body.markdown();
        for (Part.Role role : roles()) {
            assertThat(text.substring(role.start(), role.end())).as(text).startsWith("{" + role.name() + "}`");
        }
        for (Part.Directive directive : directives()) {
            assertThat(text.substring(directive.start(), directive.end()))
                    .as(text)
                    .matches("(?s)(```|~~~).*");
        }
        assertThat(body.markdownWith(
                        call -> text.substring(call.start(), call.end()),
                        link -> link.written()
                                .map(at -> text.substring(at.start(), at.end()))
                                .orElseThrow()))
                .isEqualTo(text);
    }

    List<String> told() {
        return findings.stream().map(Finding::toString).toList();
    }

    /** {@code line:column rule}, each. */
    List<String> rules() {
        return findings.stream()
                .map(finding -> finding.span().line() + ":" + finding.span().column() + " " + finding.rule())
                .toList();
    }

    /** A project folder with these files. */
    static Project project(Path folder, Map<String, String> files) {
        files.forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Findings findings = new Findings();
        List<Article> articles =
                ContentReader.read(new SourceTree(folder, findings), ContentOptions.standard(), findings);
        return new Project(new ArrayList<>(articles), findings.sorted());
    }

    record Project(List<Article> articles, List<Finding> findings) {
        List<String> told() {
            return findings.stream().map(Finding::toString).toList();
        }

        List<String> rules() {
            return findings.stream()
                    .map(finding -> finding.span() + " " + finding.rule())
                    .toList();
        }
    }
}
