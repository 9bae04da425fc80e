package org.filterscope.analysis.batch;

import java.util.stream.IntStream;

/**
 * Splits the channels of a layer among the processors. What is done for one channel must touch nothing of another; then the result is the same
 * for any number of processors.
 */
public final class ChannelParts {
    private final int channels;
    private final int parts;

    public ChannelParts(final int channels) {
        this.channels = channels;
        parts = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.max(1, channels));
    }

    /** How many parts there are: whoever needs room to work needs as many. */
    public int count() {
        return parts;
    }

    /** Does something for all channels; returns when it is done. What it throws comes through. */
    public void forEach(final Part work) {
        if (parts == 1) {
            work.run(0, 0, channels);
            return;
        }
        IntStream.range(0, parts).parallel()
                .forEach(part -> work.run(part, (int) ((long) channels * part / parts), (int) ((long) channels * (part + 1) / parts)));
    }

    /** Something to do for the channels from one to just below another. */
    @FunctionalInterface
    public interface Part {
        void run(int part, int from, int to);
    }
}
