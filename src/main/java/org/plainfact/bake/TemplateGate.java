package org.plainfact.bake;

import freemarker.core.ParseException;
import freemarker.core.TemplateElement;
import freemarker.template.Template;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainfact.source.Findings;
import org.plainfact.source.SourceSpan;

/** Refuses templates that cannot be parsed, that make code of text, or whose output would differ from run to run. */
final class TemplateGate {
    private static final Pattern REFUSED =
            Pattern.compile("\\?\\s*(eval_json|evalJson|eval|interpret|new|api)\\b|(?<![\\w)\\]])\\.(now)\\b");

    private final String folder;
    private final Findings findings;

    /** @param folder what stands before a template's name in findings */
    TemplateGate(String folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    void refuse(ParseException fault) {
        SourceSpan span = new SourceSpan(
                folder + fault.getTemplateName(),
                Math.max(1, fault.getLineNumber()),
                Math.max(1, fault.getColumnNumber()));
        findings.error("template", span, TemplateFault.firstSentence(fault.getEditorMessage()));
    }

    @SuppressWarnings("deprecation") // Freemarker names no successor of its syntax tree.
    void check(Template template) {
        check(template.getRootTreeNode(), folder + template.getName());
    }

    @SuppressWarnings("deprecation")
    private void check(TemplateElement element, String path) {
        if (element.isLeaf() ? !isText(element) : true) {
            checkWords(element, path);
        }
        for (int i = 0; i < element.getChildCount(); i++) {
            check((TemplateElement) element.getChildAt(i), path);
        }
    }

    @SuppressWarnings("deprecation")
    private void checkWords(TemplateElement element, String path) {
        Matcher refused = REFUSED.matcher(element.getDescription());
        if (refused.find()) {
            findings.error(
                    "template",
                    new SourceSpan(path, Math.max(1, element.getBeginLine()), Math.max(1, element.getBeginColumn())),
                    refused.group() + " is refused in templates",
                    refused.group(2) == null
                            ? "a template prints what it is given; it makes no code of text and no objects"
                            : "the same input must give the same site, whatever the time");
        }
    }

    /** Literal output and comments: nothing in them is evaluated. */
    @SuppressWarnings("deprecation")
    private static boolean isText(TemplateElement element) {
        String kind = element.getClass().getSimpleName();
        return kind.equals("TextBlock") || kind.equals("Comment");
    }
}
