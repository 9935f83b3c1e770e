package org.plainfact.memo;

/**
 * A kind of work whose results are remembered.
 *
 * @param name of the table of results
 * @param places whether results depend on lines and columns, as findings do and pages do not
 * @param kept whether results outlive the process
 */
public record Drawer(String name, boolean places, boolean kept) {}
