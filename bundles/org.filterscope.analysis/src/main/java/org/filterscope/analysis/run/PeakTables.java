package org.filterscope.analysis.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.analysis.filters.Peak;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.analysis.maps.PeakFiles;
import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.NpyWriter.Type;

/** Writes the peaks of a layer, picture by picture. */
final class PeakTables implements Closeable {
    private final Path valueFile;
    private final Path positionFile;
    private final NpyWriter valueWriter;
    private final NpyWriter positionWriter;
    private final float[] values;
    private final int[] positions;
    private int pictures;

    PeakTables(final Path valueFile, final Path positionFile, final int channels) throws IOException {
        this.valueFile = valueFile;
        this.positionFile = positionFile;
        values = new float[channels];
        positions = new int[channels];
        valueWriter = new NpyWriter(valueFile, channels);
        try {
            positionWriter = new NpyWriter(positionFile, channels, Type.INT);
        } catch (final IOException e) {
            valueWriter.close();
            throw e;
        }
    }

    /** @param peaks of one picture, by channel */
    void write(final List<Peak> peaks) throws IOException {
        for (int channel = 0; channel < values.length; channel++) {
            values[channel] = peaks.get(channel).value();
            positions[channel] = peaks.get(channel).position();
        }
        valueWriter.write(values);
        positionWriter.write(positions);
        pictures++;
    }

    /** What was written; to be read once this is closed. */
    LayerPeaks peaks() {
        return new PeakFiles(valueFile, positionFile, pictures, values.length);
    }

    @Override
    public void close() throws IOException {
        try (valueWriter) {
            positionWriter.close();
        }
    }
}
