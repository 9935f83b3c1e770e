/** The command line and the build: the only code that knows everything. */
@NullMarked
package org.plainfact;

import org.jspecify.annotations.NullMarked;
