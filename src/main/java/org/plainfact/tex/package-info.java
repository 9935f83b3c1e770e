/** Formulas in the notation of TeX, as MathML and as plain text. */
@NullMarked
package org.plainfact.tex;

import org.jspecify.annotations.NullMarked;
