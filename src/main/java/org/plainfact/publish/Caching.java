package org.plainfact.publish;

import java.util.Locale;

/** How long a reader's browser, and what stands between, may keep a file without asking again. */
public enum Caching {
    /** For ever (a year): the name changes with the content. */
    IMMUTABLE("public, max-age=31536000, immutable"),
    /** Kept, and asked for each time whether it is still the one. */
    REVALIDATE("public, max-age=0, must-revalidate");

    /** As many digits of the SHA-256 stand in the name of a fingerprinted file; {@code bake.Assets} puts them there. */
    private static final int FINGERPRINT = 12;

    private final String header;

    Caching(String header) {
        this.header = header;
    }

    /** The value of {@code Cache-Control}. */
    public String header() {
        return header;
    }

    /** As manifests write it: {@code immutable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where there is none of that word */
    static Caching named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * A file is fingerprinted where its name holds the beginning of its own digest, and not because of where it lies.
     *
     * @param sha256 of its content, in hexadecimal
     */
    static Caching of(String path, String sha256) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String fingerprint = "." + sha256.substring(0, FINGERPRINT);
        return name.contains(fingerprint + ".") || name.endsWith(fingerprint) ? IMMUTABLE : REVALIDATE;
    }
}
