package org.filterscope.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.filterscope.analysis.attribution.LayerContribution.Kind;
import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.Networks;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerContributionsTest {
    private final FeatureMaps picture = new FeatureMaps(1, Networks.INPUT, Networks.pictures(3, 4).get(2));

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    /** Float32 sums of some hundred values of size 1 to 10. */
    @ParameterizedTest
    @MethodSource("executors")
    void whereAllAboveIsAffineSilencingAFilterTakesItsContributionAway(final Executor executor) {
        final NetworkGraph graph = Networks.affine(2);
        try (NetworkSession session = executor.open(graph)) {
            for (int label = 0; label < Networks.CLASSES; label++) {
                final LayerContribution found = new LayerContributions("maps").quick(session, picture, label, Progress.NONE);
                assertThat(found.kind()).isEqualTo(Kind.EXACT);
                final double tolerance = 1e-4 * Math.max(1, Math.abs(found.logit()));
                for (int filter = 0; filter < found.values().length; filter++) {
                    final double without = logit(session, Pass.of(graph, picture).with(Edit.channel(graph, "maps", filter, 0)), label);
                    assertThat(found.values()[filter]).as("filter %d", filter).isCloseTo(found.logit() - without, within(tolerance));
                }
                final Completeness completeness = found.completeness().orElseThrow();
                assertThat(completeness.attributed()).isCloseTo(completeness.difference(), within(tolerance));
                assertThat(found.cost()).isEqualTo(new PassCount(3, 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aFilterThatNothingListensToContributesNothing(final Executor executor) {
        final NetworkGraph graph = Networks.deafTo(3, 2);
        try (NetworkSession session = executor.open(graph)) {
            final LayerContribution quick = new LayerContributions("maps").quick(session, picture, 1, Progress.NONE);
            assertThat(quick.kind()).isEqualTo(Kind.GRADIENT);
            assertThat(quick.completeness()).isEmpty();
            final LayerContribution integrated = new LayerContributions("maps").integrated(session, picture, 1, Progress.NONE);
            final double without = logit(session, Pass.of(graph, picture).with(Edit.channel(graph, "maps", 3, 0)), 1);
            assertThat(without).isEqualTo(quick.logit());
            assertThat(quick.values()[3]).isZero();
            assertThat(integrated.values()[3]).isZero();
            assertThat(Arrays.stream(quick.values()).filter(value -> value != 0).count()).isPositive();
            assertThat(Arrays.stream(integrated.values()).filter(value -> value != 0).count()).isPositive();
        }
    }

    /** The way from zero crosses rectifiers, each of which costs at most one of 400 steps of one position. */
    @ParameterizedTest
    @MethodSource("executors")
    void integratedContributionsSumUpToWhatTheLayerChanges(final Executor executor) {
        for (final NetworkGraph graph : List.of(Networks.rectified(2), Networks.residual(2), Networks.affine(2))) {
            try (NetworkSession session = executor.open(graph)) {
                final LayerContributions method = new LayerContributions("maps", 400);
                final Steps steps = new Steps(Long.MAX_VALUE);
                final LayerContribution found = method.integrated(session, picture, 2, steps);
                assertThat(found.kind()).isEqualTo(Kind.INTEGRATED);
                final double empty = logit(session, Pass.of(graph, picture).with(new Edit("maps", ones(1), ones(0))), 2);
                final Completeness completeness = found.completeness().orElseThrow();
                assertThat(completeness.difference()).isCloseTo(logit(session, Pass.of(graph, picture), 2) - empty,
                        within(1e-4 * Math.max(1, Math.abs(found.logit()))));
                assertThat(completeness.error()).isLessThan(0.01);
                assertThat(found.cost()).isEqualTo(method.integratedCost());
                assertThat(steps.done()).isEqualTo(method.integratedCost().forward());
            }
        }
    }

    /** Above is affine: the gradient is the same all the way. */
    @ParameterizedTest
    @MethodSource("executors")
    void whereAllAboveIsAffineBothWaysAreOne(final Executor executor) {
        try (NetworkSession session = executor.open(Networks.affine(2))) {
            final LayerContribution exact = new LayerContributions("maps").quick(session, picture, 2, Progress.NONE);
            final LayerContribution integrated = new LayerContributions("maps", 3).integrated(session, picture, 2, Progress.NONE);
            assertThat(integrated.values()).containsExactly(exact.values(), within(1e-4 * Math.max(1, Math.abs(exact.logit()))));
        }
    }

    private static FeatureMaps ones(final float value) {
        return new FeatureMaps(1, Shape.vector(1), new float[] {value});
    }

    private static double logit(final NetworkSession session, final Pass pass, final int label) {
        return session.run(pass, Set.of("logits")).get("logits").values()[label];
    }
}
