package org.filterscope.analysis.filters;

import java.util.ArrayList;
import java.util.List;

/** For every channel the pictures with the highest peaks, at most {@code limit}. Peaks at or below zero are nothing to show. Mergeable. */
final class TopPictures {
    private final List<List<Peak>> channels = new ArrayList<>();
    /** By channel what a peak must have at least. */
    private final float[] least;
    private final int limit;

    TopPictures(final int channels, final int limit) {
        this.limit = limit;
        least = new float[channels];
        for (int i = 0; i < channels; i++) {
            this.channels.add(new ArrayList<>(limit + 1));
        }
    }

    void add(final int channel, final Peak peak) {
        if (!(peak.value() > 0) || peak.value() < least[channel]) {
            return;
        }
        final List<Peak> best = channels.get(channel);
        if (best.size() == limit && !peak.beats(best.getLast())) {
            return;
        }
        int place = best.size();
        while (place > 0 && peak.beats(best.get(place - 1))) {
            place--;
        }
        best.add(place, peak);
        if (best.size() > limit) {
            best.removeLast();
        }
        least[channel] = best.size() == limit ? best.getLast().value() : 0;
    }

    void merge(final TopPictures other) {
        for (int channel = 0; channel < channels.size(); channel++) {
            for (final Peak peak : other.channels.get(channel)) {
                add(channel, peak);
            }
        }
    }

    /** Highest first. */
    List<Peak> best(final int channel) {
        return List.copyOf(channels.get(channel));
    }
}
