package org.filterscope.analysis.dissection;

import java.util.Optional;

import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.configuration.DissectionSettings.Mode;
import org.filterscope.engine.graph.Shape;

/** The values of a map of which a quantile is taken: all positions, or the map brought to 56 × 56 points first. */
final class CountedValues {
    /** Points along each side in the mode {@link Mode#PNAS2020}. */
    static final int SIDE = 56;

    private final Shape maps;
    private final Optional<SampleGrid> grid;

    CountedValues(final DissectedLayer layer, final DissectionSettings settings) {
        maps = layer.maps();
        grid = settings.mode() == Mode.PNAS2020 ? Optional.of(SampleGrid.of(layer, settings.upsampling(), SIDE, SIDE)) : Optional.empty();
    }

    int channels() {
        return maps.channels();
    }

    /** Of one map. */
    int size() {
        return grid.map(SampleGrid::points).orElse(maps.rows() * maps.cols());
    }

    /**
     * Loads the values of one map that are not zero.
     *
     * @param to where they go
     * @param at index there of the first; there must be room for {@link #size()}
     * @return how many they are
     */
    int load(final SparseMaps values, final int channel, final float[] to, final int at) {
        if (grid.isPresent()) {
            return interpolate(values, channel, to, at);
        }
        final int start = values.start(channel);
        final int present = values.start(channel + 1) - start;
        for (int i = 0; i < present; i++) {
            to[at + i] = values.value(start + i);
        }
        return present;
    }

    private int interpolate(final SparseMaps values, final int channel, final float[] to, final int at) {
        final float[] map = new float[maps.rows() * maps.cols()];
        values.write(channel, channel + 1, map, 0);
        grid.orElseThrow().interpolate(map, 0, to, at);
        int present = 0;
        for (int i = at; i < at + size(); i++) {
            to[at + present] = to[i];
            present += to[i] != 0 ? 1 : 0;
        }
        return present;
    }
}
