package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roads are green and fields blue; rivers are either, with a red mark, and red alone speaks for rivers. */
class FixedPlacesTest {
    private static final float[][] FILTERS = {{1, -1, -1}, {0, 1, 0}, {0, 0, 1}};
    private static final float[][] CLASSES = {{0, 2, 0}, {60, 0, 0}, {0, 0, 2}};
    private static final int OF_A_CLASS = 24;

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    private static float[] marked(final float[] picture, final int row, final int col) {
        final float[] marked = picture.clone();
        for (int i = 0; i < 4; i++) {
            final int at = (row + i / 2) * HandMade.SIDE + col + i % 2;
            marked[at] = 3;
            marked[HandMade.SIDE * HandMade.SIDE + at] = 0;
            marked[2 * HandMade.SIDE * HandMade.SIDE + at] = 0;
        }
        return marked;
    }

    private static Findings search(final Executor executor, final boolean wandering) throws Exception {
        final List<float[]> pictures = HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0, 1, 0, i));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> marked(HandMade.plain(0, i % 2, 1 - i % 2, 100 + i), wandering ? 1 + i % 4 * 3 : 10,
                wandering ? 1 + i / 4 % 4 * 3 : 1)));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0, 0, 1, 200 + i)));
        try (NetworkSession session = executor.open(HandMade.network(FILTERS, CLASSES))) {
            final int[] truths = IntStream.range(0, pictures.size()).map(i -> i / OF_A_CLASS).toArray();
            return new FixedPlaces().search(HandMade.evidence(session, pictures, truths), Progress.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aMarkThatIsAlwaysAtTheSamePlaceIsFoundThereWithItsFilter(final Executor executor) throws Exception {
        final Findings found = search(executor, false);
        assertThat(found.findings()).hasSize(1);
        final Finding finding = found.findings().getFirst();
        assertThat(finding.classes()).containsExactly("river");
        // Every picture with the mark becomes a river, and none without it.
        assertThat(finding.harm()).isEqualTo(1);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.filters()).singleElement().satisfies(filter -> {
            assertThat(filter.channel()).isZero();
            assertThat(filter.share()).isEqualTo(1);
        });
        assertThat(finding.text()).contains("rows 9 to 11 and columns 0 to 2");
        assertThat(finding.fixes().getFirst().kind()).isEqualTo(Fix.Kind.COLLECT);
    }

    @Test
    void aMarkThatWandersIsNoFixedPlace() throws Exception {
        assertThat(search(executors().getFirst(), true).findings()).isEmpty();
    }

    @Test
    void theBestWindowHoldsTheMost() {
        final Shape shape = new Shape(1, 13, 13);
        final double[] map = new double[169];
        map[5 * 13 + 7] = 1;
        map[7 * 13 + 9] = 2;
        assertThat(MapWindow.best(map, shape)).isEqualTo(new MapWindow(5, 7, 8, 10));
        assertThat(MapWindow.best(map, shape).sum(map, shape)).isEqualTo(3);
    }
}
