/** Draws a sheet of HTML and CSS as a picture, tells what is wrong with the drawing, and binds sheets to a PDF. */
@NullMarked
package org.plainfact.picture;

import org.jspecify.annotations.NullMarked;
