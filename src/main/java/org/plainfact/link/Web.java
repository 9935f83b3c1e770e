package org.plainfact.link;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How other sites are asked.
 *
 * @param agent by which name we call ourselves
 * @param kept the file that answers are kept in; empty for none
 * @param age how old a kept answer may be
 * @param skipped addresses that are not asked for: hosts such as {@code example.org} and {@code *.example.org}, or whole
 *     addresses, in which {@code *} stands for any characters
 * @param inner hosts that may be asked although they are not public, such as those of a company
 * @param pace how long to wait and how often to try
 */
public record Web(
        String agent,
        Optional<Path> kept,
        Duration age,
        List<String> skipped,
        Set<String> inner,
        Pace pace,
        Time time) {
    public Web {
        skipped = List.copyOf(skipped);
        inner = Set.copyOf(inner);
    }

    /**
     * How patient and how polite we are.
     *
     * @param hosts that are asked at the same time, each by one request at a time
     * @param pause between two requests to one host
     * @param patience with which an answer is waited for
     * @param tries of an address whose server is busy or does not answer
     * @param longest that a server may ask us to wait
     */
    public record Pace(int hosts, Duration pause, Duration patience, int tries, Duration longest) {
        public static final Pace USUAL =
                new Pace(8, Duration.ofMillis(500), Duration.ofSeconds(20), 3, Duration.ofMinutes(1));
    }

    boolean isSkipped(URI address) {
        return skipped.stream().anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), address));
    }

    private static boolean matches(String pattern, URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (pattern.contains("/")) {
            String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
            return Pattern.compile(regex, Pattern.DOTALL)
                    .matcher(address.toString().toLowerCase(Locale.ROOT))
                    .matches();
        }
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }
}
