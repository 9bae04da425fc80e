package org.filterscope.analysis.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.NpyWriter.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakFilesTest {
    private static final int PICTURES = 300;
    private static final int CHANNELS = 17;

    @TempDir
    Path folder;

    @Test
    void everyChannelIsShownOnceWithThePeaksOfAllPictures() throws Exception {
        try (NpyWriter values = new NpyWriter(folder.resolve("values.npy"), CHANNELS);
                NpyWriter positions = new NpyWriter(folder.resolve("positions.npy"), CHANNELS, Type.INT)) {
            for (int picture = 0; picture < PICTURES; picture++) {
                final float[] row = new float[CHANNELS];
                final int[] places = new int[CHANNELS];
                for (int channel = 0; channel < CHANNELS; channel++) {
                    row[channel] = picture + channel / 100f;
                    places[channel] = 1000 * channel + picture;
                }
                values.write(row);
                positions.write(places);
            }
        }
        final List<Integer> seen = new ArrayList<>();
        new PeakFiles(folder.resolve("values.npy"), folder.resolve("positions.npy"), PICTURES, CHANNELS).forEach((channel, values, positions) -> {
            seen.add(channel);
            assertThat(values).hasSize(PICTURES);
            assertThat(values[7]).isEqualTo(7 + channel / 100f);
            assertThat(positions[299]).isEqualTo(1000 * channel + 299);
        });
        assertThat(seen).hasSize(CHANNELS).doesNotHaveDuplicates().isSorted();
    }
}
