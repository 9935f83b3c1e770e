/** What must hold of a finished page and its style: that it is HTML, and that everybody can use it. */
@NullMarked
package org.plainfact.page;

import org.jspecify.annotations.NullMarked;
