package org.filterscope.analysis.attribution;

import java.util.OptionalDouble;

/**
 * Whether a heat map looks where it should: the pixels of a picture on which the class is known to depend.
 *
 * @param rows   of the network's input
 * @param cols   of the network's input
 * @param inside {@code [row, col]}, row-major; not copied
 */
public record EvidenceMask(int rows, int cols, boolean[] inside) {

    public EvidenceMask {
        if (inside.length != rows * cols) {
            throw new IllegalArgumentException("%d values for %d × %d pixels".formatted(inside.length, rows, cols));
        }
    }

    /**
     * The pointing game: whether the map's peak lies inside, or near by. Source: Zhang et al. 2016, who forgive 15 pixels.
     *
     * @param forgiven how far outside the peak may lie, in pixels
     */
    public boolean holdsPeak(final HeatMap heat, final int forgiven) {
        check(heat);
        final int row = heat.peak() / cols;
        final int col = heat.peak() % cols;
        for (int i = 0; i < inside.length; i++) {
            final int down = i / cols - row;
            final int right = i % cols - col;
            if (inside[i] && Math.hypot(down, right) <= forgiven) {
                return true;
            }
        }
        return false;
    }

    /** The share of what speaks for the class that lies inside; empty when nothing speaks for it. Source: Wang et al. 2020 (Score-CAM). */
    public OptionalDouble energy(final HeatMap heat) {
        check(heat);
        double all = 0;
        double within = 0;
        for (int i = 0; i < inside.length; i++) {
            final double above = Math.max(0, heat.values()[i]);
            all += above;
            within += inside[i] ? above : 0;
        }
        return all > 0 ? OptionalDouble.of(within / all) : OptionalDouble.empty();
    }

    private void check(final HeatMap heat) {
        if (heat.rows() != rows || heat.cols() != cols) {
            throw new IllegalArgumentException("a mask of %d × %d pixels for a heat map of %d × %d".formatted(rows, cols, heat.rows(),
                    heat.cols()));
        }
    }
}
