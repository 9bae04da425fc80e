package org.filterscope.analysis.graph;

/** Moves a filter's patterns towards the responses that are theirs and learns their spread: the M-step. */
final class MeanShift {
    private final MapGrid grid;
    private final Mixture mixture;
    private final double noise;
    private final boolean weighing;
    private final double[] mass;
    private final double[] rowShifts;
    private final double[] colShifts;
    private final double[] scores;
    private final double[] squares;
    private final double[] shares;
    private double gain;

    /** @param weighing whether the gain in likelihood is wanted, a logarithm for every response */
    MeanShift(final MapGrid grid, final Mixture mixture, final double noise, final boolean weighing) {
        this.grid = grid;
        this.mixture = mixture;
        this.noise = noise;
        this.weighing = weighing;
        mass = new double[mixture.count()];
        rowShifts = new double[mixture.count()];
        colShifts = new double[mixture.count()];
        scores = new double[mixture.count()];
        squares = new double[mixture.count()];
        shares = new double[grid.cells()];
    }

    /** The picture that the mixture has loaded. */
    void add() {
        final PictureCells cells = mixture.cells();
        gain += weighing ? mixture.gain(noise) : 0;
        for (int i = 0; i < cells.size(); i++) {
            shares[i] = cells.values()[i] / (mixture.sums()[i] + noise);
        }
        for (int k = 0; k < mixture.count(); k++) {
            add(k, cells);
        }
    }

    private void add(final int k, final PictureCells cells) {
        final double top = mixture.centreRow(k);
        final double left = mixture.centreCol(k);
        final double[] values = cells.values();
        final double[] rows = cells.rowPixels();
        final double[] cols = cells.colPixels();
        final double[] densities = mixture.densities(k);
        double sum = 0;
        double down = 0;
        double across = 0;
        double score = 0;
        double square = 0;
        final int to = mixture.to(k);
        for (int i = mixture.from(k); i < to; i++) {
            final double density = densities[i];
            final double own = density * shares[i];
            final double row = rows[i] - top;
            final double col = cols[i] - left;
            sum += own;
            down += own * row;
            across += own * col;
            final double weighted = density * values[i];
            score += weighted;
            square += weighted * (row * row + col * col);
        }
        mass[k] += sum;
        rowShifts[k] += down;
        colShifts[k] += across;
        scores[k] += score;
        squares[k] += square;
    }

    /**
     * After all pictures. Patterns without any responses stay as they are.
     *
     * @param step   share of the way to the highest likelihood of this iteration, for a pattern with the layer's least reach
     * @param least  reach of the layer; 0 for the whole way
     * @param widest that a spread may become
     * @param narrow lowest that a spread may become
     */
    void apply(final PatternArrays patterns, final int first, final double step, final double least, final double narrow,
            final double widest) {
        for (int k = 0; k < mass.length; k++) {
            final int v = first + k;
            if (mass[k] > 0) {
                final double reach = patterns.reaches[v];
                final double way = least > 0 ? step * (least * least) / (reach * reach) : 1;
                patterns.rows[v] += way * rowShifts[k] / mass[k];
                patterns.cols[v] += way * colShifts[k] / mass[k];
            }
            if (scores[k] > 0) {
                // Over both axes: half of it along one.
                patterns.spreads[v] = Math.clamp(Math.sqrt(squares[k] / (2 * scores[k])), narrow, widest);
            }
        }
    }

    /** See {@link Mixture#gain}, over the pictures; 0 when it was not wanted. */
    double gain() {
        return gain;
    }
}
