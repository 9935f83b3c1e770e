package org.plainfact.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Content-Security-Policy as a page states it: its directives, in their order, with their sources. */
record Policy(Map<String, List<String>> directives) {
    /** What stands in for a directive that is not stated, nearest first. */
    private static final Map<String, List<String>> NEEDED = new TreeMap<>(Map.of(
            "script-src-elem", List.of("script-src-elem", "script-src", "default-src"),
            "style-src-elem", List.of("style-src-elem", "style-src", "default-src"),
            "connect-src", List.of("connect-src", "default-src")));

    private static final String TRUST_BY_NONCE = "'strict-dynamic'";

    static Policy of(String text) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String directive : text.split(";", -1)) {
            List<String> words = Stream.of(directive.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                // Of a directive that stands twice browsers take the first.
                directives.putIfAbsent(words.getFirst().toLowerCase(Locale.ROOT), words.subList(1, words.size()));
            }
        }
        return new Policy(directives);
    }

    /**
     * This policy with room for the preview's own script, style and event stream; all else stays as strict as it is.
     *
     * @param address of the preview's folder, such as {@code http://localhost:8080/_plainfact/}
     * @param nonce that the script carries, for policies that do not go by address
     */
    Policy widened(String address, String nonce) {
        Map<String, List<String>> wider = new LinkedHashMap<>(directives);
        NEEDED.forEach((needed, stated) -> stated.stream()
                .filter(directives::containsKey)
                .findFirst()
                .map(directives::get)
                .ifPresent(sources -> {
                    if (sources.contains(TRUST_BY_NONCE) && needed.startsWith("script")) {
                        wider.put(needed, with(sources, "'nonce-" + nonce + "'"));
                    } else if (!sources.contains("'self'") && !sources.contains("*")) {
                        wider.put(needed, with(sources, address));
                    }
                }));
        return new Policy(wider);
    }

    private static List<String> with(List<String> sources, String added) {
        return Stream.concat(sources.stream().filter(source -> !source.equalsIgnoreCase("'none'")), Stream.of(added))
                .toList();
    }

    @Override
    public String toString() {
        return directives.entrySet().stream()
                .map(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }
}
