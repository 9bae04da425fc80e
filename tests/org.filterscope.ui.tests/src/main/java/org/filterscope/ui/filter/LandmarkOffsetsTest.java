package org.filterscope.ui.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LandmarkOffsetsTest {

    @Test
    void tellsLandmarkLessPeakForEachPictureThatCounted() {
        final float[] line = new float[LandmarkOffsets.COLUMNS];
        Arrays.fill(line, Float.NaN);
        put(line, 0, 10, 20);
        put(line, 100, 30, 40);
        put(line, 200, 11, 17);
        put(line, 300, 35, 40);
        final LandmarkOffsets offsets = LandmarkOffsets.of("nose", line);
        assertArrayEquals(new double[] {1, -3}, offsets.rows());
        assertArrayEquals(new double[] {5, 0}, offsets.cols());
    }

    private static void put(final float[] line, final int start, final float first, final float second) {
        line[start] = first;
        line[start + 1] = second;
    }
}
