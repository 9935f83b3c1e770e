package org.plainfact.preview;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Narrows an answer to what a browser still needs: nothing where it has the file already, or a part of it. */
final class Conditions {
    /** One range; of several the whole file is sent, which is allowed. */
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private Conditions() {}

    static Answer narrow(Answer answer, Headers request, boolean get) throws IOException {
        String tag = answer.headers().get("ETag");
        if (tag == null) {
            return answer;
        }
        if (has(request.getFirst("If-None-Match"), tag)) {
            return new Answer(304, answer.headers(), () -> new byte[0]);
        }
        String range = request.getFirst("Range");
        String onlyIf = request.getFirst("If-Range");
        return get && range != null && (onlyIf == null || onlyIf.equals(tag)) ? part(answer, range) : answer;
    }

    private static boolean has(String header, String tag) {
        return header != null
                && Stream.of(header.split(","))
                        .map(String::strip)
                        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    private static Answer part(Answer answer, String range) throws IOException {
        Matcher asked = RANGE.matcher(range);
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return answer;
        }
        byte[] all = answer.body().read();
        Optional<Span> span = Span.of(asked.group(1), asked.group(2), all.length);
        if (span.isEmpty()) {
            return new Answer(416, answer.headers(), () -> new byte[0]).with("Content-Range", "bytes */" + all.length);
        }
        int from = span.get().from;
        int to = span.get().to;
        return new Answer(206, answer.headers(), () -> Arrays.copyOfRange(all, from, to))
                .with("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + all.length);
    }

    /** Offsets, the end exclusive. */
    private record Span(int from, int to) {
        /** Empty where no byte of the file is asked for. */
        static Optional<Span> of(String first, String last, int length) {
            long from = first.isEmpty() ? Math.max(0, length - Long.parseLong(last)) : Long.parseLong(first);
            long to = first.isEmpty() || last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
            return from < to ? Optional.of(new Span((int) from, (int) to)) : Optional.empty();
        }
    }
}
