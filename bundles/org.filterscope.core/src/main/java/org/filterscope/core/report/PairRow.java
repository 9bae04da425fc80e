package org.filterscope.core.report;

/**
 * One line of {@code pairs/LAYER.csv}: how well a filter tells two classes apart.
 *
 * @param channel   0-based
 * @param className the class with the higher peaks
 * @param other     the class with the lower peaks
 * @param auc       probability that the peak on a picture of the class is higher than on one of the other, 0.5 to 1; ties count half
 */
public record PairRow(int channel, String className, String other, double auc) {
}
