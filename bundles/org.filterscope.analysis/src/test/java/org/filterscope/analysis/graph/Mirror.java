package org.filterscope.analysis.graph;

import org.filterscope.analysis.classes.StoredMaps;

/** Left to right: what a network without handedness would say of mirrored pictures. */
final class Mirror {
    private Mirror() {
    }

    static StoredMaps of(final StoredMaps maps) {
        return new StoredMaps(maps.shape(), maps.values().stream().map(values -> of(values, maps.shape().cols())).toList());
    }

    static float[] of(final float[] values, final int cols) {
        final float[] mirrored = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            mirrored[i - i % cols + cols - 1 - i % cols] = values[i];
        }
        return mirrored;
    }
}
