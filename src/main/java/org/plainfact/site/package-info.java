/** Assembles the immutable site: routes, pages, navigation, feeds, search entries. */
@NullMarked
package org.plainfact.site;

import org.jspecify.annotations.NullMarked;
