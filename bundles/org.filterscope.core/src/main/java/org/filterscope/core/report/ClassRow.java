package org.filterscope.core.report;

/**
 * One line of {@code classes/LAYER.csv}. What was not computed is not a number.
 *
 * @param channel      0-based
 * @param className    the pictures' class
 * @param mean         of the filter's values over the pictures of that class
 * @param auc          probability that the peak is higher on a picture of the class than on one of another class; ties count half
 * @param contribution mean contribution of the filter to the logit of the class, over the pictures of that class
 * @param ablationZero change of the class's accuracy when the filter is set to zero; negative is a loss
 * @param ablationMean change of the class's accuracy when the filter is set to its mean
 * @param balancedZero change of the class's balanced accuracy when the filter is set to zero
 * @param balancedMean change of the class's balanced accuracy when the filter is set to its mean
 */
public record ClassRow(int channel, String className, double mean, double auc, double contribution, double ablationZero, double ablationMean,
        double balancedZero, double balancedMean) {

    /** The mean alone. */
    public ClassRow(final int channel, final String className, final double mean) {
        this(channel, className, mean, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The same with what the peaks say. */
    public ClassRow withAuc(final double value) {
        return new ClassRow(channel, className, mean, value, contribution, ablationZero, ablationMean, balancedZero, balancedMean);
    }

    /** The same with what the filter adds to the logit. */
    public ClassRow withContribution(final double value) {
        return new ClassRow(channel, className, mean, auc, value, ablationZero, ablationMean, balancedZero, balancedMean);
    }

    /** The same with what ablation does. */
    public ClassRow withAblation(final double zero, final double toMean, final double zeroBalanced, final double meanBalanced) {
        return new ClassRow(channel, className, mean, auc, contribution, zero, toMean, zeroBalanced, meanBalanced);
    }
}
