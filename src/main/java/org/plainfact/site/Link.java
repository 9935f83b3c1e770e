package org.plainfact.site;

/** A title and where it leads within the site. */
public record Link(String title, Route route) {}
