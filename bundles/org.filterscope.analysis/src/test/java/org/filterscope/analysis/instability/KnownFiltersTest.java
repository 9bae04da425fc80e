package org.filterscope.analysis.instability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.analytic.Scene.Placed;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.junit.jupiter.api.Test;

/** Filters of which is known, position for position, what they stand for: see {@link AnalyticNetwork}. */
class KnownFiltersTest {
    private static final int SIDE = 48;
    private static final int PARTS = 4;
    private static final int SCENES = 120;

    private static Instabilities run(final AnalyticNetwork network, final String layer) throws Exception {
        final Random random = new Random(2);
        final List<Scene> scenes = IntStream.range(0, SCENES).mapToObj(i -> Scene.random(SIDE, PARTS, random)).toList();
        final double[][] rows = new double[PARTS][SCENES];
        final double[][] cols = new double[PARTS][SCENES];
        final List<FeatureMaps> maps = new ArrayList<>();
        try (NetworkSession session = Nd4jExecutor.load().open(network.graph())) {
            for (int scene = 0; scene < SCENES; scene++) {
                for (int part = 0; part < PARTS; part++) {
                    rows[part][scene] = Double.NaN;
                    cols[part][scene] = Double.NaN;
                }
                for (final Placed placed : scenes.get(scene).parts()) {
                    rows[placed.part()][scene] = placed.row();
                    cols[placed.part()][scene] = placed.col();
                }
                maps.add(session.forward(scenes.get(scene).picture(network.templates()), Set.of(layer)).get(layer));
            }
        }
        final int[] classes = new int[SCENES];
        Arrays.fill(classes, -1);
        final ReceptiveFields fields = new ReceptiveFields(network.graph());
        return new LocationInstability(network.graph().shape(layer), fields.vertical(layer), fields.horizontal(layer), network.graph().input(),
                new Landmarks(List.of("part 0", "part 1", "part 2", "part 3"), rows, cols), List.of(), classes, LocationInstability.PICTURES, 1)
                .of(peaks(maps), Progress.NONE);
    }

    private static ListedPeaks peaks(final List<FeatureMaps> maps) {
        final ListedPeaks peaks = new ListedPeaks(maps.size());
        for (int channel = 0; channel < maps.get(0).shape().channels(); channel++) {
            final float[] values = new float[maps.size()];
            final int[] positions = new int[maps.size()];
            for (int picture = 0; picture < values.length; picture++) {
                final FeatureMaps of = maps.get(picture);
                for (int i = 1; i < of.shape().rows() * of.shape().cols(); i++) {
                    if (of.values()[of.start(0, channel) + i] > of.values()[of.start(0, channel) + positions[picture]]) {
                        positions[picture] = i;
                    }
                }
                values[picture] = of.values()[of.start(0, channel) + positions[picture]];
            }
            peaks.add(values, positions);
        }
        return peaks;
    }

    /** Peaks lie at the parts' centres, to the pixel; parts are there on half of the pictures. Tolerance: double precision. */
    @Test
    void aFilterOfOnePartIsThatPart() throws Exception {
        final Instabilities found = run(AnalyticNetwork.of(SIDE, PARTS, 2, Mixer.IDENTITY, 1), "mixed");
        for (int part = 0; part < PARTS; part++) {
            final Scores scores = found.scores().get(part);
            assertThat(scores.text(Score.PART)).contains("part " + part);
            assertThat(scores.number(Score.VECTOR_R2).orElseThrow()).isCloseTo(1, within(1e-12));
            assertThat(scores.number(Score.DEAD_SHARE).orElseThrow()).isBetween(0.3, 0.8);
            for (final LandmarkRow row : found.rows().subList(part * PARTS, (part + 1) * PARTS)) {
                if (row.landmark().equals("part " + part)) {
                    assertThat(row.instability()).isCloseTo(0, within(1e-12));
                    assertThat(row.pictures()).isEqualTo((int) Math.round(SCENES * (1 - scores.number(Score.DEAD_SHARE).orElseThrow())));
                    assertThat(row.constant()).isGreaterThan(0.05);
                    assertThat(row.pValue()).isLessThan(0.01);
                } else {
                    // Other parts lie anywhere else.
                    assertThat(row.vectorR2()).isNegative();
                    assertThat(row.pValue()).isGreaterThan(0.05);
                }
            }
        }
    }

    /** What an oracle of one part may have at most is 0.02. */
    @Test
    void aFilterOfTwoPartsIsNeither() throws Exception {
        final Instabilities found = run(AnalyticNetwork.of(SIDE, PARTS, 2, Mixer.MAXIMUM_OF_TWO, 1), "mixed");
        for (final LandmarkRow row : found.rows()) {
            assertThat(row.instability()).isGreaterThan(0.02);
            assertThat(row.vectorR2()).isLessThan(0.9);
        }
    }
}
