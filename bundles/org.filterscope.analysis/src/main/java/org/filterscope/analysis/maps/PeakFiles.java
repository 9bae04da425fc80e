package org.filterscope.analysis.maps;

import java.io.IOException;
import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.NpyReader;

/** The peaks of a layer as a report keeps them: two arrays, {@code [picture, channel]}. Read some channels at a time. */
public final class PeakFiles implements LayerPeaks {
    private static final int MOST_VALUES = 4 << 20;

    private final Path values;
    private final Path positions;
    private final int pictures;
    private final int channels;

    public PeakFiles(final Path values, final Path positions, final int pictures, final int channels) {
        this.values = values;
        this.positions = positions;
        this.pictures = pictures;
        this.channels = channels;
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        final int group = Math.clamp(MOST_VALUES / Math.max(1, pictures), 1, channels);
        try (NpyReader valueReader = new NpyReader(values); NpyReader positionReader = new NpyReader(positions)) {
            for (int from = 0; from < channels; from += group) {
                final int to = Math.min(channels, from + group);
                final float[][] groupValues = valueReader.floatColumns(from, to);
                final int[][] groupPositions = positionReader.intColumns(from, to);
                for (int channel = from; channel < to; channel++) {
                    visitor.visit(channel, groupValues[channel - from], groupPositions[channel - from]);
                }
            }
        } catch (final InvalidInputException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
