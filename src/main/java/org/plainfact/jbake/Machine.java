package org.plainfact.jbake;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** How dates and numbers are written where JBake runs. */
public final class Machine {
    private Machine() {}

    /**
     * What pages of a site of JBake may show of where the program runs: the language and the time zone. Asked at the start of
     * every run, so nothing of JBake is loaded for it.
     */
    public static String surroundings() {
        return locale() + " " + TimeZone.getDefault().getID();
    }

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
     * Does something in the locale of a site: {@code jvm.locale}, else the machine's. It is Java's own that is set, for what is
     * written and what is shown, since JBake's engines ask for no other. For one thread at a time.
     *
     * @param written as {@code de_DE}; empty for the machine's
     */
    static synchronized void in(String written, Runnable work) {
        Map<Locale.Category, Locale> before = new EnumMap<>(Locale.Category.class);
        for (Locale.Category category : Locale.Category.values()) {
            before.put(category, Locale.getDefault(category));
        }
        Locale wanted = written.isEmpty() ? locale() : Locale.forLanguageTag(written.replace('_', '-'));
        before.keySet().forEach(category -> Locale.setDefault(category, wanted));
        try {
            work.run();
        } finally {
            before.forEach(Locale::setDefault);
        }
    }
}
