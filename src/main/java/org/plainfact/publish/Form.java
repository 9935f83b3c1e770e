package org.plainfact.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.plainfact.site.MediaType;

/** How a store keeps the content of text: a store hands out what it has, and does not ask what a reader understands. */
enum Form {
    PLAIN,
    /** Every browser takes it; other programs may have to be told. */
    GZIP;

    private static final String GZIP_NAME = "gzip";

    /** As settings and notes say it. */
    String word() {
        return this == GZIP ? GZIP_NAME : "none";
    }

    static Optional<Form> named(String word) {
        for (Form form : values()) {
            if (form.word().equals(word)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** How a file is kept: what is no text is compressed already. */
    Form of(Entry entry) {
        return MediaType.of(entry.path()).text() ? this : PLAIN;
    }

    /** The bytes of an entry as they are kept; the same ones each time. */
    Body body(Entry entry, Body body) throws IOException {
        if (of(entry) == PLAIN) {
            return body;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body.bytes());
        }
        return new Body.OfBytes(packed.toByteArray());
    }

    ObjectStore.Headers headers(Entry entry) {
        Form form = of(entry);
        return new ObjectStore.Headers(
                entry.type(),
                entry.caching().header(),
                form == GZIP ? Optional.of(GZIP_NAME) : Optional.empty(),
                Map.of());
    }

    /** What {@link #body} was made from. */
    byte[] content(Entry entry, byte[] kept) throws IOException {
        if (of(entry) == PLAIN) {
            return kept;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(kept))) {
            return in.readAllBytes();
        }
    }
}
