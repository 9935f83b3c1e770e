/** What reads differently on a site when its data does. */
@NullMarked
package org.plainfact.impact;

import org.jspecify.annotations.NullMarked;
