package org.plainfact.figure;

import java.util.SortedSet;

/**
 * A formula ready to be applied.
 *
 * @param sources where the formula itself comes from
 */
record DeclaredFormula(Formula formula, Node tree, Program program, QualifierRules rules, SortedSet<String> sources) {}
