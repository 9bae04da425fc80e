package org.filterscope.analysis.landmarks;

import java.util.List;

/**
 * Where named points lie on the network's input, in input pixels: 0 is the centre of the first pixel, as in receptive fields.
 *
 * @param names of the landmarks
 * @param rows  {@code [landmark][picture]}; not a number where the landmark is not seen
 * @param cols  likewise
 */
public record Landmarks(List<String> names, double[][] rows, double[][] cols) {

    public Landmarks {
        names = List.copyOf(names);
        if (rows.length != names.size() || cols.length != names.size()) {
            throw new IllegalArgumentException("%d names, %d and %d landmarks".formatted(names.size(), rows.length, cols.length));
        }
    }

    /** How many pictures there are. */
    public int pictures() {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    /** Whether a landmark is seen on a picture. */
    public boolean visible(final int landmark, final int picture) {
        return !Double.isNaN(rows[landmark][picture]);
    }

    /** Whether any landmark is seen on a picture. */
    public boolean anyVisible(final int picture) {
        for (int landmark = 0; landmark < rows.length; landmark++) {
            if (visible(landmark, picture)) {
                return true;
            }
        }
        return false;
    }
}
