package org.filterscope.analysis.fields;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;

/** A way to find out what the pixels around a filter's peaks do to them. */
interface FieldMethod {

    /** Hears of a filter that is done. */
    @FunctionalInterface
    interface Listener {
        void measured(int channel, AlignedMean mean) throws IOException;
    }

    /** @param peaks by channel */
    long steps(List<List<FieldPeak>> peaks);

    /**
     * @param peaks    by channel
     * @param listener hears of every filter with peaks, by channel
     */
    void measure(List<List<FieldPeak>> peaks, PictureInputs inputs, Progress progress, Listener listener) throws IOException;
}
