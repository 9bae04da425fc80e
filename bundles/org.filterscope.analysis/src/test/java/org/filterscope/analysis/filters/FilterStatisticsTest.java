package org.filterscope.analysis.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.TopRow;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class FilterStatisticsTest {
    private static final ReceptiveField FIELD = new ReceptiveField(2, -1, 3);
    private static final Shape INPUT = new Shape(3, 4, 4);

    /** Two channels of 1 × 2 positions, three pictures; the second channel never fires. */
    @Test
    void everyNumberIsWhatItsDefinitionSays() {
        final Shape shape = new Shape(2, 1, 2);
        final FilterStatistics statistics = new FilterStatistics(shape, 2, 2);
        statistics.add(0, SparseMaps.of(shape, new float[] {0, 4, -1, -1}), 0);
        statistics.add(1, SparseMaps.of(shape, new float[] {0, 0, -2, 0}), 1);
        assertThat(statistics.add(2, SparseMaps.of(shape, new float[] {6, 2, -1, -1}), 1)).containsExactly(new Peak(6, 2, 0), new Peak(-1, 2, 0));
        final List<FilterRow> rows = statistics.filters();
        assertThat(rows.get(0)).isEqualTo(new FilterRow(0, 2, Math.sqrt((4 + 4 + 4 + 4 + 16 + 0) / 6.0), 6, 2 / 3.0, false));
        assertThat(rows.get(1).max()).isZero();
        assertThat(rows.get(1).fires()).isZero();
        assertThat(rows.get(1).dead()).isTrue();
        assertThat(statistics.classes(List.of("river", "road"))).containsExactly(new ClassRow(0, "river", 2), new ClassRow(0, "road", 2),
                new ClassRow(1, "river", -1), new ClassRow(1, "road", -1));
        assertThat(statistics.tops(List.of("a", "b", "c"), FIELD, FIELD, INPUT)).containsExactly(
                new TopRow(0, 1, "c", 0, 0, 6, new PixelBox(0, 0, 4, 4)), new TopRow(0, 2, "a", 0, 1, 4, new PixelBox(0, 1, 4, 4)));
    }

    /** Zeros are not looked at; they are values all the same, of negative ones and zeros the first zero is the peak. */
    @Test
    void zerosCountAsValues() {
        final Shape shape = new Shape(1, 2, 2);
        final FilterStatistics statistics = new FilterStatistics(shape, 0, 1);
        assertThat(statistics.add(0, SparseMaps.of(shape, new float[] {-3, -1, 0, 0}), -1)).containsExactly(new Peak(0, 0, 2));
        assertThat(statistics.add(1, SparseMaps.of(shape, new float[] {-2, -1, -1, -4}), -1)).containsExactly(new Peak(-1, 1, 1));
        assertThat(statistics.add(2, SparseMaps.of(shape, new float[4]), -1)).containsExactly(new Peak(0, 2, 0));
        final FilterRow row = statistics.filters().get(0);
        assertThat(row.mean()).isEqualTo(-1);
        assertThat(row.std()).isCloseTo(Math.sqrt((4 + 0 + 1 + 1 + 1 + 0 + 0 + 9 + 4) / 12.0), within(1e-12));
    }

    @Test
    void aFilterWithTheSameValueEverywhereIsDead() {
        final FilterStatistics statistics = new FilterStatistics(new Shape(1, 1, 2), 0, 1);
        statistics.add(0, SparseMaps.of(new Shape(1, 1, 2), new float[] {3, 3}), -1);
        assertThat(statistics.filters().get(0).dead()).isTrue();
    }

    /** Without the care for large means the squares 1e8² would swallow a deviation of 1. */
    @Test
    void aSmallDeviationSurvivesALargeMean() {
        final FilterStatistics statistics = new FilterStatistics(new Shape(1, 1, 1), 0, 1);
        for (int i = 0; i < 100; i++) {
            statistics.add(i, SparseMaps.of(new Shape(1, 1, 1), new float[] {16_000_000 + (i % 2 == 0 ? 1 : -1)}), -1);
        }
        assertThat(statistics.filters().get(0).std()).isCloseTo(1, within(1e-6));
    }

    @Test
    void mergingPartsInAnyOrderGivesTheWhole() {
        final Shape shape = new Shape(3, 2, 2);
        final Random random = new Random(7);
        final List<float[]> pictures = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            final float[] values = new float[12];
            for (int v = 0; v < values.length; v++) {
                // Few distinct values, so that peaks tie and the tie rule matters.
                values[v] = random.nextInt(4) - 1;
            }
            pictures.add(values);
        }
        final FilterStatistics whole = over(shape, pictures, IntStream.range(0, 40));
        final FilterStatistics merged = over(shape, pictures, IntStream.range(20, 40));
        merged.merge(over(shape, pictures, IntStream.range(0, 7)));
        merged.merge(new FilterStatistics(shape, 3, 5));
        merged.merge(over(shape, pictures, IntStream.range(7, 20)));
        final List<String> names = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
        assertThat(merged.tops(names, FIELD, FIELD, INPUT)).isEqualTo(whole.tops(names, FIELD, FIELD, INPUT));
        assertThat(merged.classes(List.of("a", "b", "c"))).isEqualTo(whole.classes(List.of("a", "b", "c")));
        for (int channel = 0; channel < 3; channel++) {
            final FilterRow expected = whole.filters().get(channel);
            final FilterRow actual = merged.filters().get(channel);
            assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-12));
            assertThat(actual.std()).isCloseTo(expected.std(), within(1e-12));
            assertThat(actual.max()).isEqualTo(expected.max());
            assertThat(actual.fires()).isEqualTo(expected.fires());
        }
    }

    private static FilterStatistics over(final Shape shape, final List<float[]> pictures, final IntStream indices) {
        final FilterStatistics statistics = new FilterStatistics(shape, 3, 5);
        indices.forEach(i -> statistics.add(i, SparseMaps.of(shape, pictures.get(i)), i % 4 - 1));
        return statistics;
    }
}
