/** Brings a finished site to where its readers are. */
@NullMarked
package org.plainfact.publish;

import org.jspecify.annotations.NullMarked;
