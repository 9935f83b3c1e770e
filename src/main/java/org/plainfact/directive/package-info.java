/** Expands the calls of roles and directives to blocks. */
@NullMarked
package org.plainfact.directive;

import org.jspecify.annotations.NullMarked;
