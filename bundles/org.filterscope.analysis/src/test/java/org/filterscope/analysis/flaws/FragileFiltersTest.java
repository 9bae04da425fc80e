package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Roads are redder than rivers, rivers bluer than roads, and nothing is a field: the logits differ by the mean of red less that of blue. A step of
 * d in each of the 169 pixels of both takes 2d from that, but for the black pixel, where the rectifier lets no gradient through, and the white one
 * of the colour that should rise: 335 / 169 d.
 */
class FragileFiltersTest {
    private static final float[][] FILTERS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final int OF_A_CLASS = 20;
    private static final int PIXELS = HandMade.SIDE * HandMade.SIDE;

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    private static float[][] classes(final float scale) {
        return new float[][] {{scale, 0, 0}, {0, 0, scale}, {-9 * scale, -9 * scale, -9 * scale}};
    }

    /** Red is higher than blue by so many of 255 levels; a black and a white pixel give every channel the range from 0 to 1. */
    private static float[] picture(final double levels) {
        final float[] picture = new float[3 * PIXELS];
        Arrays.fill(picture, 0, PIXELS, (float) (0.5 + levels / 510));
        Arrays.fill(picture, PIXELS, 2 * PIXELS, 0.5f);
        Arrays.fill(picture, 2 * PIXELS, 3 * PIXELS, (float) (0.5 - levels / 510));
        for (int channel = 0; channel < 3; channel++) {
            picture[channel * PIXELS] = 0;
            picture[channel * PIXELS + 1] = 1;
        }
        return picture;
    }

    /** 167 pixels make the margin, so that a step by d turns it where 335 d is more than 167 of the difference. */
    private static Findings search(final Executor executor, final double roads, final double rivers, final float scale, final Progress progress)
            throws Exception {
        final List<float[]> pictures = HandMade.pictures(OF_A_CLASS, i -> picture(roads));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> picture(-rivers)));
        try (NetworkSession session = executor.open(HandMade.network(FILTERS, classes(scale)))) {
            return new FragileFilters().search(HandMade.evidence(session, pictures,
                    IntStream.range(0, pictures.size()).map(i -> i / OF_A_CLASS).toArray()), progress);
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aClassWithAMarginBelowOneStepIsLostAndOneAboveIsNot(final Executor executor) throws Exception {
        final Findings found = search(executor, 1.95, 2.05, 1, Progress.NONE);
        assertThat(found.findings()).hasSize(1);
        final Finding finding = found.findings().getFirst();
        assertThat(finding.classes()).containsExactly("road");
        assertThat(finding.harm()).isEqualTo(1);
        assertThat(finding.numbers()).extracting(Measure::name, Measure::value).contains(
                tuple("lost by 1 of 255 levels", 20.0),
                tuple("lost by 1 of 255 levels at random", 0.0));
        assertThat(finding.pictures()).hasSize(12).allMatch(exhibit -> exhibit.role() == Exhibit.Role.EVIDENCE);
        assertThat(finding.filters()).extracting(filter -> filter.channel()).containsExactly(0, 2);
        // Red falls in 168 pixels, blue rises in 167; steps of 1/255 at 0.5 are rounded to 2^-25.
        assertThat(finding.filters().getFirst().share()).isCloseTo(168.0 / 335, within(1e-4));
        assertThat(finding.text()).isEqualTo("loses 'road' by a change that nobody sees: 20 of 20 right pictures with one of 255 levels, "
                + "0 with noise as strong; filters 0 and 2 of 'maps' carry 50 % and 50 % of it");
        // Two levels take the rivers, too.
        assertThat(found.searches().getFirst().note()).startsWith("40 right pictures of 2 classes").contains("50 % by 1, 100 % by 2 and 100 % by 4");
    }

    /** At such logits the probability is 1 as a float, and its gradient zero: the network looked safe if that were followed. */
    @ParameterizedTest
    @MethodSource("executors")
    void aNetworkThatIsTooSureForAGradientIsFragileAllTheSame(final Executor executor) throws Exception {
        assertThat(search(executor, 1.95, 2.05, 1e5f, Progress.NONE).findings()).singleElement()
                .satisfies(finding -> assertThat(finding.harm()).isEqualTo(1));
    }

    @Test
    void marginsOfMoreThanFourStepsHoldAgainstAll() throws Exception {
        final Findings found = search(executors().getFirst(), 8.5, 8.5, 1, Progress.NONE);
        assertThat(found.findings()).isEmpty();
        assertThat(found.searches().getFirst().tested()).isEqualTo(2);
        assertThat(found.searches().getFirst().note()).contains("0 % by 1, 0 % by 2 and 0 % by 4");
    }

    /** The measured range makes the step, so that it does not matter how pictures are prepared. */
    @Test
    void aStepIsAShareOfTheRange() throws Exception {
        final List<float[]> pictures = HandMade.pictures(1, i -> new float[3 * PIXELS]);
        pictures.getFirst()[0] = -2;
        pictures.getFirst()[1] = 3.1f;
        try (NetworkSession session = executors().getFirst().open(HandMade.network(FILTERS, classes(1)))) {
            final FlawEvidence evidence = HandMade.evidence(session, pictures, new int[] {0});
            final InputRange range = InputRange.of(session.graph().input(), evidence.inputs(), new int[] {0}, Progress.NONE);
            final float[] signs = new float[3 * PIXELS];
            Arrays.fill(signs, -0.3f);
            signs[1] = 5;
            signs[2] = 0;
            final float[] moved = range.moved(pictures.getFirst(), signs, 4);
            assertThat(Arrays.copyOf(moved, 4)).containsExactly(new float[] {-2, 3.1f, 0, -0.08f}, within(1e-6f));
            assertThat(moved[PIXELS]).as("a channel without range stays").isZero();
        }
    }

    @Test
    void itStopsWithinABatchAndTellsTheProgressItPromised() throws Exception {
        final long[] told = new long[1];
        final AtomicInteger asked = new AtomicInteger();
        search(executors().getFirst(), 1.95, 2.05, 1, progress(told, asked, Integer.MAX_VALUE));
        assertThat(told[0]).isEqualTo(SearchSteps.ALL);
        final int all = asked.get();
        for (int stop = 1; stop <= all; stop += 7) {
            final int last = stop;
            assertThatThrownBy(() -> search(executors().getFirst(), 1.95, 2.05, 1, progress(told, new AtomicInteger(), last)))
                    .isInstanceOf(CancelledException.class);
        }
    }

    private static Progress progress(final long[] told, final AtomicInteger asked, final int cancelledAt) {
        return new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
            }

            @Override
            public void advance(final long steps) {
                told[0] += steps;
            }

            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() >= cancelledAt;
            }
        };
    }
}
