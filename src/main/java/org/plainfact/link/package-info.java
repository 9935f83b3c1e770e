/** Where the links of printed pages lead, on the site and, where somebody asks for it, beyond it. */
@NullMarked
package org.plainfact.link;

import org.jspecify.annotations.NullMarked;
