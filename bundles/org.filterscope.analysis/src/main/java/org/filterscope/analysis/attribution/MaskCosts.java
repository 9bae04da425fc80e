package org.filterscope.analysis.attribution;

/**
 * What keeps a mask m small and smooth: {@code λ₁ Σ (1 − m) + λ₂ Σ |∇m|³}, the gradient's length taken from each cell to the next one down and to
 * the right. Source of the form and the numbers: Fong and Vedaldi 2017.
 */
record MaskCosts(int cells) {
    static final double SIZE = 1e-4;
    static final double ROUGHNESS = 1e-2;

    double of(final double[] mask) {
        double cost = 0;
        for (int i = 0; i < mask.length; i++) {
            cost += SIZE * (1 - mask[i]) + ROUGHNESS * Math.pow(Math.hypot(down(mask, i), right(mask, i)), 3);
        }
        return cost;
    }

    /** Adds the derivative by each cell. */
    void addSlope(final double[] mask, final double[] gradient) {
        for (int i = 0; i < mask.length; i++) {
            final double down = down(mask, i);
            final double right = right(mask, i);
            final double factor = 3 * ROUGHNESS * Math.hypot(down, right);
            gradient[i] -= SIZE + factor * (down + right);
            if (down != 0) {
                gradient[i + cells] += factor * down;
            }
            if (right != 0) {
                gradient[i + 1] += factor * right;
            }
        }
    }

    private double down(final double[] mask, final int i) {
        return i + cells < mask.length ? mask[i + cells] - mask[i] : 0;
    }

    private double right(final double[] mask, final int i) {
        return (i + 1) % cells != 0 ? mask[i + 1] - mask[i] : 0;
    }
}
