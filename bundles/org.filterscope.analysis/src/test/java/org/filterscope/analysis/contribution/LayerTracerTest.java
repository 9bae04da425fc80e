package org.filterscope.analysis.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.Networks;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.trace.FilterTrace;
import org.filterscope.core.trace.LayerTrace;
import org.filterscope.core.trace.PeakPlace;
import org.filterscope.core.trace.RegionTrace;
import org.filterscope.core.trace.TraceMethod;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerTracerTest {
    private static final int SIDE = 40;

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    private static ShownPicture shown(final NetworkSession session, final FeatureMaps picture) {
        final NetworkGraph graph = session.graph();
        final List<String> labels = IntStream.range(0, graph.shape(graph.logits().name()).channels()).mapToObj(i -> "class " + i).toList();
        return new ShownPicture(session, new ClassOutputs(graph, labels, maps -> maps, true), picture);
    }

    /** In single precision: sums of responses of 0.5 with weights up to some dozens. */
    @ParameterizedTest
    @MethodSource("executors")
    void onANetworkOfMatchedFiltersEveryNumberIsTheTrueOne(final Executor executor) throws Exception {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, 4, 3, Mixer.ORTHOGONAL, 5);
        final Scene scene = Scene.random(SIDE, 4, new Random(8));
        assertThat(scene.parts()).isNotEmpty();
        try (NetworkSession session = executor.open(network.graph())) {
            for (int label = 0; label < 3; label++) {
                final LayerTrace trace = tracer(session, scene.picture(network.templates()), label, false).trace("mixed",
                        filter -> new FilterWords("name " + filter, "", ""), null, Progress.NONE).trace();
                assertThat(trace.method()).isEqualTo(TraceMethod.EXACT);
                assertThat(trace.logit()).isCloseTo(network.logit(scene, label), within(1e-4));
                assertThat(trace.baseline()).isCloseTo(0, within(1e-4));
                assertThat(trace.attributed()).isCloseTo(trace.logit(), within(1e-4));
                for (final FilterTrace filter : trace.filters()) {
                    final double truth = network.contribution(scene, filter.filter(), label);
                    assertThat(filter.contribution()).isCloseTo(truth, within(1e-4));
                    assertThat(filter.rest()).isEqualTo(filter.contribution());
                    assertThat(filter.linear()).isEmpty();
                    assertThat(filter.name()).isEqualTo("name " + filter.filter());
                    assertThat(filter.ablation().orElseThrow().logit()).isCloseTo(-truth, within(1e-4));
                }
            }
        }
    }

    @Test
    void theHighestPointOfAMatchedFilterLiesOnItsPart() throws Exception {
        final AnalyticNetwork network = AnalyticNetwork.of(SIDE, 4, 3, Mixer.IDENTITY, 5);
        final Scene scene = new Scene(SIDE, List.of(new Scene.Placed(2, 30, 11)));
        try (NetworkSession session = Engines.all().getFirst().open(network.graph())) {
            final LayerTrace trace = tracer(session, scene.picture(network.templates()), 0, false).trace("mixed", filter -> FilterWords.NONE, null,
                    Progress.NONE).trace();
            final PeakPlace peak = trace.filters().get(2).peak().orElseThrow();
            assertThat(peak.value()).isCloseTo(AnalyticNetwork.PEAK, within(1e-5));
            assertThat(List.of(peak.row(), peak.col())).containsExactly(AnalyticNetwork.position(30), AnalyticNetwork.position(11));
            assertThat(List.of(peak.field().top(), peak.field().bottom(), peak.field().left(), peak.field().right())).containsExactly(27, 34, 8, 15);
            final RegionTrace region = trace.regions().getFirst();
            assertThat(region.positions()).isOne();
            assertThat(region.contribution()).isCloseTo(trace.filters().get(2).contribution(), within(1e-5));
        }
    }

    /** The way from zero crosses rectifiers; contributions are shared out by 100 steps, so that they sum up to a few per cent. */
    @ParameterizedTest
    @MethodSource("executors")
    void whereTheHeadIsNotAffineTheContributionsAreIntegratedAndTheirErrorShown(final Executor executor) throws Exception {
        final FeatureMaps picture = new FeatureMaps(1, Networks.INPUT, Networks.pictures(3, 4).get(2));
        for (final NetworkGraph graph : List.of(Networks.rectified(2), Networks.residual(2))) {
            try (NetworkSession session = executor.open(graph)) {
                final LayerTrace trace = tracer(session, picture, 1, false).trace("maps", filter -> FilterWords.NONE, null, Progress.NONE).trace();
                assertThat(trace.method()).isEqualTo(TraceMethod.INTEGRATED);
                assertThat(trace.error().orElseThrow()).isLessThan(0.05);
                final double empty = logit(session, Pass.of(graph, picture).with(new Edit("maps", ones(1), ones(0))), 1);
                assertThat(trace.baseline()).isCloseTo(empty, within(1e-4 * Math.max(1, Math.abs(empty))));
                final LayerTrace quick = tracer(session, picture, 1, true).trace("maps", filter -> FilterWords.NONE, null, Progress.NONE).trace();
                assertThat(quick.method()).isEqualTo(TraceMethod.GRADIENT);
                assertThat(quick.baseline()).isCloseTo(empty, within(1e-4 * Math.max(1, Math.abs(empty))));
                for (int filter = 0; filter < trace.filters().size(); filter++) {
                    assertThat(trace.filters().get(filter).linear().orElseThrow()).isEqualTo(quick.filters().get(filter).contribution());
                }
                assertThat(quick.attributed()).isCloseTo(quick.filters().stream().mapToDouble(FilterTrace::contribution).sum(), within(1e-9));
            }
        }
    }

    /** Running the layers above what is kept is the same as running the whole network with the edit, to single precision. */
    @ParameterizedTest
    @MethodSource("executors")
    void silencingFiltersIsAnEditedForwardPass(final Executor executor) throws Exception {
        final FeatureMaps picture = new FeatureMaps(1, Networks.INPUT, Networks.pictures(3, 4).get(1));
        for (final NetworkGraph graph : List.of(Networks.rectified(2), Networks.residual(2), Networks.affine(2))) {
            try (NetworkSession session = executor.open(graph)) {
                final float[] means = {0.5f, -1, 0, 2, 3};
                final List<TracedClass> found = new SilencedFilters(shown(session, picture), "maps", means).without(Set.of(1, 3));
                final float[] amounts = {0, 1, 0, 1, 0};
                final Edit edit = new Edit("maps", new FeatureMaps(1, Shape.vector(5), amounts), new FeatureMaps(1, Shape.vector(5), means));
                for (int label = 0; label < Networks.CLASSES; label++) {
                    final double whole = logit(session, Pass.of(graph, picture).with(edit), label);
                    assertThat(found.get(label).logit()).isCloseTo(whole, within(1e-4 * Math.max(1, Math.abs(whole))));
                }
            }
        }
    }

    @Test
    void aFilterThatDoesNotExistCannotBeSilenced() throws Exception {
        try (NetworkSession session = Engines.all().getFirst().open(Networks.affine(2))) {
            final ShownPicture picture = shown(session, new FeatureMaps(1, Networks.INPUT, Networks.pictures(1, 4).getFirst()));
            assertThatThrownBy(() -> new SilencedFilters(picture, "maps").without(Set.of(5))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no filter 5 among 5");
        }
    }

    private static LayerTracer tracer(final NetworkSession session, final FeatureMaps picture, final int label, final boolean quick)
            throws Exception {
        return new LayerTracer(shown(session, picture), label, new ReceptiveFields(session.graph()), quick);
    }

    private static FeatureMaps ones(final float value) {
        return new FeatureMaps(1, Shape.vector(1), new float[] {value});
    }

    private static double logit(final NetworkSession session, final Pass pass, final int label) {
        return session.run(pass, Set.of("logits")).get("logits").values()[label];
    }
}
