package org.plainfact.preview;

import java.util.Optional;

/**
 * A content file that the public site does not show.
 *
 * @param path relative to the project
 * @param why {@code draft} or {@code scheduled}
 * @param date as written in the file
 * @param address path of the site where this preview shows it, with the base path
 */
public record Unpublished(String path, String title, String why, Optional<String> date, Optional<String> address) {}
