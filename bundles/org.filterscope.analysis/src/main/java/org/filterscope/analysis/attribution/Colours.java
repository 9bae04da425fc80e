package org.filterscope.analysis.attribution;

import org.filterscope.engine.graph.Shape;

/** How the values of a pixel's colours become one. */
enum Colours {
    SUM, LARGEST_MAGNITUDE;

    /**
     * @param values {@code [channel, row, col]}
     * @return {@code [row, col]}
     */
    float[] reduce(final double[] values, final Shape shape) {
        final int pixels = shape.rows() * shape.cols();
        final float[] reduced = new float[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            double of = 0;
            for (int i = pixel; i < values.length; i += pixels) {
                of = this == SUM ? of + values[i] : Math.max(of, Math.abs(values[i]));
            }
            reduced[pixel] = (float) of;
        }
        return reduced;
    }

    HeatMap heat(final double[] values, final Shape shape, final PassCount cost) {
        return new HeatMap(shape.rows(), shape.cols(), reduce(values, shape), this == SUM ? HeatSign.SIGNED : HeatSign.MAGNITUDE, cost);
    }
}
