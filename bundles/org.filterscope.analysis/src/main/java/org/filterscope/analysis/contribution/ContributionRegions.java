package org.filterscope.analysis.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.filterscope.analysis.attribution.PixelRegion;
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
        final boolean[] speaksFor = new boolean[sums.length];
        final boolean[] speaksAgainst = new boolean[sums.length];
        for (int i = 0; i < sums.length; i++) {
            speaksFor[i] = highest > 0 && sums[i] >= SHARE * highest;
            speaksAgainst[i] = !speaksFor[i] && lowest < 0 && sums[i] <= SHARE * lowest;
        }
        final List<RegionTrace> regions = new ArrayList<>();
        for (final boolean[] side : List.of(speaksFor, speaksAgainst)) {
            PixelRegion.all(side, maps.cols()).forEach(region -> regions.add(trace(region, sums)));
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

    private RegionTrace trace(final PixelRegion region, final double[] sums) {
        double contribution = 0;
        for (final int position : region.pixels()) {
            contribution += sums[position];
        }
        final PixelBox box = region.box();
        return new RegionTrace(contribution, region.pixels().length, new PixelBox(pixel(box.top(), maps.rows(), input.rows()),
                pixel(box.left(), maps.cols(), input.cols()), pixel(box.bottom(), maps.rows(), input.rows()),
                pixel(box.right(), maps.cols(), input.cols())));
    }

    private static int pixel(final int edge, final int positions, final int pixels) {
        return (int) Math.round((double) edge * pixels / positions);
    }
}
