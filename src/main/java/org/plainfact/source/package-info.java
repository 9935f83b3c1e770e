/** Where text came from and what is wrong with it. Used by every other package; uses none. */
@NullMarked
package org.plainfact.source;

import org.jspecify.annotations.NullMarked;
