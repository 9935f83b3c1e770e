package org.plainfact.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plainfact.site.MediaType;

/** What is sent back to one request. */
record Answer(int status, Map<String, String> headers, Bytes body) {
    /** Nothing of the preview is kept without asking again: any save may change it. */
    private static final String ASK_AGAIN = "no-cache";

    private static final String KEEP_NOTHING = "no-store";

    static Answer text(int status, MediaType type, String text) {
        return bytes(status, type, text.getBytes(UTF_8));
    }

    /** For what has no version: an error page, a state. */
    static Answer bytes(int status, MediaType type, byte[] bytes) {
        return new Answer(status, Map.of("Content-Type", type.header(), "Cache-Control", KEEP_NOTHING), () -> bytes);
    }

    /** @param tag stands for exactly these bytes at this address */
    static Answer file(MediaType type, String tag, Bytes bytes) {
        return new Answer(
                200,
                Map.of(
                        "Content-Type",
                        type.header(),
                        "Cache-Control",
                        ASK_AGAIN,
                        "ETag",
                        tag,
                        "Accept-Ranges",
                        "bytes"),
                bytes);
    }

    /** Browsers keep a 301 for ever, and in a preview the address may become a page of its own: so it is not kept. */
    static Answer redirect(int status, String address) {
        return new Answer(status, Map.of("Location", address, "Cache-Control", KEEP_NOTHING), () -> new byte[0]);
    }

    /** With its bytes at hand, so that sending it cannot fail for want of them. */
    Answer made() throws IOException {
        byte[] bytes = body.read();
        return new Answer(status, headers, () -> bytes);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
