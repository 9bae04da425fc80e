package org.filterscope.analysis.attribution;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** The weights w and the constant b that make {@code Σ nearness (y − b − Σ w over what is shown)² + ridge |w|²} smallest. */
final class WeightedRidge {
    private final int pieces;
    /** The last row and column are the constant's. */
    private final DMatrixRMaj products;
    private final DMatrixRMaj right;

    WeightedRidge(final int pieces) {
        this.pieces = pieces;
        products = new DMatrixRMaj(pieces + 1, pieces + 1);
        right = new DMatrixRMaj(pieces + 1, 1);
    }

    void add(final boolean[] shown, final double y, final double nearness) {
        for (int i = 0; i <= pieces; i++) {
            if (i < pieces && !shown[i]) {
                continue;
            }
            right.add(i, 0, nearness * y);
            for (int j = 0; j <= pieces; j++) {
                if (j == pieces || shown[j]) {
                    products.add(i, j, nearness);
                }
            }
        }
    }

    /** The weights; the constant is not drawn towards zero. */
    double[] solve(final double ridge) {
        final DMatrixRMaj matrix = products.copy();
        for (int i = 0; i < pieces; i++) {
            matrix.add(i, i, ridge);
        }
        final LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(pieces + 1);
        if (!solver.setA(matrix)) {
            throw new IllegalStateException("no solution for %d pieces".formatted(pieces));
        }
        final DMatrixRMaj solution = new DMatrixRMaj(pieces + 1, 1);
        solver.solve(right, solution);
        return CommonOps_DDRM.extract(solution, 0, pieces, 0, 1).getData();
    }
}
