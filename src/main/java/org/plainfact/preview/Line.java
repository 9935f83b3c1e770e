package org.plainfact.preview;

/** @param number 1-based */
public record Line(int number, String text) {}
