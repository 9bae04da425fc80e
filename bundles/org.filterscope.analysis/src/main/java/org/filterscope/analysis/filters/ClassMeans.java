package org.filterscope.analysis.filters;

import org.filterscope.engine.execution.FeatureMaps;

/** The mean of every channel over the pictures of each class. Mergeable. */
final class ClassMeans {
    private final double[][] sums;
    private final long[] counts;

    ClassMeans(final int channels, final int classes) {
        sums = new double[channels][classes];
        counts = new long[classes];
    }

    /** @param classes of each image; negative when not known */
    void add(final FeatureMaps maps, final int[] classes) {
        final int positions = maps.shape().rows() * maps.shape().cols();
        for (int image = 0; image < maps.images(); image++) {
            if (classes[image] < 0) {
                continue;
            }
            for (int channel = 0; channel < sums.length; channel++) {
                final int start = maps.start(image, channel);
                double sum = 0;
                for (int i = start; i < start + positions; i++) {
                    sum += maps.values()[i];
                }
                sums[channel][classes[image]] += sum;
            }
            counts[classes[image]] += positions;
        }
    }

    void merge(final ClassMeans other) {
        for (int c = 0; c < counts.length; c++) {
            for (int channel = 0; channel < sums.length; channel++) {
                sums[channel][c] += other.sums[channel][c];
            }
            counts[c] += other.counts[c];
        }
    }

    int classes() {
        return counts.length;
    }

    /** Not a number when no picture has that class. */
    double mean(final int channel, final int classIndex) {
        return sums[channel][classIndex] / counts[classIndex];
    }
}
