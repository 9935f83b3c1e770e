package org.plainfact.jbake;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.data.DataHolder;
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
    private final Map<Integer, Converter> converters = new ConcurrentHashMap<>();

    private record Converter(Parser parser, HtmlRenderer renderer) {
        static Converter of(int extensions) {
            DataHolder options = PegdownOptionsAdapter.flexmarkOptions(extensions);
            return new Converter(
                    Parser.builder(options).build(),
                    HtmlRenderer.builder(options).build());
        }
    }

    @Override
    public void processBody(ParserContext context) {
        Converter converter =
                converters.computeIfAbsent(extensions(context.getConfig().getMarkdownExtensions()), Converter::of);
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
