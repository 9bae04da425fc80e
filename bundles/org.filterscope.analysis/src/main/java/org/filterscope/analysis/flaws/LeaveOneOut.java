package org.filterscope.analysis.flaws;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.filterscope.core.progress.Progress;

/**
 * What a ridge regression of the classes on features says of each picture when that picture is left out: exact, without fitting anew for each. With
 * the hat matrix H of all pictures, the fit without picture i misses its target by {@code (y − ŷ) / (1 − H_ii)} (Allen 1974; Hastie, Tibshirani,
 * Friedman: The Elements of Statistical Learning, 7.10).
 */
final class LeaveOneOut {
    /** Pictures whose part of the hat matrix is in memory at a time. */
    private static final int BLOCK = 256;

    private LeaveOneOut() {
    }

    /**
     * @param features {@code [picture][feature]}, each feature with the mean 0
     * @param classes  index of each picture's class
     * @param count    of the classes
     * @param ridge    by picture; the constant is not drawn towards zero
     * @param progress asked every some pictures whether to go on
     * @return {@code [picture][class]}: about 1 for the class of a picture, about 0 for the others
     */
    static double[][] scores(final double[][] features, final int[] classes, final int count, final double ridge,
            final Progress progress) {
        final int pictures = features.length;
        final int width = features[0].length;
        final DMatrixRMaj x = new DMatrixRMaj(features);
        final DMatrixRMaj products = new DMatrixRMaj(width, width);
        progress.checkCancelled();
        CommonOps_DDRM.multInner(x, products);
        progress.checkCancelled();
        for (int i = 0; i < width; i++) {
            products.add(i, i, ridge * pictures);
        }
        final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(width);
        if (!solver.setA(products)) {
            throw new IllegalStateException("no solution for %d features".formatted(width));
        }
        final double[] hats = new double[pictures];
        final DMatrixRMaj slopes = new DMatrixRMaj(width, count);
        for (int first = 0; first < pictures; first += BLOCK) {
            progress.checkCancelled();
            final int end = Math.min(pictures, first + BLOCK);
            final DMatrixRMaj turned = CommonOps_DDRM.transpose(CommonOps_DDRM.extract(x, first, end, 0, width), null);
            final DMatrixRMaj weights = new DMatrixRMaj(width, end - first);
            solver.solve(turned, weights);
            for (int picture = first; picture < end; picture++) {
                hats[picture] = 1.0 / pictures;
                for (int i = 0; i < width; i++) {
                    hats[picture] += x.get(picture, i) * weights.get(i, picture - first);
                    slopes.add(i, classes[picture], weights.get(i, picture - first));
                }
            }
        }
        progress.checkCancelled();
        final double[][] fitted = fitted(x, slopes, classes, count);
        for (int picture = 0; picture < pictures; picture++) {
            for (int c = 0; c < count; c++) {
                final double target = classes[picture] == c ? 1 : 0;
                fitted[picture][c] = target - (target - fitted[picture][c]) / (1 - hats[picture]);
            }
        }
        return fitted;
    }

    private static double[][] fitted(final DMatrixRMaj x, final DMatrixRMaj slopes, final int[] classes, final int count) {
        final int pictures = classes.length;
        // The features have the mean 0, so the constant is the mean of the targets and does not change the weights.
        final double[] means = new double[count];
        for (final int label : classes) {
            means[label] += 1.0 / pictures;
        }
        final DMatrixRMaj products = new DMatrixRMaj(pictures, count);
        CommonOps_DDRM.mult(x, slopes, products);
        final double[][] fitted = new double[pictures][count];
        for (int picture = 0; picture < pictures; picture++) {
            for (int c = 0; c < count; c++) {
                fitted[picture][c] = means[c] + products.get(picture, c);
            }
        }
        return fitted;
    }
}
