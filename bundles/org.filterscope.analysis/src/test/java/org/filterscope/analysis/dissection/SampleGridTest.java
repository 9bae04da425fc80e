package org.filterscope.analysis.dissection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.maps.ChannelMap;
import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleGridTest {
    private static final DissectedLayer SQUEEZENET = layer(13, 227, new ReceptiveField(16, -7, 40));

    /** A map of 2 × 2 on 8 × 8: stretched, its positions lie at 1.5 and 5.5; at the centres 0 and 4 of their fields they lie 1.5 further up. */
    @Test
    void positionsLieWhereTheRuleSays() {
        final DissectedLayer layer = layer(2, 8, new ReceptiveField(4, -1, 1));
        final float[] map = {0, 8, 0, 8};
        final float[] values = new float[64];
        SampleGrid.of(layer, Upsampling.HALFPIXEL, 8, 8).interpolate(map, 0, values, 0);
        assertThat(Arrays.copyOf(values, 8)).containsExactly(0, 0, 1, 3, 5, 7, 8, 8);
        SampleGrid.of(layer, Upsampling.ANCHORED, 8, 8).interpolate(map, 0, values, 0);
        assertThat(Arrays.copyOf(values, 8)).containsExactly(0, 2, 4, 6, 8, 8, 8, 8);
    }

    /** What sees everything has no place; what has one position only is the same everywhere. */
    @Test
    void whereThereAreNoPlacesMapsAreStretched() {
        final float[] values = new float[64];
        SampleGrid.of(layer(2, 8, new ReceptiveField(0, 0, 7)), Upsampling.ANCHORED, 8, 8).interpolate(new float[] {0, 8, 0, 8}, 0, values, 0);
        assertThat(Arrays.copyOf(values, 8)).containsExactly(0, 0, 1, 3, 5, 7, 8, 8);
        SampleGrid.of(layer(1, 8, new ReceptiveField(8, 0, 7)), Upsampling.ANCHORED, 8, 8).interpolate(new float[] {3}, 0, values, 0);
        assertThat(values).containsOnly(3);
    }

    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void ofAThinnedGridEveryPointIsOneOfTheWhole(final Upsampling upsampling) {
        final SampleGrid whole = SampleGrid.of(SQUEEZENET, upsampling, 227, 227);
        final SampleGrid some = whole.thinned(2);
        assertThat(some.rows().samples()).isEqualTo(28);
        assertThat(Arrays.copyOf(some.sourceRows(), 3)).containsExactly(4, 12, 20);
        final Random random = new Random(1);
        final float[] map = new float[169];
        for (int i = 0; i < map.length; i++) {
            map[i] = (float) random.nextGaussian();
        }
        final Set<Integer> all = found(whole, map);
        final Set<Integer> few = found(some, map);
        for (int point = 0; point < some.points(); point++) {
            final int pixel = some.sourceRows()[point / 28] * 227 + some.sourceCols()[point % 28];
            assertThat(few.contains(point)).isEqualTo(all.contains(pixel));
        }
        assertThat(few).hasSizeBetween(1, some.points() - 1);
    }

    private static Set<Integer> found(final SampleGrid grid, final float[] map) {
        final ActiveRegion region = new ActiveRegion(grid);
        region.find(channel(map), 0.3);
        final int[] found = byPoint(region, grid, 1);
        return IntStream.range(0, grid.points()).filter(point -> found[point] > 0).boxed().collect(Collectors.toSet());
    }

    /** Cells are skipped, runs cut short: what is left must be what looking at every pixel gives. */
    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void theActiveRegionIsWhatLookingAtEveryPixelGives(final Upsampling upsampling) {
        final SampleGrid grid = SampleGrid.of(SQUEEZENET, upsampling, 227, 227);
        final ActiveRegion region = new ActiveRegion(grid);
        final double[] thresholds = {-0.1, 0, 0.5, 1.5};
        final ActiveLevels levels = new ActiveLevels(grid, thresholds.length);
        final Random random = new Random(2);
        for (int run = 0; run < 20; run++) {
            final float[] map = new float[169];
            for (int i = 0; i < map.length; i++) {
                map[i] = (float) Math.max(0, random.nextGaussian() - run / 10.0);
            }
            final float[] values = new float[grid.points()];
            grid.interpolate(map, 0, values, 0);
            for (final double threshold : thresholds) {
                region.find(channel(map), threshold);
                final int[] found = byPoint(region, grid, 1);
                for (int point = 0; point < values.length; point++) {
                    assertThat(found[point]).isEqualTo(values[point] > threshold ? 1 : 0);
                }
            }
            levels.find(channel(map), thresholds);
            final int[] found = byPoint(levels, grid, thresholds.length);
            for (int i = 0; i < found.length; i++) {
                final float value = values[i / thresholds.length];
                final long above = Arrays.stream(thresholds).filter(threshold -> value > threshold).count();
                assertThat(found[i]).isEqualTo(above == i % thresholds.length + 1 ? 1 : 0);
            }
        }
    }

    /** {@code [point, level]}. Counts with a label for every point, so many at a time as there are labels. */
    private static int[] byPoint(final ActivePoints active, final SampleGrid grid, final int levels) {
        final ConceptCategories categories = new ConceptCategories(Collections.nCopies(Short.MAX_VALUE, new Concept("one", "object")));
        final int[] byPoint = new int[grid.points() * levels];
        for (int first = 0; first < grid.points(); first += Short.MAX_VALUE) {
            final int last = Math.min(grid.points(), first + Short.MAX_VALUE);
            final short[] labels = new short[grid.points()];
            for (int point = first; point < last; point++) {
                labels[point] = (short) (point - first + 1);
            }
            final long[] found = new long[(Short.MAX_VALUE + 1) * levels];
            active.count(PictureLabels.of(labels, categories), found, 0);
            for (int i = 0; i < (last - first) * levels; i++) {
                byPoint[first * levels + i] = (int) found[levels + i];
            }
        }
        return byPoint;
    }

    private static ChannelMap channel(final float[] map) {
        final ChannelMap channel = new ChannelMap(map.length);
        channel.take(SparseMaps.of(new Shape(1, 13, 13), map), 0);
        return channel;
    }

    private static DissectedLayer layer(final int positions, final int pixels, final ReceptiveField field) {
        return new DissectedLayer("layer", new Shape(1, positions, positions), new Shape(3, pixels, pixels), field, field);
    }
}
