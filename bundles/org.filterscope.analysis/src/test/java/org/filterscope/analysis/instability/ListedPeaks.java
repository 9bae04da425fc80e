package org.filterscope.analysis.instability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.maps.LayerPeaks;

/** Peaks that a test wrote down, filter by filter. */
final class ListedPeaks implements LayerPeaks {
    private record Filter(float[] values, int[] positions) {
    }

    private final int pictures;
    private final List<Filter> filters = new ArrayList<>();

    ListedPeaks(final int pictures) {
        this.pictures = pictures;
    }

    ListedPeaks add(final float[] values, final int[] positions) {
        filters.add(new Filter(values, positions));
        return this;
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public int channels() {
        return filters.size();
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        for (int channel = 0; channel < filters.size(); channel++) {
            visitor.visit(channel, filters.get(channel).values, filters.get(channel).positions);
        }
    }
}
