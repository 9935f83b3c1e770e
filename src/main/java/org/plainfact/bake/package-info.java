/** Site to pages to staged output to commit. */
@NullMarked
package org.plainfact.bake;

import org.jspecify.annotations.NullMarked;
