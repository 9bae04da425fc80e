package org.filterscope.core.report;

/**
 * One line of {@code similar/LAYER.csv}: two filters of a layer that do nearly the same.
 *
 * @param channel     0-based, the lower one
 * @param other       0-based
 * @param correlation of their maps
 * @param weights     cosine of their incoming weights; not a number where the layer has none of its own
 */
public record SimilarRow(int channel, int other, double correlation, double weights) {
}
