/** Folders and files as a program that may be killed at any moment has to treat them. */
@NullMarked
package org.plainfact.disk;

import org.jspecify.annotations.NullMarked;
