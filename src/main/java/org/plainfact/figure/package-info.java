/** Formulas, evaluation over ranges, working, ledger, tables. */
@NullMarked
package org.plainfact.figure;

import org.jspecify.annotations.NullMarked;
