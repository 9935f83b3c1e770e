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
    static Setting now() {
        return new Setting(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Runtime.getRuntime().availableProcessors(),
                Machine.processor(),
                Machine.memoryGigabytes(),
                Runtime.version().toString(),
                Machine.load());
    }

    /** With the load as it is by now. */
    String words() {
        return "Taken on %s, %d × %s, %d GB, Java %s, load %s when it began and %s at the end"
                .formatted(date, processors, processor, memoryGigabytes, java, load, Machine.load());
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
