package org.plainfact.chart;

/**
 * A finished chart: the same plot for narrow and for wide places, as SVG with title and description.
 *
 * @param description what a reader would see, made of the values
 */
public record Chart(String title, String description, String narrow, String wide) {}
