package org.plainfact.check;

import java.util.Optional;
import org.plainfact.source.Finding;

/**
 * What is wrong with a text, found without looking at other texts.
 *
 * @param number a number that was typed, for which a figure is looked for when the flaw is told
 */
record Flaw(Finding finding, Optional<String> number) {}
