package org.filterscope.core.report;

/**
 * One line of {@code dissection/LAYER/SET.csv}: a filter against a concept.
 *
 * @param channel      0-based
 * @param concept      name
 * @param category     of the concept
 * @param threshold    a position is active above it
 * @param iou          intersection over union of active pixels and the concept's, over the pictures that carry the category
 * @param ceiling      the highest value that {@code iou} can have, given both areas
 * @param bestIou      highest over the quantiles tried
 * @param bestQuantile share of active positions at which {@code bestIou} was reached
 * @param pValue       probability of such an overlap when masks are shuffled among pictures; not a number when it was not computed
 */
public record ConceptRow(int channel, String concept, String category, double threshold, double iou, double ceiling, double bestIou,
        double bestQuantile, double pValue) {
}
