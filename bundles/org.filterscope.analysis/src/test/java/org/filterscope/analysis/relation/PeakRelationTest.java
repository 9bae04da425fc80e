package org.filterscope.analysis.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.PairRow;
import org.filterscope.core.report.Score;
import org.junit.jupiter.api.Test;

class PeakRelationTest {

    /** Peaks in memory, one array a channel. */
    private record Peaks(float[]... values) implements LayerPeaks {
        @Override
        public int pictures() {
            return values[0].length;
        }

        @Override
        public int channels() {
            return values.length;
        }

        @Override
        public void forEach(final Visitor visitor) throws IOException {
            for (int channel = 0; channel < values.length; channel++) {
                visitor.visit(channel, values[channel], new int[values[channel].length]);
            }
        }
    }

    @Test
    void everyNumberIsWhatItsDefinitionSays() throws Exception {
        // road: 3, 1; river: 1, 0; one picture of no class, which counts nowhere.
        final PictureClasses classes = new PictureClasses(List.of("road", "river"), new int[] {0, 0, 1, 1, -1});
        final PeakRelation relation = PeakRelation.of(new Peaks(new float[] {3, 1, 1, 0, 99}), classes, Progress.NONE);
        assertThat(relation.auc(0, 0)).isEqualTo(3.5 / 4);
        assertThat(relation.auc(0, 1)).isEqualTo(0.5 / 4);
        assertThat(relation.pairs()).containsExactly(new PairRow(0, "road", "river", 3.5 / 4));
        assertThat(relation.scores().get(0).text(Score.CLASS)).hasValue("road");
        assertThat(relation.scores().get(0).number(Score.CLASS_AUC)).hasValue(3.5 / 4);
        assertThat(relation.scores().get(0).number(Score.SELECTIVITY)).hasValue((2 - 0.5) / (2 + 0.5));
        assertThat(relation.into(List.of(new ClassRow(0, "river", 7)))).containsExactly(new ClassRow(0, "river", 7).withAuc(0.5 / 4));
    }

    @Test
    void aFilterThatSaysTheSameOfAllPicturesStandsForNoClass() throws Exception {
        final PictureClasses classes = new PictureClasses(List.of("road", "river"), new int[] {0, 0, 1});
        final PeakRelation relation = PeakRelation.of(new Peaks(new float[] {0, -0f, 0}), classes, Progress.NONE);
        assertThat(relation.scores().get(0).known()).isEmpty();
        assertThat(relation.pairs()).isEmpty();
        assertThat(relation.auc(0, 0)).isEqualTo(0.5);
    }

    @Test
    void selectivityIsNotDefinedForNegativeMeans() throws Exception {
        final PictureClasses classes = new PictureClasses(List.of("road", "river"), new int[] {0, 1});
        final PeakRelation relation = PeakRelation.of(new Peaks(new float[] {3, -1}, new float[] {3, 0}), classes, Progress.NONE);
        assertThat(relation.scores().get(0).number(Score.SELECTIVITY)).isEmpty();
        assertThat(relation.scores().get(1).number(Score.SELECTIVITY)).hasValue(1);
    }

    @Test
    void aClassWithoutPicturesHasNoProbability() throws Exception {
        final PictureClasses classes = new PictureClasses(List.of("road", "river", "sea"), new int[] {0, 1, 1});
        final PeakRelation relation = PeakRelation.of(new Peaks(new float[] {3, 2, 1}), classes, Progress.NONE);
        assertThat(relation.auc(0, 2)).isNaN();
        assertThat(relation.pairs()).hasSize(1);
    }

    /** Few distinct values of both signs, so that ties and signs matter. */
    @Test
    void probabilitiesAreThoseOfCountingAllPairsOfPictures() throws Exception {
        final Random random = new Random(5);
        final int[] indices = random.ints(300, -1, 5).toArray();
        final float[][] peaks = new float[3][300];
        for (final float[] channel : peaks) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = (random.nextInt(21) - 10) / 4f + indices[i] / 8f;
            }
        }
        final PictureClasses classes = new PictureClasses(List.of("a", "b", "c", "d", "e"), indices);
        final PeakRelation relation = PeakRelation.of(new Peaks(peaks), classes, Progress.NONE);
        for (int channel = 0; channel < 3; channel++) {
            for (int c = 0; c < 5; c++) {
                final int one = c;
                assertThat(relation.auc(channel, c)).isCloseTo(
                        counted(peaks[channel], members(indices, i -> i == one), members(indices, i -> i >= 0 && i != one)), within(1e-12));
            }
        }
        assertThat(relation.pairs()).hasSize(3 * 10);
        for (final PairRow row : relation.pairs()) {
            final int one = classes.names().indexOf(row.className());
            final int other = classes.names().indexOf(row.other());
            assertThat(row.auc()).isBetween(0.5, 1.0).isCloseTo(
                    counted(peaks[row.channel()], members(indices, i -> i == one), members(indices, i -> i == other)), within(1e-12));
        }
    }

    @Test
    void ofManyClassesOnlyThoseWithTheHighestPeaksArePaired() throws Exception {
        final int count = PeakRelation.MOST_CLASSES_IN_PAIRS + 1;
        final List<String> names = IntStream.range(0, count).mapToObj(i -> "class" + i).toList();
        final float[] peaks = new float[count];
        for (int i = 0; i < count; i++) {
            peaks[i] = i * 7 % count;
        }
        final PeakRelation relation = PeakRelation.of(new Peaks(peaks), new PictureClasses(names, IntStream.range(0, count).toArray()),
                Progress.NONE);
        final List<String> expected = new ArrayList<>();
        IntStream.range(0, count).filter(i -> peaks[i] >= count - PeakRelation.CHOSEN_CLASSES).forEach(i -> expected.add(names.get(i)));
        assertThat(relation.pairs()).hasSize(8 * 7 / 2);
        assertThat(relation.pairs().stream().map(PairRow::className)).allMatch(expected::contains);
        assertThat(relation.pairs().stream().map(PairRow::other)).allMatch(expected::contains);
    }

    private static int[] members(final int[] indices, final java.util.function.IntPredicate predicate) {
        return IntStream.range(0, indices.length).filter(i -> predicate.test(indices[i])).toArray();
    }

    private static double counted(final float[] peaks, final int[] ones, final int[] others) {
        double wins = 0;
        for (final int one : ones) {
            for (final int other : others) {
                wins += peaks[one] > peaks[other] ? 1 : peaks[one] == peaks[other] ? 0.5 : 0;
            }
        }
        return wins / ones.length / others.length;
    }
}
