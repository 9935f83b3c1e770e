package org.plainfact.jbake;

import com.vladsch.flexmark.ext.escaped.character.EscapedCharacterExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/**
 * JBake's engine for Markdown, which makes the same HTML: the parser is made once for a choice of extensions, and not anew for
 * each text. Safe for several threads.
 */
final class PegdownMarkdown extends MarkupEngine {
    private final Map<Choice, Converter> converters = new ConcurrentHashMap<>();

    /**
     * What decides which parser reads a text.
     *
     * @param extensions as bits
     * @param escapes whether something in it may be escaped
     */
    private record Choice(int extensions, boolean escapes) {
        /** Looking for links and for what is escaped takes a third of the time, and most texts have neither. */
        static Choice of(int extensions, String text) {
            return new Choice(
                    mayHoldLink(text) ? extensions : extensions & ~PegdownExtensions.AUTOLINKS,
                    text.indexOf('\\') >= 0);
        }

        /** An address begins with a scheme or with www in any case, and one of mail has an @. */
        private static boolean mayHoldLink(String text) {
            if (text.indexOf('@') >= 0 || text.contains("://")) {
                return true;
            }
            int run = 0;
            for (int i = 0; i < text.length() && run < 3; i++) {
                char c = text.charAt(i);
                run = c == 'w' || c == 'W' ? run + 1 : 0;
            }
            return run == 3;
        }
    }

    private record Converter(Parser parser, HtmlRenderer renderer) {
        static Converter of(Choice choice) {
            MutableDataSet options = new MutableDataSet(PegdownOptionsAdapter.flexmarkOptions(choice.extensions()));
            if (!choice.escapes()) {
                options.set(
                        Parser.EXTENSIONS,
                        Parser.EXTENSIONS.get(options).stream()
                                .filter(extension -> !(extension instanceof EscapedCharacterExtension))
                                .toList());
            }
            return new Converter(
                    Parser.builder(options).build(),
                    HtmlRenderer.builder(options).build());
        }
    }

    @Override
    public void processBody(ParserContext context) {
        int extensions = extensions(context.getConfig().getMarkdownExtensions());
        Converter converter = converters.computeIfAbsent(Choice.of(extensions, context.getBody()), Converter::of);
        context.setBody(converter.renderer.render(converter.parser.parse(context.getBody())));
    }

    /** As bits. A name with {@code -} before it takes one away again, and one that nobody knows counts for nothing. */
    private static int extensions(List<String> names) {
        int bits = PegdownExtensions.NONE;
        for (String name : names) {
            bits = name.startsWith("-")
                    ? bits & ~bit(name.substring(1))
                    : bits | bit(name.startsWith("+") ? name.substring(1) : name);
        }
        return bits;
    }

    private static int bit(String name) {
        try {
            return PegdownExtensions.class.getField(name).getInt(null);
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return PegdownExtensions.NONE;
        }
    }
}
