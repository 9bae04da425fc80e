package org.filterscope.analysis.dissection;

import java.util.Arrays;

/** Where each filter is active on some pictures, as a list by filter of pictures and blocks; in the order in which they come. */
final class ActivePositions {
    private final int[][] pictures;
    private final int[][] blocks;
    private final int[] sizes;

    ActivePositions(final int filters) {
        pictures = new int[filters][4];
        blocks = new int[filters][4];
        sizes = new int[filters];
    }

    void add(final int filter, final int picture, final int block) {
        final int size = sizes[filter]++;
        if (size == pictures[filter].length) {
            pictures[filter] = Arrays.copyOf(pictures[filter], 2 * size);
            blocks[filter] = Arrays.copyOf(blocks[filter], 2 * size);
        }
        pictures[filter][size] = picture;
        blocks[filter][size] = block;
    }

    int size(final int filter) {
        return sizes[filter];
    }

    int picture(final int filter, final int index) {
        return pictures[filter][index];
    }

    int block(final int filter, final int index) {
        return blocks[filter][index];
    }
}
