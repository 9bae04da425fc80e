package org.filterscope.extending;

import java.io.IOException;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.progress.Progress;

/** How large a part of the pictures each filter of a layer fires on: the share of positions, of all pictures, where its map is above zero. */
public final class ActiveShare {

    private ActiveShare() {
    }

    /**
     * @param progress gets one step a picture, and is asked whether to go on
     * @return {@code [filter]}, from 0 to 1
     * @throws IOException when the maps cannot be read
     */
    public static double[] of(final LayerMaps maps, final Progress progress) throws IOException {
        final long[] above = new long[maps.shape().channels()];
        maps.forEachSparse((picture, values) -> {
            progress.checkCancelled();
            for (int filter = 0; filter < above.length; filter++) {
                above[filter] += count(values, filter);
            }
            progress.advance(1);
        });
        final double positions = (double) maps.pictures() * maps.shape().rows() * maps.shape().cols();
        final double[] shares = new double[above.length];
        for (int filter = 0; filter < shares.length; filter++) {
            shares[filter] = above[filter] / positions;
        }
        return shares;
    }

    /** Zeros are not in the list, values below zero are. */
    private static int count(final SparseMaps maps, final int filter) {
        int count = 0;
        for (int i = maps.start(filter); i < maps.start(filter + 1); i++) {
            count += maps.value(i) > 0 ? 1 : 0;
        }
        return count;
    }
}
