package org.plainfact.site;

import java.util.List;
import org.plainfact.memo.World;

/**
 * The complete site, immutable.
 *
 * @param outputs every page and file but assets, sorted by route; no two share one
 * @param figures how many figures the ledger holds
 * @param world what files look up while they are made
 */
public record Site(Settings settings, Routes routes, List<Output> outputs, int figures, World world) {
    public Site {
        outputs = List.copyOf(outputs);
    }

    /** What stands in a file that is made. */
    public String text(Output.TextFile file) {
        return file.text().apply(world);
    }
}
