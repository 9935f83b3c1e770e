package org.plainfact.content;

import java.util.Locale;
import java.util.Set;

/** Which addresses links and pictures may have, and how they are printed. */
final class Addresses {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private Addresses() {}

    /** Whether the address has a scheme or a host of its own. */
    static boolean leavesSite(String href) {
        return href.startsWith("//") || !scheme(href).isEmpty();
    }

    /**
     * Whether an address may be printed: a known scheme, or none and no host.
     *
     * <p>Everything before a colon that no slash, query or fragment precedes counts as a scheme. So a scheme hidden by
     * white space, control characters or case is an unknown one.
     */
    static boolean allowed(String href) {
        String scheme = scheme(href);
        return scheme.isEmpty() ? !href.startsWith("//") : SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }

    /** Whether an address may be that of a picture. */
    static boolean allowedForPicture(String src) {
        return allowed(src)
                && !scheme(src).equalsIgnoreCase("mailto")
                && !scheme(src).equalsIgnoreCase("tel");
    }

    private static String scheme(String href) {
        for (int i = 0; i < href.length(); i++) {
            switch (href.charAt(i)) {
                case ':' -> {
                    return href.substring(0, i);
                }
                case '/', '?', '#' -> {
                    return "";
                }
                default -> {}
            }
        }
        return "";
    }

    /** Percent-encodes what may not stand in an address. Letters beyond ASCII stay as they are. */
    static String encoded(String href) {
        StringBuilder out = new StringBuilder(href.length());
        boolean fragment = false;
        for (int i = 0; i < href.length(); i++) {
            char c = href.charAt(i);
            boolean keep = c > 0x9F
                    ? !Character.isWhitespace(c)
                    : c == '%' ? escape(href, i) : c > ' ' && c < 0x7F && "\"<>\\^`{|}[]".indexOf(c) < 0;
            keep &= !(fragment && c == '#');
            fragment |= c == '#';
            if (keep) {
                out.append(c);
            } else {
                for (byte b : String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                    out.append("%%%02X".formatted(b));
                }
            }
        }
        return out.toString();
    }

    private static boolean escape(String href, int at) {
        return at + 2 < href.length()
                && Character.digit(href.charAt(at + 1), 16) >= 0
                && Character.digit(href.charAt(at + 2), 16) >= 0;
    }
}
