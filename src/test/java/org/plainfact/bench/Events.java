package org.plainfact.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The event stream of a preview, as a browser has it open. */
final class Events implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;

    private final BufferedReader in;

    private Events(BufferedReader in) {
        this.in = in;
    }

    /** Returns when what happens from now on is told. */
    static Events of(URI preview) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                preview.resolve("/_plainfact/events").toURL().openConnection();
        connection.setReadTimeout(PATIENCE_MS);
        Events events = new Events(
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)));
        events.next();
        return events;
    }

    /** Files of the pages that changed, the next time that some did. */
    Collection<String> changed() throws IOException {
        while (true) {
            JsonNode changed = next().path("changed");
            if (!changed.isEmpty()) {
                return changed.propertyNames();
            }
        }
    }

    private JsonNode next() throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("data: ")) {
                return new ObjectMapper().readTree(line.substring("data: ".length()));
            }
        }
        throw new IOException("the stream of events has ended");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
