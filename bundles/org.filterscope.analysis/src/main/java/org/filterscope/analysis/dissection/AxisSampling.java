package org.filterscope.analysis.dissection;

import java.util.function.IntToDoubleFunction;

import org.filterscope.engine.graph.ReceptiveField;

/**
 * Linear interpolation along one axis: between which two positions of a map each sample lies, and where between them. Beyond the outermost
 * positions a sample has the value of the nearest one. Samples that lie between the same two positions make up a cell.
 */
final class AxisSampling {
    private final int positions;
    private final int[] below;
    private final double[] weights;
    /** Samples between two positions, about; 0 where that cannot be said. */
    private final double density;

    private AxisSampling(final int positions, final int[] below, final double[] weights) {
        this.positions = positions;
        this.below = below;
        this.weights = weights;
        double step = 0;
        for (int sample = 1; sample < weights.length; sample++) {
            step = below[sample] == below[sample - 1] ? Math.max(step, weights[sample] - weights[sample - 1]) : step;
        }
        density = step > 0 ? 1 / step : 0;
    }

    /** The map stretched over the samples: the edges of both coincide. */
    static AxisSampling halfPixel(final int positions, final int samples) {
        return of(positions, samples, sample -> (sample + 0.5) * positions / samples - 0.5);
    }

    /**
     * Every position at the centre of its receptive field. Where all positions see the same, they have no places of their own and are stretched.
     *
     * @param length of the input, in pixels, over which the samples are spread evenly
     */
    static AxisSampling anchored(final ReceptiveField field, final int positions, final int length, final int samples) {
        if (field.stride() == 0) {
            return halfPixel(positions, samples);
        }
        return of(positions, samples, sample -> ((sample + 0.5) * length / samples - 0.5 - field.centre()) / field.stride());
    }

    private static AxisSampling of(final int positions, final int samples, final IntToDoubleFunction place) {
        final int[] below = new int[samples];
        final double[] weights = new double[samples];
        for (int sample = 0; sample < samples; sample++) {
            final double at = Math.clamp(place.applyAsDouble(sample), 0.0, positions - 1.0);
            below[sample] = Math.min((int) at, Math.max(0, positions - 2));
            weights[sample] = at - below[sample];
        }
        return new AxisSampling(positions, below, weights);
    }

    /** Of these samples the given ones. */
    AxisSampling only(final int[] samples) {
        final int[] some = new int[samples.length];
        final double[] theirs = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            some[i] = below[samples[i]];
            theirs[i] = weights[samples[i]];
        }
        return new AxisSampling(positions, some, theirs);
    }

    int samples() {
        return below.length;
    }

    int positions() {
        return positions;
    }

    int cells() {
        return Math.max(1, positions - 1);
    }

    /** The cell of a sample: the position below it. */
    int below(final int sample) {
        return below[sample];
    }

    /** The position above a cell; the one below has the cell's number. */
    int above(final int cell) {
        return Math.min(cell + 1, positions - 1);
    }

    /** By cell the first sample in it, and at the end the number of samples. */
    int[] starts() {
        final int[] starts = new int[cells() + 1];
        int sample = 0;
        for (int cell = 0; cell <= cells(); cell++) {
            while (sample < below.length && below[sample] < cell) {
                sample++;
            }
            starts[cell] = sample;
        }
        return starts;
    }

    /**
     * About the first sample of a cell at which the position above has more than some share.
     *
     * @param start the cell's first sample
     * @param end   the one behind its last
     */
    int guess(final int cell, final double share, final int start, final int end) {
        // Outermost samples lie on a position all together, so the first cell is counted from its end.
        final int known = cell == 0 ? end - 1 : start;
        return Math.clamp((int) (known + (share - weights[known]) * density + 1), start, end);
    }

    /** Share of the position above in a sample's value. */
    double weight(final int sample) {
        return weights[sample];
    }

    /** {@link #weight} of all samples. */
    double[] weights() {
        return weights.clone();
    }

    /** The position next to a sample. */
    int nearest(final int sample) {
        return weights[sample] < 0.5 ? below[sample] : above(below[sample]);
    }
}
