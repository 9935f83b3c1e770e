package org.plainfact.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When and on what machine something was measured.
 *
 * @param load when it began
 */
record Setting(String date, int processors, String processor, long memoryGigabytes, String java, String load) {
    private static final String BUSY =
            "**The machine was busy with other work: wall time says little, and processor time is an"
                    + " upper bound, of all.** ";

    static Setting now() {
        return new Setting(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Runtime.getRuntime().availableProcessors(),
                Machine.processor(),
                Machine.memoryGigabytes(),
                Runtime.version().toString(),
                Machine.load());
    }

    /** With the load as it is by now, and what it means. */
    String words(int rounds) {
        String load = Machine.load();
        return "Taken on %s, %d × %s, %d GB, Java %s, %d %s, load %s when it began and %s at the end. %s"
                .formatted(
                        date,
                        processors,
                        processor,
                        memoryGigabytes,
                        java,
                        rounds,
                        rounds == 1 ? "round" : "rounds",
                        this.load,
                        load,
                        isBusy(this.load) || isBusy(load) ? BUSY : "");
    }

    /** What is measured takes up to all cores itself. */
    private boolean isBusy(String load) {
        return load.matches("[\\d.]+") && Double.parseDouble(load) > 1.5 * processors;
    }

    /** With the load as it is by now. */
    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("date", date);
        all.put("processors", processors);
        all.put("processor", processor);
        all.put("memoryGigabytes", memoryGigabytes);
        all.put("java", java);
        all.put("loadAtBegin", load);
        all.put("loadAtEnd", Machine.load());
        return all;
    }
}
