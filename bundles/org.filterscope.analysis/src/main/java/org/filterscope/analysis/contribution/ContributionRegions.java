package org.filterscope.analysis.contribution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.RegionTrace;
import org.filterscope.engine.graph.Shape;

/**
 * Where on a picture a layer finds what speaks for a class, or against it: connected regions of positions whose contribution is at least 20 % of the
 * highest, or of the lowest below 0. Positions that touch at a corner are connected.
 */
final class ContributionRegions {
    private static final double SHARE = 0.2;
    private static final int MOST = 6;

    private final Shape maps;
    private final Shape input;

    /**
     * @param maps  of the layer
     * @param input of the network
     */
    ContributionRegions(final Shape maps, final Shape input) {
        this.maps = maps;
        this.input = input;
    }

    /**
     * The strongest regions.
     *
     * @param positions {@code [filter, row, col]}: what each adds to the logit
     * @return by magnitude, the largest first; none where the layer has no maps
     */
    List<RegionTrace> of(final double[] positions) {
        if (!maps.hasMaps()) {
            return List.of();
        }
        final double[] sums = sums(positions, maps);
        double highest = 0;
        double lowest = 0;
        for (final double sum : sums) {
            highest = Math.max(highest, sum);
            lowest = Math.min(lowest, sum);
        }
        // 1 for, -1 against, 0 neither or already taken.
        final int[] sides = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            sides[i] = highest > 0 && sums[i] >= SHARE * highest ? 1 : lowest < 0 && sums[i] <= SHARE * lowest ? -1 : 0;
        }
        final List<RegionTrace> regions = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            if (sides[i] != 0) {
                regions.add(region(sums, sides, i));
            }
        }
        regions.sort(Comparator.comparingDouble(region -> -Math.abs(region.contribution())));
        return List.copyOf(regions.subList(0, Math.min(MOST, regions.size())));
    }

    /** What all filters add at each position: {@code [row, col]}. */
    static double[] sums(final double[] positions, final Shape maps) {
        final double[] sums = new double[maps.rows() * maps.cols()];
        for (int i = 0; i < positions.length; i++) {
            sums[i % sums.length] += positions[i];
        }
        return sums;
    }

    /** The region around a position, whose positions count as taken from now on. */
    private RegionTrace region(final double[] sums, final int[] sides, final int first) {
        final int side = sides[first];
        final Deque<Integer> waiting = new ArrayDeque<>(List.of(first));
        sides[first] = 0;
        int top = maps.rows();
        int left = maps.cols();
        int bottom = 0;
        int right = 0;
        int count = 0;
        double contribution = 0;
        while (!waiting.isEmpty()) {
            final int position = waiting.remove();
            final int row = position / maps.cols();
            final int col = position % maps.cols();
            count++;
            contribution += sums[position];
            top = Math.min(top, row);
            left = Math.min(left, col);
            bottom = Math.max(bottom, row + 1);
            right = Math.max(right, col + 1);
            for (int r = Math.max(0, row - 1); r <= Math.min(maps.rows() - 1, row + 1); r++) {
                for (int c = Math.max(0, col - 1); c <= Math.min(maps.cols() - 1, col + 1); c++) {
                    if (sides[r * maps.cols() + c] == side) {
                        sides[r * maps.cols() + c] = 0;
                        waiting.add(r * maps.cols() + c);
                    }
                }
            }
        }
        return new RegionTrace(contribution, count, new PixelBox(pixel(top, maps.rows(), input.rows()), pixel(left, maps.cols(), input.cols()),
                pixel(bottom, maps.rows(), input.rows()), pixel(right, maps.cols(), input.cols())));
    }

    private static int pixel(final int edge, final int positions, final int pixels) {
        return (int) Math.round((double) edge * pixels / positions);
    }
}
