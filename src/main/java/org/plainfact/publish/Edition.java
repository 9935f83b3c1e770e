package org.plainfact.publish;

import java.util.Map;

/**
 * A site as it is to be published: its manifest, and the content of each file.
 *
 * @param bodies by path, for every file of the manifest
 */
public record Edition(Manifest manifest, Map<String, Body> bodies) {
    /** @throws IllegalArgumentException where a file has no content or is none of the manifest */
    public Edition {
        bodies = Map.copyOf(bodies);
        if (!bodies.keySet().equals(manifest.files().keySet())) {
            throw new IllegalArgumentException("contents of other files than those of the manifest");
        }
    }

    /** Of a file of the manifest, or of the manifest itself. */
    public Body body(String path) {
        if (path.equals(Manifest.NAME)) {
            return new Body.OfBytes(manifest.bytes());
        }
        Body body = bodies.get(path);
        if (body == null) {
            throw new IllegalArgumentException("no file of this site: " + path);
        }
        return body;
    }
}
