package org.filterscope.analysis.fields;

import java.util.stream.IntStream;

/** Where the occluder is put along one axis of the picture: every so many pixels, and at the end, always whole inside the picture. */
public final class OccluderPlaces {
    private final int side;
    private final int[] starts;
    private final int[] coverage;

    /**
     * @param pixels of the picture
     * @param side   of the occluder; a larger one than the picture covers it all
     */
    public OccluderPlaces(final int pixels, final int side, final int stride) {
        this.side = Math.min(side, pixels);
        final int last = pixels - this.side;
        starts = IntStream.concat(IntStream.iterate(0, start -> start < last, start -> start + stride), IntStream.of(last)).toArray();
        coverage = new int[pixels];
        for (final int start : starts) {
            for (int i = start; i < start + this.side; i++) {
                coverage[i]++;
            }
        }
    }

    public int count() {
        return starts.length;
    }

    /** First pixel that the occluder covers at one of its places. */
    public int from(final int place) {
        return starts[place];
    }

    /** One past the last pixel that it covers. */
    public int to(final int place) {
        return starts[place] + side;
    }

    /** From how many places the occluder covers a pixel; 0 where the stride leaves gaps. */
    public int coverage(final int pixel) {
        return coverage[pixel];
    }
}
