/** Pictures of authors as browsers get them: without what the camera wrote, in several sizes, in a modern format. */
@NullMarked
package org.plainfact.image;

import org.jspecify.annotations.NullMarked;
