package org.filterscope.analysis.comparison;

import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The directions of a layer's peaks that hold {@value #SHARE} of their variance, each scaled to length one over the pictures: {@code V Λ^-½} of
 * {@code XᵀX = V Λ Vᵀ}. Two layers are compared by the mean canonical correlation of such directions (SVCCA: Raghu, Gilmer, Yosinski,
 * Sohl-Dickstein, NIPS 2017).
 */
final class Directions {
    static final double SHARE = 0.99;
    /** The time goes with the third power and cannot be interrupted: so many take about half a second. */
    static final int MOST_FILTERS = 700;

    private final DMatrixRMaj whitening;

    private Directions(final DMatrixRMaj whitening) {
        this.whitening = whitening;
    }

    /** @param scatter {@code XᵀX}; at least one filter, at most {@link #MOST_FILTERS} */
    static Directions of(final double[][] scatter) {
        final int filters = scatter.length;
        final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(filters, true, true);
        if (!eigen.decompose(new DMatrixRMaj(scatter))) {
            throw new IllegalStateException("no eigenvalues of %d filters".formatted(filters));
        }
        final int[] order = IntStream.range(0, filters).boxed()
                .sorted((a, b) -> Double.compare(eigen.getEigenvalue(b).real, eigen.getEigenvalue(a).real)).mapToInt(i -> i).toArray();
        double total = 0;
        for (int i = 0; i < filters; i++) {
            total += scatter[i][i];
        }
        int kept = 0;
        for (double held = 0; kept < filters && held < SHARE * total; kept++) {
            held += eigen.getEigenvalue(order[kept]).real;
        }
        final DMatrixRMaj whitening = new DMatrixRMaj(filters, kept);
        for (int k = 0; k < kept; k++) {
            final DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            final double scale = 1 / Math.sqrt(eigen.getEigenvalue(order[k]).real);
            for (int i = 0; i < filters; i++) {
                whitening.set(i, k, vector.get(i) * scale);
            }
        }
        return new Directions(whitening);
    }

    int count() {
        return whitening.numCols;
    }

    /**
     * @param product {@code XᵀY} with the other layer's peaks
     * @param pause   called now and then; may throw to give up
     * @return mean canonical correlation, 0 to 1
     */
    double canonicalCorrelation(final Directions other, final double[][] product, final Runnable pause) {
        final DMatrixRMaj right = new DMatrixRMaj(product.length, other.count());
        CommonOps_DDRM.mult(new DMatrixRMaj(product), other.whitening, right);
        pause.run();
        final DMatrixRMaj both = new DMatrixRMaj(count(), other.count());
        CommonOps_DDRM.multTransA(whitening, right, both);
        pause.run();
        final SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(both.numRows, both.numCols, false, false, true);
        if (!svd.decompose(both)) {
            throw new IllegalStateException("no singular values of %d by %d directions".formatted(both.numRows, both.numCols));
        }
        double sum = 0;
        for (int i = 0; i < svd.numberOfSingularValues(); i++) {
            sum += Math.min(1, svd.getSingularValues()[i]);
        }
        return sum / svd.numberOfSingularValues();
    }
}
