package org.plainfact.preview;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a request asks for, decoded once.
 *
 * @param path decoded; begins with one {@code /} and has no empty or relative segment, back-slash or control character
 * @param rawPath as it was sent
 * @param rawQuery as it was sent, with its {@code ?}; or empty. Like the path, it has no character that no address may hold,
 *     so that it may stand in the header of an answer
 */
record Target(String path, String rawPath, String rawQuery) {
    /** Empty for whatever is no plain path of a site: it then leads nowhere. */
    static Optional<Target> of(String raw) {
        if (!raw.startsWith("/") || !raw.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '#')) {
            return Optional.empty();
        }
        int mark = raw.indexOf('?');
        String rawPath = mark < 0 ? raw : raw.substring(0, mark);
        String rawQuery = mark < 0 ? "" : raw.substring(mark);
        return decoded(rawPath).filter(Target::plain).map(path -> new Target(path, rawPath, rawQuery));
    }

    /** The decoded value of {@code path=} in the query, under the same rules; without a {@code /} before it. */
    Optional<String> pathInQuery() {
        return rawQuery.startsWith("?path=")
                ? decoded("/" + rawQuery.substring("?path=".length()))
                        .filter(Target::plain)
                        .map(path -> path.substring(1))
                : Optional.empty();
    }

    private static boolean plain(String path) {
        if (path.chars().anyMatch(c -> c < 0x20 || c == 0x7F || c == '\\')) {
            return false;
        }
        String inner = path.substring(1, path.length() - (path.length() > 1 && path.endsWith("/") ? 1 : 0));
        for (String segment : inner.isEmpty() ? new String[0] : inner.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Empty for escapes that are cut, not UTF-8, or hide a slash: hosts differ in what these mean. */
    private static Optional<String> decoded(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int value = escaped(raw, i);
                if (value < 0 || value == '/') {
                    return Optional.empty();
                }
                bytes.put((byte) value);
                i += 2;
            } else if (c < 0x80) {
                bytes.put((byte) c);
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int escaped(String raw, int at) {
        boolean whole = at + 2 < raw.length()
                && HexFormat.isHexDigit(raw.charAt(at + 1))
                && HexFormat.isHexDigit(raw.charAt(at + 2));
        return whole ? HexFormat.fromHexDigits(raw, at + 1, at + 3) : -1;
    }
}
