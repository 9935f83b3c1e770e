/** What must hold of a site. */
@NullMarked
package org.plainfact.check;

import org.jspecify.annotations.NullMarked;
