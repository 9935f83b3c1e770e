/** What must hold of the words of a site beside what its build needs, and how findings are told. */
@NullMarked
package org.plainfact.check;

import org.jspecify.annotations.NullMarked;
