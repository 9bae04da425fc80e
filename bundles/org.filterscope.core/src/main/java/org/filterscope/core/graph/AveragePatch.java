package org.filterscope.core.graph;

/**
 * The mean of the pictures around a pattern's place, on the pictures with its highest scores.
 *
 * @param side  of the square, in pixels of the patch
 * @param width of what it shows, in input pixels
 * @param rgb   {@code [row, col, red green blue]}, a byte each
 */
public record AveragePatch(int side, float width, byte[] rgb) {
}
