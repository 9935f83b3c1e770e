/** Articles as posts for social networks: slides, captions and threads, within the limits of each network. */
@NullMarked
package org.plainfact.social;

import org.jspecify.annotations.NullMarked;
