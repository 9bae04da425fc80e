package org.filterscope.core.trace;

/**
 * How much of a prediction is due to parts and objects, how much to textures. Shares, 0 to 1, which sum up to 1.
 *
 * @param definition  what is meant
 * @param layer       that was taken apart
 * @param parts       of parts and objects
 * @param textures    of textures, materials and colours
 * @param unexplained of neither
 */
public record Breakdown(BreakdownDefinition definition, String layer, double parts, double textures, double unexplained) {
}
