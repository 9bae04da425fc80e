package org.filterscope.analysis.similarity;

import java.io.IOException;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;

/** Goes through the maps of a layer once and keeps the moments of every second picture apart, so that one half can judge the other. */
final class LayerMoments {
    private final int channels;
    private final int positions;
    private final PositionSample sample;
    private final Moments even;
    private final Moments odd;
    /** The lowest value on the first picture: zero for rectified layers, and near enough to the mean for others. */
    private final double[] shifts;
    private final Movement movement;

    private LayerMoments(final LayerMaps maps, final long seed) {
        channels = maps.shape().channels();
        positions = maps.shape().rows() * maps.shape().cols();
        sample = new PositionSample(channels, positions, seed);
        even = new Moments(channels);
        odd = new Moments(channels);
        shifts = new double[channels];
        movement = new Movement(channels);
    }

    static LayerMoments of(final LayerMaps maps, final long seed, final Progress progress) throws IOException {
        final LayerMoments moments = new LayerMoments(maps, seed);
        maps.forEach((picture, values) -> {
            progress.checkCancelled();
            moments.add(picture, values);
            progress.advance(1);
        });
        moments.even.complete();
        moments.odd.complete();
        return moments;
    }

    private void add(final int picture, final float[] values) {
        if (picture == 0) {
            begin(values);
        }
        final Moments half = picture % 2 == 0 ? even : odd;
        for (int i = 0; i < sample.size(); i++) {
            final double[] next = half.next();
            int at = sample.position(picture, i);
            for (int channel = 0; channel < channels; channel++) {
                next[channel] = values[at] - shifts[channel];
                at += positions;
            }
            movement.add(i == 0, next);
            half.added();
        }
        movement.endPicture();
    }

    private void begin(final float[] values) {
        for (int channel = 0; channel < channels; channel++) {
            float least = values[channel * positions];
            for (int i = 1; i < positions; i++) {
                least = Math.min(least, values[channel * positions + i]);
            }
            shifts[channel] = least;
        }
    }

    /** Of the pictures with even numbers. */
    Moments even() {
        return even;
    }

    /** Of the pictures with odd numbers. */
    Moments odd() {
        return odd;
    }

    Movement movement() {
        return movement;
    }
}
