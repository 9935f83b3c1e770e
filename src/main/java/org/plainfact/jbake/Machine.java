package org.plainfact.jbake;

import java.util.Locale;

/** How dates and numbers are written where JBake runs. */
final class Machine {
    private Machine() {}

    /**
     * The locale that Java was started with, in which JBake's templates write; the program has set another for itself, so that
     * nothing else depends on it.
     */
    static Locale locale() {
        return new Locale.Builder()
                .setLanguage(System.getProperty("user.language", "en"))
                .setRegion(System.getProperty("user.country", ""))
                .build();
    }

    /**
     * Does something in the locale of a site: {@code jvm.locale}, else the machine's. It is Java's own that is set, since JBake's
     * engines ask for no other. For one thread at a time.
     *
     * @param written as {@code de_DE}; empty for the machine's
     */
    static synchronized void in(String written, Runnable work) {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        Locale.setDefault(written.isEmpty() ? locale() : Locale.forLanguageTag(written.replace('_', '-')));
        try {
            work.run();
        } finally {
            Locale.setDefault(before);
        }
    }
}
