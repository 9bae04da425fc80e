package org.filterscope.analysis.graph;

/**
 * How much of what the filters of a layer say its patterns explain, on all pictures of the mining together.
 *
 * @param explained     by pattern: {@code Σ F_V / Σ F} of its filter over positions and pictures, 0 to 1; what is missing to 1 over a filter's
 *                      patterns is noise
 * @param concentration by pattern: the share of {@code Σ F_V} that lies within 0.15 of the map's extent, and at least one and a half positions,
 *                      of where the pattern is on the picture, along both axes; near 1 for a part, low for a texture; not a number for a pattern that explains nothing
 */
public record PatternShares(float[] explained, float[] concentration) {
}
