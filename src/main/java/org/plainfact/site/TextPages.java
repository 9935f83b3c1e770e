package org.plainfact.site;

import org.plainfact.memo.Asking;

/**
 * Pages of one kind of text.
 *
 * @param <B> what a page shows of its neighbours: a value
 */
interface TextPages<B> {
    /** @param position among the pages of the kind */
    B beside(int position);

    /** @see Content#kind() */
    String kind();

    Output.Sheet sheet(Rendered text, B beside, Asking asking);
}
