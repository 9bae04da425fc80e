package org.filterscope.core.comparison;

/**
 * One line of {@code layers.csv}: a layer of the earlier report beside one of the later report. What is not known is not a number.
 *
 * @param before          name of the earlier report
 * @param after           name of the later report
 * @param layer           of the earlier report
 * @param otherLayer      of the later report
 * @param pictures        common pictures that were looked at
 * @param filters         of the earlier layer
 * @param otherFilters    of the later layer
 * @param cka             debiased linear centred kernel alignment of the peaks: 1 for the same up to rotation and scale, near 0 for unrelated
 * @param ckaNull         the same with the pictures of one side shuffled, mean
 * @param svcca           mean canonical correlation of the directions that hold most of the variance
 * @param rsa             rank correlation of the pictures' dissimilarities
 * @param matched         filters matched one to one
 * @param correlation     of the matched filters' peaks, mean
 * @param correlationNull the same with the pictures of one side shuffled, matched anew, mean
 * @param half            share of the matched filters with a correlation above 0.5
 * @param sameNumber      share of the matched filters that have the same number; not a number between different layers
 * @param labelled        matched filters that are both detectors
 * @param sameLabel       share of these with the same label
 * @param sameCategory    share of these with labels of the same category
 */
public record LayerPairRow(String before, String after, String layer, String otherLayer, int pictures, int filters, int otherFilters,
        double cka, double ckaNull, double svcca, double rsa, int matched, double correlation, double correlationNull, double half,
        double sameNumber, int labelled, double sameLabel, double sameCategory) {
}
