package org.filterscope.analysis.dissection;

import java.util.Optional;

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
     * @param start index of the first map's first value
     * @param to    where the values go
     * @param at    index there of the first
     */
    void load(final float[] values, final int start, final int channel, final float[] to, final int at) {
        final int first = start + channel * maps.rows() * maps.cols();
        if (grid.isPresent()) {
            grid.get().interpolate(values, first, to, at);
        } else {
            System.arraycopy(values, first, to, at, size());
        }
    }
}
