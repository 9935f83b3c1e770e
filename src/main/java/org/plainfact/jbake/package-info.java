/** Sites that were made for JBake 2.7: read by its rules and printed with its templates, without its database. */
@NullMarked
package org.plainfact.jbake;

import org.jspecify.annotations.NullMarked;
