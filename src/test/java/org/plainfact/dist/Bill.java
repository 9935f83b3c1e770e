package org.plainfact.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bill of materials of the package, as CycloneDX: the libraries, as the build knows them, and the Java beside them. */
record Bill(ObjectNode json) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** @param file what the CycloneDX plug-in wrote */
    static Bill read(Path file) throws IOException {
        try {
            return new Bill((ObjectNode) MAPPER.readTree(Files.readString(file)));
        } catch (JacksonException e) {
            throw new IllegalStateException("no bill of materials: " + file, e);
        }
    }

    private ArrayNode components() {
        return json.withArray("components");
    }

    /** Fails for a jar that is not listed. */
    void mustList(List<Path> jars) {
        List<String> listed = components()
                .valueStream()
                .map(it -> text(it, "name") + "-" + text(it, "version"))
                .toList();
        for (Path jar : jars) {
            String name = String.valueOf(jar.getFileName());
            if (listed.stream().noneMatch(name::startsWith)) {
                throw new IllegalStateException("not in the bill of materials: " + name);
            }
        }
    }

    /**
     * Adds the runtime image.
     *
     * @param version full, such as {@code 25.0.3+9-LTS}
     */
    void addRuntime(String vendor, String version) {
        ObjectNode runtime = MAPPER.createObjectNode()
                .put("type", "platform")
                .put("bom-ref", "pkg:generic/openjdk@" + version)
                .put("publisher", vendor)
                .put("name", "openjdk")
                .put("version", version)
                .put("description", "The Java runtime, as linked into the folder \"runtime\"");
        runtime.putArray("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        runtime.put("purl", "pkg:generic/openjdk@" + version);
        components().add(runtime);
    }

    /** For readers: each part with its licences and where it comes from. */
    String notices() {
        List<String> lines = new ArrayList<>();
        lines.add("Plainfact is under the Apache License 2.0: see the file LICENSE in this package (Debian: ");
        lines.add(
                "/usr/share/common-licenses/Apache-2.0). It comes with these parts, each under its own licence. Their ");
        lines.add("jars are unchanged and hold their notices; the texts for the Java runtime are in runtime/legal.");
        lines.replaceAll(String::strip);
        lines.add("");
        for (JsonNode component : components()) {
            lines.add(text(component, "name") + " " + text(component, "version"));
            lines.add("  " + licences(component));
            Stream.of("website", "vcs")
                    .flatMap(kind -> component
                            .path("externalReferences")
                            .valueStream()
                            .filter(it -> text(it, "type").equals(kind))
                            .map(it -> text(it, "url")))
                    .findFirst()
                    .ifPresent(url -> lines.add("  " + url));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String licences(JsonNode component) {
        List<String> licences = component
                .path("licenses")
                .valueStream()
                .map(it -> it.has("expression")
                        ? text(it, "expression")
                        : Stream.of("id", "name")
                                .filter(it.path("license")::has)
                                .map(key -> text(it.path("license"), key))
                                .findFirst()
                                .orElse(""))
                .filter(it -> !it.isBlank())
                .toList();
        if (licences.isEmpty()) {
            throw new IllegalStateException("no licence is known for " + component.path("purl"));
        }
        return String.join(", ", licences);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
