package org.plainfact.preview;

import java.util.List;
import java.util.stream.Stream;
import org.plainfact.source.Nearest;

/** The pages that somebody may have meant by an address that leads nowhere. */
final class Near {
    private static final int MOST = 5;
    private static final String INDEX = "index.html";

    private Near() {}

    /** Those with the same last part first, then those spelt like it. */
    static List<String> to(String path, View view) {
        String asked = path.endsWith("/") ? path : path + "/";
        String last = lastPart(asked);
        List<String> pages = view.site().paths().stream()
                .filter(file -> file.endsWith("/" + INDEX) || file.equals(INDEX))
                .map(file -> view.basePath() + "/" + file.substring(0, file.length() - INDEX.length()))
                .sorted()
                .toList();
        return Stream.concat(
                        pages.stream().filter(page -> lastPart(page).equals(last)),
                        Nearest.several(asked, pages, MOST).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String lastPart(String address) {
        return address.substring(address.lastIndexOf('/', Math.max(0, address.length() - 2)));
    }
}
