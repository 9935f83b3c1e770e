package org.plainfact.link;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as browsers read them: more of them than {@link URI} takes. */
final class Address {
    private static final Pattern AUTHORITY = Pattern.compile("(?s)((?:[A-Za-z][A-Za-z0-9+.-]*:)?//)([^/?#]*)(.*)");
    private static final Set<String> WEB = Set.of("http", "https");

    private Address() {}

    /** What an address means on a page; empty where it means nothing. */
    static Optional<URI> resolve(URI page, String written) {
        try {
            if (written.isEmpty() || written.startsWith("#")) {
                String plain = page.toString().split("#", 2)[0];
                return Optional.of(new URI(plain + encoded(written)));
            }
            if (written.startsWith("?")) {
                return Optional.of(new URI(page.toString().split("[?#]", 2)[0] + encoded(written)));
            }
            return Optional.of(page.resolve(new URI(encoded(ascii(written)))).normalize());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one of the web, with a host. */
    static boolean isWeb(URI address) {
        return address.getScheme() != null
                && WEB.contains(address.getScheme().toLowerCase(Locale.ROOT))
                && address.getHost() != null;
    }

    /** As it is asked for: small letters where they mean the same, no fragment, and a path. */
    static URI plain(URI address) {
        String text = address.toASCIIString();
        int hash = text.indexOf('#');
        Matcher parts = AUTHORITY.matcher(hash < 0 ? text : text.substring(0, hash));
        if (!parts.matches()) {
            return address;
        }
        String rest = parts.group(3);
        return URI.create(parts.group(1).toLowerCase(Locale.ROOT)
                + parts.group(2).toLowerCase(Locale.ROOT)
                + (rest.startsWith("/") ? rest : "/" + rest));
    }

    /** Scheme, host and port. */
    static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort();
        if (port < 0) {
            port = scheme.equals("https") ? 443 : 80;
        }
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** A host of other letters is asked for by its name in ASCII. */
    private static String ascii(String written) {
        Matcher parts = AUTHORITY.matcher(written);
        if (!parts.matches() || parts.group(2).chars().allMatch(c -> c < 0x80)) {
            return written;
        }
        return parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3);
    }

    /** Percent signs for what no address may hold. */
    private static String encoded(String written) {
        Matcher parts = AUTHORITY.matcher(written);
        int path = parts.matches() ? parts.start(3) : 0;
        StringBuilder out = new StringBuilder(written.length());
        boolean fragment = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean lone = c == '%' && !escape(written, i);
            boolean second = c == '#' && fragment;
            fragment |= c == '#';
            if (lone
                    || second
                    || c <= ' '
                    || c == 0x7F
                    || "\"<>\\^`{|}".indexOf(c) >= 0
                    || (i >= path && "[]".indexOf(c) >= 0)) {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean escape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
