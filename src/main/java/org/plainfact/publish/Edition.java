package org.plainfact.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import org.plainfact.source.Digests;

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

    /** Of a file of the manifest. */
    public Body body(Entry entry) {
        Body body = bodies.get(entry.path());
        if (body == null) {
            throw new IllegalArgumentException("no file of this site: " + entry.path());
        }
        return body;
    }

    /** What a file holds; at its end it throws where that is not what the manifest says. */
    InputStream open(Entry entry) throws IOException {
        return new Checked(entry, new DigestInputStream(body(entry).open(), Digests.sha256()));
    }

    private static final class Checked extends FilterInputStream {
        private final Entry entry;
        private final DigestInputStream in;
        private boolean checked;

        Checked(Entry entry, DigestInputStream in) {
            super(in);
            this.entry = entry;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return checked(super.read(bytes, offset, length));
        }

        private int checked(int read) throws IOException {
            if (read < 0 && !checked) {
                checked = true;
                String found = HexFormat.of().formatHex(in.getMessageDigest().digest());
                if (!found.equals(entry.sha256())) {
                    throw new IOException(entry.path() + " has changed since it was built; publish again");
                }
            }
            return read;
        }
    }
}
