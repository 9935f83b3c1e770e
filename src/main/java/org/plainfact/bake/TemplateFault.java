package org.plainfact.bake;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.time.Duration;
import java.util.Optional;
import org.jbake.template.RenderingException;
import org.plainfact.source.SourceSpan;

/** What went wrong in a template while a page was printed. */
record TemplateFault(SourceSpan span, String problem, Optional<String> hint) {
    private static final int MAX_WORDS = 300;

    /**
     * Reads Freemarker's exception; empty where the same was told when the template was loaded.
     *
     * @param folder what stands before a template's name, with its slash
     * @param template the page's own template, named where the exception names none
     */
    static Optional<TemplateFault> of(Throwable fault, String folder, String template) {
        if (fault instanceof ParseException || fault.getCause() instanceof ParseException) {
            return Optional.empty();
        }
        return Optional.of(
                switch (fault) {
                    case PageBuffer.TooLong tooLong -> at(tooLong.place(), folder, template);
                    case StackOverflowError deep ->
                        plain(
                                folder + template,
                                "macros or includes are nested without end; does a template include itself?");
                    case InvalidReferenceException missing -> missing(missing, folder, template);
                    case TemplateException other -> at(other, folder, template);
                    case TemplateNotFoundException none -> plain(folder + template, noTemplate(none));
                    case MalformedTemplateNameException name ->
                        plain(folder + template, firstSentence(name.getMalformednessDescription()));
                    default -> plain(folder + template, firstSentence(String.valueOf(fault.getMessage())));
                });
    }

    /**
     * Reads what an exception of JBake's or Freemarker's says of a template, also of one that cannot be parsed.
     *
     * @param folder what stands before a template's name, with its slash
     * @param template the page's own
     */
    static Optional<TemplateFault> read(Throwable thrown, String folder, String template) {
        Throwable cause = cause(thrown);
        ParseException syntax = cause instanceof ParseException parse
                ? parse
                : cause.getCause() instanceof ParseException parse ? parse : null;
        return syntax == null
                ? of(cause, folder, template)
                : Optional.of(new TemplateFault(
                        new SourceSpan(
                                folder + syntax.getTemplateName(),
                                Math.max(1, syntax.getLineNumber()),
                                Math.max(1, syntax.getColumnNumber())),
                        firstSentence(syntax.getEditorMessage()),
                        Optional.empty()));
    }

    /** What a renderer's exception stands for. */
    static Throwable cause(Throwable thrown) {
        return thrown instanceof RenderingException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    static TemplateFault tooSlow(String path, Duration longest) {
        return plain(path, "printing takes longer than " + longest.toSeconds() + " s; is there a loop without an end?");
    }

    static TemplateFault plain(String path, String problem) {
        return new TemplateFault(SourceSpan.of(path), problem, Optional.empty());
    }

    private static TemplateFault missing(InvalidReferenceException fault, String folder, String template) {
        String expression = fault.getBlamedExpressionString();
        return new TemplateFault(
                span(fault, folder, template),
                "\"" + expression + "\" is missing",
                Optional.of("check the name; where it may be missing, write " + expression + "! or <#if " + expression
                        + "??>"));
    }

    private static TemplateFault at(TemplateException fault, String folder, String template) {
        return new TemplateFault(span(fault, folder, template), firstSentence(words(fault)), Optional.empty());
    }

    private static String words(TemplateException fault) {
        if (fault.getCause() instanceof TemplateNotFoundException none) {
            // Freemarker's own words go on with the names of all templates.
            return noTemplate(none);
        }
        return fault.getCause() instanceof RuntimeException cause
                ? String.valueOf(cause.getMessage())
                : fault.getMessageWithoutStackTop();
    }

    private static String noTemplate(TemplateNotFoundException fault) {
        return "there is no template \"" + fault.getTemplateName() + "\"";
    }

    private static SourceSpan span(TemplateException fault, String folder, String template) {
        Integer line = fault.getLineNumber();
        Integer column = fault.getColumnNumber();
        String name = fault.getTemplateSourceName();
        return new SourceSpan(
                folder + (name == null ? template : name), line == null ? 1 : line, column == null ? 1 : column);
    }

    /** Freemarker's messages go on with tips and stacks; the first paragraph says what is wrong. */
    static String firstSentence(String message) {
        String paragraph = message.strip().split("\\R\\s*\\R|\\R----", 2)[0];
        String line =
                paragraph.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "").strip();
        return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS) + "…";
    }
}
