package org.filterscope.analysis.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.attribution.GradientTimesInput;
import org.filterscope.analysis.heat.Change.Kind;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.PixelBox;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every number of planted blobs is known: a blob is 16 of 256 pixels, its class activation map is 100 inside and 0 elsewhere. */
class HeatBenchmarkTest {
    private static Executor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    private static BenchmarkResult run(final PlantedBlobs blobs, final float bias, final int tested) throws Exception {
        final NetworkGraph graph = PlantedBlobs.network(bias);
        try (NetworkSession session = executor.open(graph)) {
            return new HeatBenchmark(executor, session, List.of(PlantedBlobs.cam(), new PlacedMethod(new GradientTimesInput(), "")),
                    blobs.benchmark(), new ChangedNetworks(graph, Optional.empty(), 1), 1).run(tested, Progress.NONE);
        }
    }

    /** In the corners no box in the middle has half of its pixels in common with a blob. */
    private static PlantedBlobs corners() {
        return new PlantedBlobs().add(0, 0, 0, 0).add(1, 1, 12, 12).add(0, 0, 0, 12).add(1, 1, 12, 0);
    }

    @Test
    void theMapOfAPlantedBlobIsInItsMaskAndItsBoxIsTheBlob() throws Exception {
        final BenchmarkResult result = run(corners(), 0, 0);
        assertThat(result.methods()).hasSize(2).allSatisfy(method -> {
            assertThat(method.pointing()).isEqualTo(new Share(4, 4));
            assertThat(method.energy()).isEqualTo(1);
            assertThat(method.found()).isEqualTo(new Share(4, 4));
            assertThat(method.located()).isEqualTo(new Share(4, 4));
            assertThat(method.forward()).isEqualTo(1);
            assertThat(method.backward()).isEqualTo(1);
            assertThat(method.seconds()).isPositive();
            assertThat(method.deletion()).as("not tested").isNaN();
        });
        assertThat(result.area()).isEqualTo(1 / 16.0);
        assertThat(result.masked()).isEqualTo(4);
        assertThat(result.centre().pointing()).isEqualTo(new Share(0, 4));
        assertThat(result.centre().found()).isEqualTo(new Share(0, 4));
    }

    /** The benchmark's rule: an intersection over union of 0.5 counts, anything below does not. */
    @Test
    void aBoxCountsFromHalfOfAllPixelsInCommon() throws Exception {
        final BenchmarkResult half = run(new PlantedBlobs().add(0, 0, 4, 2, new PixelBox(4, 2, 12, 6)), 0, 0);
        assertThat(half.methods().getFirst().found()).isEqualTo(new Share(1, 1));
        final BenchmarkResult less = run(new PlantedBlobs().add(0, 0, 4, 2, new PixelBox(4, 2, 13, 6)), 0, 0);
        assertThat(less.methods().getFirst().found()).isEqualTo(new Share(0, 1));
        assertThat(less.methods().getFirst().pointing()).isEqualTo(new Share(1, 1));
        assertThat(less.area()).isEqualTo(36 / 256.0);
    }

    /** A network that calls everything dark: the maps of bright blobs are what they were, but the first choice is wrong. */
    @Test
    void whoeverIsWrongAboutTheClassHasNotLocatedTheObject() throws Exception {
        final MethodScore cam = run(corners(), 1000, 0).methods().getFirst();
        assertThat(cam.found()).isEqualTo(new Share(4, 4));
        assertThat(cam.located()).isEqualTo(new Share(2, 4));
    }

    /** Nothing on a dark picture speaks for bright: no peak, no box, and no energy to share. */
    @Test
    void aMapThatSaysNothingMisses() throws Exception {
        final MethodScore cam = run(new PlantedBlobs().add(0, 1, 0, 0), 0, 0).methods().getFirst();
        assertThat(cam.pointing()).isEqualTo(new Share(0, 1));
        assertThat(cam.found()).isEqualTo(new Share(0, 1));
        assertThat(cam.energy()).isNaN();
    }

    @Test
    void picturesWithoutAMaskCountForCostAlone() throws Exception {
        final BenchmarkResult result = run(corners().add(0, 0, 5, 5, null), 0, 0);
        assertThat(result.pictures()).isEqualTo(5);
        assertThat(result.masked()).isEqualTo(4);
        assertThat(result.methods().getFirst().pointing().trials()).isEqualTo(4);
    }

    /** In the middle, the box in the middle finds it, too: nobody is better than that. */
    @Test
    void theBestBoxInTheMiddleIsTheMeasure() throws Exception {
        final PlantedBlobs blobs = new PlantedBlobs();
        for (int i = 0; i < 30; i++) {
            blobs.add(i % 2, i % 2, 6, 6);
        }
        final BenchmarkResult middle = run(blobs, 0, 0);
        assertThat(middle.centre().found()).isEqualTo(new Share(30, 30));
        // 16 of 16 pixels at a quarter of each side; at 20 % rounding makes it 4 × 4, too.
        assertThat(middle.box()).isCloseTo(0.2, within(1e-12));
        assertThat(new HeatVerdict(middle).of(middle.methods().getFirst())).containsExactly(
                "its peak is in the object no more often than chance or the middle of the picture",
                "its box is no better than one in the middle of the picture");
        final PlantedBlobs apart = new PlantedBlobs();
        for (int i = 0; i < 30; i++) {
            apart.add(i % 2, i % 2, i % 12, 0);
        }
        final BenchmarkResult beside = run(apart, 0, 0);
        assertThat(new HeatVerdict(beside).of(beside.methods().getFirst())).isEmpty();
    }

    /**
     * Without the blob the logit falls from 6.25 to 0.4, and goes back as the mean colour comes into all other pixels: a mean probability of 0.91. In
     * random order the mean, and with it the logit, stays about what it is: 0.998. Brought in hottest first, no order makes the logit higher.
     */
    @Test
    void thePixelsOfTheBlobAreWhatTheClassDependsOn() throws Exception {
        final BenchmarkResult result = run(corners(), 0, 4);
        final MethodScore cam = result.methods().getFirst();
        assertThat(result.tested()).isEqualTo(4);
        assertThat(cam.deletion()).isLessThan(result.noise().deletion() - 0.05);
        assertThat(cam.insertion()).isGreaterThan(result.noise().insertion());
    }

    /** With the head's weights shuffled a class either sees its own blob, the other one, both or neither; with everything shuffled as well. */
    @Test
    void mapsAreComparedWithThoseOfChangedNetworks() throws Exception {
        final BenchmarkResult result = run(corners(), 0, 4);
        assertThat(result.changes()).extracting(Change::kind).containsExactly(Kind.SHUFFLED, Kind.SHUFFLED, Kind.FORGOTTEN, Kind.FORGOTTEN,
                Kind.FORGOTTEN, Kind.FORGOTTEN, Kind.FORGOTTEN);
        assertThat(result.half()).isEqualTo("4");
        assertThat(result.methods().getFirst().forgotten()).hasSize(5).allSatisfy(one -> assertThat(one.pointing().trials()).isEqualTo(4));
        assertThat(result.relearned(result.methods().getFirst(), Kind.PERMUTED)).isNaN();
    }

    @Test
    void aNetworkThatSaysNoNumberIsRefusedWithThePicture() {
        assertThatThrownBy(() -> run(corners(), Float.NaN, 0)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the network says NaN of class 1 on 0");
    }
}
