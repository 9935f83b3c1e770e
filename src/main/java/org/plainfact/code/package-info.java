/** Code that stands in a text: its words told apart. */
@NullMarked
package org.plainfact.code;

import org.jspecify.annotations.NullMarked;
