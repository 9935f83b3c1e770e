package org.plainfact.site;

import org.plainfact.content.Article;
import org.plainfact.memo.Later;

/**
 * A content file that the site shows.
 *
 * @param text as its page shows it; most pages come out as before, and their texts are not asked for
 */
record Leaf(Article article, Route route, Later<Rendered> text) {}
