package org.plainfact.bake;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A page while it is printed. It refuses to grow without end. */
public final class PageBuffer extends Writer {
    private final StringBuilder text = new StringBuilder(1 << 14);
    private final int limit;

    /** As long as any page may be. */
    public static PageBuffer usual() {
        return new PageBuffer(Printer.Limits.USUAL.maxCharacters());
    }

    /** @param limit most characters */
    PageBuffer(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        room(length);
        text.append(characters, from, length);
    }

    @Override
    public void write(String string, int from, int length) {
        room(length);
        text.append(string, from, from + length);
    }

    @Override
    public void write(int character) {
        room(1);
        text.append((char) character);
    }

    private void room(int length) {
        if (text.length() + (long) length > limit) {
            throw new TooLong(limit);
        }
    }

    /** In UTF-8, with a line break at the end. */
    byte[] bytes() {
        if (text.isEmpty() || text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As it was printed. */
    @Override
    public String toString() {
        return text.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient TemplateException place;

        TooLong(int limit) {
            this.place = new TemplateException(
                    "the page is longer than " + limit + " characters; is there a loop without an end?",
                    Environment.getCurrentEnvironment());
        }

        /** Knows where in the template it happened. */
        TemplateException place() {
            return place;
        }
    }
}
