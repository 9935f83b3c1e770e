/**
 * Draws tables and curves of figures as SVG, at build time and without a script. Geometry alone: colours and patterns'
 * colours are the theme's.
 */
@NullMarked
package org.plainfact.chart;

import org.jspecify.annotations.NullMarked;
