package org.plainfact.preview;

import com.sun.net.httpserver.Headers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps other web sites open in the writer's browser away from the preview. A name that an attacker points to this machine
 * is refused by {@code Host}; a request that another site makes is refused by {@code Origin} and {@code Sec-Fetch-Site}.
 *
 * @param own names of this machine, as {@code Host} has them with our port
 * @param allowed further names, with any port: such as that of a tunnel
 */
record Gate(Set<String> own, int port, Set<String> allowed) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static Gate of(PreviewServer.Options options, int port) {
        Set<String> own = new HashSet<>(LOOPBACK);
        own.add(options.host().indexOf(':') >= 0 ? "[" + options.host() + "]" : options.host());
        return new Gate(lower(own), port, lower(options.allowedHosts()));
    }

    /** Why a request is refused; empty for one that may pass. */
    Optional<String> refusal(Headers request) {
        List<String> hosts = request.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !admits(hosts.getFirst())) {
            return Optional.of("The preview does not answer to this host name.");
        }
        if (!originIsOurs(request.getOrDefault("Origin", List.of()), hosts.getFirst())) {
            return Optional.of("The preview answers only to its own pages.");
        }
        return sentByAnotherSite(request)
                ? Optional.of("The preview cannot be embedded in another site.")
                : Optional.empty();
    }

    private boolean admits(String host) {
        String name = name(host);
        return host.equalsIgnoreCase(name + ":" + port) && own.contains(name)
                || port == 80 && own.contains(host.toLowerCase(Locale.ROOT))
                || allowed.contains(name) && host.substring(name.length()).matches("(:\\d{1,5})?");
    }

    /** A tunnel may speak https to the browser; on this machine it is always http. */
    private boolean originIsOurs(List<String> origins, String host) {
        return origins.stream()
                .allMatch(origin -> origin.equalsIgnoreCase("http://" + host)
                        || allowed.contains(name(host)) && origin.equalsIgnoreCase("https://" + host));
    }

    /** Following a link to the preview is no danger: the other site cannot read what it leads to. */
    private static boolean sentByAnotherSite(Headers request) {
        String site = Optional.ofNullable(request.getFirst("Sec-Fetch-Site")).orElse("none");
        boolean ours = site.equals("none") || site.equals("same-origin");
        return !ours
                && !("navigate".equals(request.getFirst("Sec-Fetch-Mode"))
                        && "document".equals(request.getFirst("Sec-Fetch-Dest")));
    }

    private static String name(String host) {
        int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
