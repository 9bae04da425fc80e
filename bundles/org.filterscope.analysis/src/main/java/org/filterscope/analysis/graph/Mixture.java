package org.filterscope.analysis.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The densities of a filter's patterns at its responses to one picture after the other: the E-step. Not for several threads. */
final class Mixture {
    private final PatternArrays patterns;
    private final int first;
    private final int count;
    private final Expectation expectation;
    private final SearchWindow window;
    private final double[] sums;
    private final DensityGroup[] groups;
    /** By pattern, its place in a group: neighbours of about the same rows, so that a group's windows have them in common. */
    private final int[] places;
    private PictureCells cells;
    private int picture;

    Mixture(final PatternArrays patterns, final int filter, final Expectation expectation, final SearchWindow window, final MapGrid grid) {
        this.patterns = patterns;
        this.expectation = expectation;
        this.window = window;
        first = patterns.first[filter];
        count = patterns.first[filter + 1] - first;
        sums = new double[grid.cells()];
        groups = new DensityGroup[(count + DensityGroup.PATTERNS - 1) / DensityGroup.PATTERNS];
        Arrays.setAll(groups, group -> new DensityGroup(grid));
        places = new int[count];
        final int[] byRow = IntStream.range(first, first + count).boxed().sorted(Comparator.comparingDouble(v -> patterns.rows[v]))
                .mapToInt(v -> v - first).toArray();
        for (int place = 0; place < count; place++) {
            places[byRow[place]] = place;
        }
    }

    /** @param responses of the filter to that picture */
    void load(final PictureCells responses, final int number) {
        cells = responses;
        picture = number;
        Arrays.fill(sums, 0, cells.size(), 0);
        for (int k = 0; k < count; k++) {
            final int v = first + k;
            final double reach = patterns.reaches[v];
            group(k).place(lane(k), centreRow(k), centreCol(k), reach, window.of(patterns.spreads[v]),
                    expectation.agreements()[k][picture] / (2 * Math.PI * reach * reach), cells);
        }
        for (final DensityGroup group : groups) {
            group.add(cells, sums);
        }
    }

    private DensityGroup group(final int k) {
        return groups[places[k] / DensityGroup.PATTERNS];
    }

    private int lane(final int k) {
        return places[k] % DensityGroup.PATTERNS;
    }

    int count() {
        return count;
    }

    PictureCells cells() {
        return cells;
    }

    /** Where the pattern is expected on the picture, in pixels. */
    double centreRow(final int k) {
        return patterns.rows[first + k] + expectation.rows()[k][picture];
    }

    /** Where the pattern is expected on the picture, in pixels. */
    double centreCol(final int k) {
        return patterns.cols[first + k] + expectation.cols()[k][picture];
    }

    /** The first response in the rows of a pattern's window. */
    int from(final int k) {
        return group(k).from(lane(k));
    }

    /** One past the last response in the rows of a pattern's window. */
    int to(final int k) {
        return group(k).to(lane(k));
    }

    /** Of a pattern, by response from {@link #from} to {@link #to}, per square pixel; 0 beside its window. */
    double[] densities(final int k) {
        return group(k).densities(lane(k));
    }

    /** Of all patterns together, by response. */
    double[] sums() {
        return sums;
    }

    /** How much better patterns and noise explain the responses than noise alone: {@code Σ F log(P / P of noise)}, at least 0. */
    double gain(final double noise) {
        double gain = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (sums[i] > 0) {
                gain += cells.values()[i] * Math.log1p(sums[i] / noise);
            }
        }
        return gain;
    }
}
