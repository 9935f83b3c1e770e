/** The live preview: serves the last good site while someone writes, and says what is wrong. */
@NullMarked
package org.plainfact.preview;

import org.jspecify.annotations.NullMarked;
