/** What an earlier build made and this one may use again, with what it looked up: dependencies are known, not guessed. */
@NullMarked
package org.plainfact.memo;

import org.jspecify.annotations.NullMarked;
