package org.filterscope.core.graph;

/**
 * A picture that a graph was mined from.
 *
 * @param path     below the picture folder, with {@code /}
 * @param mirrored whether it was taken mirrored left to right; places are those of the mirrored picture then
 */
public record GraphPicture(String path, boolean mirrored) {
}
