package org.filterscope.analysis.graph;

import org.filterscope.analysis.maps.LayerMaps;

/**
 * What one layer says of the pictures of a set.
 *
 * @param layer    its name
 * @param grid     where its positions look
 * @param direct   its maps of the pictures
 * @param mirrored its maps of the same pictures, mirrored left to right; null when pictures are taken as they are
 * @param scales   by filter, what its responses are divided by: their standard deviation on other, ordinary pictures; 0 for filters to leave
 *                 out
 */
public record GraphMaps(String layer, MapGrid grid, LayerMaps direct, LayerMaps mirrored, float[] scales) {

    /** @throws IllegalArgumentException when the parts do not fit each other */
    public GraphMaps {
        check(layer, grid, direct, scales);
        if (mirrored != null) {
            check(layer, grid, mirrored, scales);
            if (mirrored.pictures() != direct.pictures()) {
                throw new IllegalArgumentException("layer '%s': maps of %d pictures and of %d mirrored ones".formatted(layer,
                        direct.pictures(), mirrored.pictures()));
            }
        }
    }

    private static void check(final String layer, final MapGrid grid, final LayerMaps maps, final float[] scales) {
        if (maps.shape().rows() != grid.rows() || maps.shape().cols() != grid.cols() || maps.shape().channels() != scales.length) {
            throw new IllegalArgumentException("layer '%s': maps %s, but %d scales and a grid of %d × %d".formatted(layer, maps.shape(),
                    scales.length, grid.rows(), grid.cols()));
        }
    }

    int filters() {
        return scales.length;
    }

    int pictures() {
        return direct.pictures();
    }
}
