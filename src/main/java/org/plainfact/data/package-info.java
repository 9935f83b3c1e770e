/**
 * The dataset: records, quantities, units, provenance, schemas. The form of the files is in {@code src/doc/data.md}.
 */
@NullMarked
package org.plainfact.data;

import org.jspecify.annotations.NullMarked;
