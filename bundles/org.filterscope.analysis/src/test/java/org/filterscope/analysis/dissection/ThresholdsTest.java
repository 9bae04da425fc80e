package org.filterscope.analysis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.configuration.DissectionSettings.Mode;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
    private static final double[] SHARES = {0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 1e-6};
    private static final ReceptiveField FIELD = new ReceptiveField(1, 0, 0);

    /** What channels can look like. */
    private enum Values {
        NORMAL, RECTIFIED, NEARLY_ALWAYS_ZERO, NEGATIVE, FEW_DIFFERENT, CONSTANT, HUGE_AND_TINY, NEXT_TO_ZERO;

        private float draw(final Random random) {
            final double normal = random.nextGaussian();
            return (float) switch (this) {
                case NORMAL -> normal;
                case RECTIFIED -> Math.max(0, normal);
                case NEARLY_ALWAYS_ZERO -> random.nextInt(500) == 0 ? Math.abs(normal) : -0.0;
                case NEGATIVE -> -Math.exp(normal);
                case FEW_DIFFERENT -> random.nextInt(3) - 1;
                case CONSTANT -> 7.25;
                case HUGE_AND_TINY -> normal * Math.pow(10, random.nextInt(70) - 35);
                case NEXT_TO_ZERO -> (random.nextInt(9) - 3) * Float.MIN_VALUE;
            };
        }
    }

    /** 24 bits of a quantile in common with its neighbours or 1: whatever the values, not one bit may be wrong, gathered or counted. */
    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE})
    void quantilesAreExactlyThoseOfASort(final int gathered) throws IOException {
        final DissectedLayer layer = layer(new Shape(Values.values().length, 3, 5));
        final List<float[]> maps = maps(layer, 201, 5);
        final Thresholds found = Thresholds.find(histogram(layer, DissectionSettings.DEFAULT, maps), List.of(new MemoryMaps(layer.maps(), maps)),
                SHARES, gathered, Progress.NONE);
        final BruteForce sorted = new BruteForce(layer, Upsampling.HALFPIXEL);
        for (final Values values : Values.values()) {
            for (int i = 0; i < SHARES.length; i++) {
                assertThat(found.values()[values.ordinal()][i]).as("%s, %s", values, SHARES[i])
                        .isEqualTo(sorted.threshold(maps, values.ordinal(), SHARES[i]) + 0.0);
            }
        }
    }

    @Test
    void oneValueIsItsOwnQuantile() throws IOException {
        final DissectedLayer layer = layer(new Shape(1, 1, 1));
        assertThat(find(layer, DissectionSettings.DEFAULT, List.of(new float[] {3}), new double[] {0.005}).values()[0]).containsExactly(3);
    }

    /** NumPy: {@code numpy.quantile([1, 2, 4, 8], 0.5)} is 3. */
    @Test
    void betweenTwoValuesTheQuantileIsInterpolated() throws IOException {
        final DissectedLayer layer = layer(new Shape(1, 2, 2));
        assertThat(find(layer, DissectionSettings.DEFAULT, List.of(new float[] {8, 1, 4, 2}), new double[] {0.5}).values()[0]).containsExactly(3);
    }

    @Test
    void histogramsOfTwoHalvesAddUpToTheWhole() {
        final DissectedLayer layer = layer(new Shape(Values.values().length, 3, 5));
        final List<float[]> maps = maps(layer, 40, 6);
        final ActivationHistogram whole = histogram(layer, DissectionSettings.DEFAULT, maps);
        final ActivationHistogram halves = histogram(layer, DissectionSettings.DEFAULT, maps.subList(0, 13));
        halves.add(histogram(layer, DissectionSettings.DEFAULT, maps.subList(13, 40)));
        assertThat(halves.counts()).containsExactly(whole.counts());
        assertThat(halves.size()).isEqualTo(whole.size());
    }

    /** The values of 2020 are those of maps of 56 × 56; here they are interpolated by hand, each in double precision and rounded. */
    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void thresholdsOf2020AreQuantilesOfUpsampledMaps(final Upsampling upsampling) throws IOException {
        final DissectedLayer layer = new DissectedLayer("layer", new Shape(1, 7, 7), new Shape(3, 112, 112), new ReceptiveField(16, -8, 23),
                new ReceptiveField(16, -8, 23));
        final List<float[]> maps = maps(layer, 6, 7);
        final DissectionSettings settings = new DissectionSettings(Mode.PNAS2020, upsampling, 0.01, 0.04, 0);
        final List<float[]> upsampled = new ArrayList<>();
        for (final float[] map : maps) {
            final float[] values = new float[56 * 56];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) interpolated(layer, upsampling, map, i / 56, i % 56);
            }
            upsampled.add(values);
        }
        final DissectedLayer large = layer(new Shape(1, 56, 56));
        assertThat(find(layer, settings, maps, new double[] {0.01}).values()[0][0])
                .isCloseTo(new BruteForce(large, upsampling).threshold(upsampled, 0, 0.01), within(1e-6));
    }

    private static double interpolated(final DissectedLayer layer, final Upsampling upsampling, final float[] map, final int row, final int col) {
        double value = 0;
        for (int i = 0; i < 49; i++) {
            value += weight(layer.vertical(), upsampling, row, i / 7) * weight(layer.horizontal(), upsampling, col, i % 7) * map[i];
        }
        return value;
    }

    /** Point i of 56 lies at input pixel 2 i + 0.5. */
    private static double weight(final ReceptiveField field, final Upsampling upsampling, final int point, final int position) {
        final double place = upsampling == Upsampling.ANCHORED ? (2 * point + 0.5 - field.centre()) / field.stride() : (point + 0.5) / 8 - 0.5;
        return Math.max(0, 1 - Math.abs(Math.clamp(place, 0.0, 6.0) - position));
    }

    private static Thresholds find(final DissectedLayer layer, final DissectionSettings settings, final List<float[]> maps, final double[] shares)
            throws IOException {
        return Thresholds.find(histogram(layer, settings, maps), List.of(new MemoryMaps(layer.maps(), maps)), shares, Progress.NONE);
    }

    private static ActivationHistogram histogram(final DissectedLayer layer, final DissectionSettings settings, final List<float[]> maps) {
        final ActivationHistogram histogram = new ActivationHistogram(layer, settings);
        maps.forEach(map -> histogram.add(SparseMaps.of(layer.maps(), map)));
        return histogram;
    }

    private static DissectedLayer layer(final Shape maps) {
        return new DissectedLayer("layer", maps, new Shape(3, 16, 16), FIELD, FIELD);
    }

    private static List<float[]> maps(final DissectedLayer layer, final int pictures, final long seed) {
        final Random random = new Random(seed);
        final int positions = layer.maps().rows() * layer.maps().cols();
        final List<float[]> maps = new ArrayList<>();
        for (int picture = 0; picture < pictures; picture++) {
            final float[] values = new float[layer.maps().channels() * positions];
            for (int i = 0; i < values.length; i++) {
                values[i] = Values.values()[i / positions].draw(random);
            }
            maps.add(values);
        }
        return maps;
    }
}
