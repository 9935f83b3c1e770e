package org.plainfact.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A page as a reader's browser gets it. Whoever looks at it shares one reading of it. For one thread. */
public final class Printed {
    private final String address;
    private final String template;
    private final Optional<String> text;
    private final String sha256;
    private final Content content;
    private byte @Nullable [] html;
    private @Nullable Document document;

    /** Makes the bytes. */
    public interface Content {
        byte[] bytes() throws IOException;
    }

    /**
     * @param address its path on the site
     * @param template path of what printed it, relative to the project
     * @param text path of the text that it shows, where it is that of one
     * @param sha256 of the bytes
     * @param content UTF-8; asked for where somebody looks
     */
    public Printed(String address, String template, Optional<String> text, String sha256, Content content) {
        this.address = address;
        this.template = template;
        this.text = text;
        this.sha256 = sha256;
        this.content = content;
    }

    String address() {
        return address;
    }

    String template() {
        return template;
    }

    Optional<String> text() {
        return text;
    }

    public String sha256() {
        return sha256;
    }

    byte[] html() {
        try {
            byte[] known = html == null ? content.bytes() : html;
            html = known;
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a browser reads it, with the place of each element. Not to be changed. */
    public Document document() {
        Document known = document == null ? read(html()) : document;
        document = known;
        return known;
    }

    static Document read(byte[] html) {
        return Jsoup.parse(
                new String(html, StandardCharsets.UTF_8),
                "",
                Parser.htmlParser().setTrackPosition(true));
    }
}
