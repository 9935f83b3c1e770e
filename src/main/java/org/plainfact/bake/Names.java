package org.plainfact.bake;

import java.util.Locale;

/** Names of kinds as templates and data write them. */
final class Names {
    private Names() {}

    /** {@code TableBlock} and {@code TABLE_BLOCK} are {@code table-block}. */
    static String kebab(String name) {
        if (name.equals(name.toUpperCase(Locale.ROOT))) {
            return name.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        // Asked for many times on each page, and an expression would be read each time.
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (i > 0 && Character.getType(name.charAt(i)) == Character.UPPERCASE_LETTER) {
                words.append('-');
            }
            words.append(name.charAt(i));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    /** {@code 7 June 2026} of {@code 2026-06-07}; a month or a year alone stays one; other text is returned as it is. */
    static String date(String iso) {
        String[] parts = iso.split("-", -1);
        int month = parts.length > 1 && parts[1].matches("\\d\\d") ? Integer.parseInt(parts[1]) : 0;
        if (!parts[0].matches("\\d{4}") || month < 1 || month > 12) {
            return iso;
        }
        String monthAndYear = MONTHS[month - 1] + " " + parts[0];
        return switch (parts.length) {
            case 2 -> monthAndYear;
            case 3 -> parts[2].matches("\\d\\d.*") ? day(parts[2]) + " " + monthAndYear : iso;
            default -> iso;
        };
    }

    private static int day(String twoDigits) {
        return Integer.parseInt(twoDigits.substring(0, 2));
    }

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
}
