/** Markdown to articles: prose and the calls of roles and directives in it. */
@NullMarked
package org.plainfact.content;

import org.jspecify.annotations.NullMarked;
