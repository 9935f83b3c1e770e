package org.plainfact.site;

import java.util.List;

/**
 * The complete site, immutable.
 *
 * @param outputs every page and file but assets, sorted by route; no two share one
 * @param figures how many figures the ledger holds
 */
public record Site(Settings settings, Routes routes, List<Output> outputs, int figures) {
    public Site {
        outputs = List.copyOf(outputs);
    }
}
