package org.filterscope.analysis.flaws;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.PictureBootstrap;
import org.filterscope.analysis.statistics.PictureBootstrap.Interval;

/**
 * How much of the evidence for a class each filter carries: share = max(E, 0) / sum of max(E, 0) over the filters, where E is what the filter adds
 * to the class's logit, on average over some pictures.
 */
final class EvidenceShares {
    /** A filter with less is not named. */
    private static final double NAMED = 0.1;

    private final double[][] contributions;
    private final double[] shares;

    /** @param contributions {@code [picture, channel]}, of at least one picture */
    EvidenceShares(final double[][] contributions) {
        this.contributions = contributions;
        shares = shares(IntStream.range(0, contributions.length).map(i -> 1).toArray());
    }

    private double[] shares(final int[] drawn) {
        final double[] shares = new double[contributions[0].length];
        for (int picture = 0; picture < drawn.length; picture++) {
            for (int channel = 0; channel < shares.length && drawn[picture] > 0; channel++) {
                shares[channel] += drawn[picture] * contributions[picture][channel];
            }
        }
        double sum = 0;
        for (int channel = 0; channel < shares.length; channel++) {
            shares[channel] = Math.max(0, shares[channel]);
            sum += shares[channel];
        }
        for (int channel = 0; channel < shares.length && sum > 0; channel++) {
            shares[channel] /= sum;
        }
        return shares;
    }

    double share(final int channel) {
        return shares[channel];
    }

    /** Filters with a tenth of the evidence or more, the largest share first. */
    int[] named() {
        return falling().stream().filter(channel -> shares[channel] >= NAMED).mapToInt(Integer::intValue).toArray();
    }

    /** Whether the filters that would be named carry less than half of the evidence together. */
    boolean isSpread() {
        return IntStream.of(named()).mapToDouble(this::share).sum() < 0.5;
    }

    /** How many filters it takes to carry half of the evidence. */
    int half() {
        double sum = 0;
        int filters = 0;
        for (final int channel : falling()) {
            if (sum < 0.5) {
                sum += shares[channel];
                filters++;
            }
        }
        return filters;
    }

    private List<Integer> falling() {
        return IntStream.range(0, shares.length).boxed().sorted(Comparator.comparingDouble((Integer channel) -> -shares[channel])).toList();
    }

    /** 95 % intervals of some filters' shares, over the pictures. */
    List<Interval> intervals(final int[] channels, final long seed) {
        return new PictureBootstrap(contributions.length, seed).of(drawn -> {
            final double[] again = shares(drawn);
            return IntStream.of(channels).mapToDouble(channel -> again[channel]).toArray();
        });
    }
}
