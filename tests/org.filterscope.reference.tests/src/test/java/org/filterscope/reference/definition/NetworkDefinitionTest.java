package org.filterscope.reference.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Shape;
import org.filterscope.reference.Executors;
import org.filterscope.reference.definition.SmallNetworks.Small;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks: every layer's values and gradients, edits, and starting in the middle, against the definition in double precision. */
class NetworkDefinitionTest {
    private static final int IMAGES = 2;
    private static final int LABEL = 1;

    static Stream<Arguments> networks() throws Exception {
        final List<Executor> executors = Executors.all();
        return SmallNetworks.all().stream().flatMap(each -> executors.stream().map(executor -> Arguments.of(executor.name(), each, executor)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("networks")
    void everyLayerHasItsValuesAndGradientsUnderEveryRule(final String name, final Small each, final Executor executor) {
        final NetworkGraph graph = each.graph();
        final List<Values> images = images(graph.input());
        final Set<String> layers = layers(graph);
        try (NetworkSession session = executor.open(graph)) {
            final Pass pass = Pass.of(graph, Comparison.batch(images));
            final Map<String, FeatureMaps> values = session.run(pass, layers);
            for (final ReluRule rule : ReluRule.values()) {
                final Gradients gradients = session.gradients(pass, Target.logit(graph, LABEL), layers, rule);
                for (int image = 0; image < IMAGES; image++) {
                    check(graph, Map.of("input", images.get(image)), List.of(), rule, image, values, gradients);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("networks")
    void anEditInTheMiddleReachesAllThatLiesAbove(final String name, final Small each, final Executor executor) {
        final NetworkGraph graph = each.graph();
        final List<Values> images = images(graph.input());
        final Shape middle = graph.shape("middle");
        final Random random = new Random(8);
        final List<List<Edit>> interventions = List.of(
                List.of(Edit.channel(graph, "middle", 1, 0.7f)),
                List.of(new Edit("middle", share(new Shape(1, middle.rows(), 1)), Comparison.batch(List.of(Values.random(middle, random))))),
                List.of(new Edit("middle", share(middle), Comparison.batch(List.of(Values.random(Shape.vector(middle.channels()), random)))),
                        new Edit(graph.logits().name(), share(Shape.vector(1)), share(Shape.vector(1)))));
        try (NetworkSession session = executor.open(graph)) {
            for (final List<Edit> edits : interventions) {
                final Pass pass = new Pass(Map.of("input", Comparison.batch(images)), edits);
                final Map<String, FeatureMaps> values = session.run(pass, layers(graph));
                final Gradients gradients = session.gradients(pass, Target.logit(graph, LABEL), layers(graph), ReluRule.GRADIENT);
                for (int image = 0; image < IMAGES; image++) {
                    check(graph, Map.of("input", images.get(image)), edits, ReluRule.GRADIENT, image, values, gradients);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("networks")
    void whatIsGivenReplacesWhatTheLayersBelowWouldMake(final String name, final Small each, final Executor executor) {
        final NetworkGraph graph = each.graph();
        final Values picture = images(graph.input()).get(0);
        final Values middle = Values.random(graph.shape("middle"), new Random(3));
        final Map<String, Values> given = Map.of("input", picture, "middle", middle);
        final Set<String> layers = layers(graph);
        try (NetworkSession session = executor.open(graph)) {
            final Pass pass = new Pass(Map.of("input", Comparison.batch(List.of(picture)), "middle", Comparison.batch(List.of(middle))), List.of());
            check(graph, given, List.of(), ReluRule.GRADIENT, 0, session.run(pass, layers),
                    session.gradients(pass, Target.logit(graph, LABEL), layers, ReluRule.GRADIENT));
        }
    }

    /** The judge judged: the product of all single derivatives is the slope of the whole. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("networks")
    void theGradientIsTheSlopeOfTheWholeNetwork(final String name, final Small each, final Executor executor) {
        final NetworkGraph graph = each.graph();
        final DefinedNetwork defined = new DefinedNetwork(graph);
        final Values picture = images(graph.input()).get(0);
        final Values direction = Values.random(graph.input(), new Random(5));
        final Values seed = Values.of(Target.logit(graph, LABEL).seed(), 0).spread(graph.shape(graph.logits().name()));
        final double step = 1e-6;
        final double above = target(defined, graph, picture.plus(step, direction), seed);
        final double below = target(defined, graph, picture.plus(-step, direction), seed);
        try (NetworkSession session = executor.open(graph)) {
            final FeatureMaps gradient = session.gradients(Pass.of(graph, Comparison.batch(List.of(picture))), Target.logit(graph, LABEL),
                    Set.of("input"), ReluRule.GRADIENT).gradient("input");
            final double slope = (above - below) / (2 * step);
            assertThat(Values.of(gradient, 0).times(direction)).isCloseTo(slope, within(1e-4 * Math.max(1, Math.abs(slope))));
        }
    }

    @Test
    void aClosedSessionComputesNoMore() throws Exception {
        final NetworkGraph graph = SmallNetworks.all().get(0).graph();
        final Pass pass = Pass.of(graph, Comparison.batch(images(graph.input())));
        for (final Executor executor : Executors.all()) {
            final NetworkSession session = executor.open(graph);
            session.run(pass, Set.of("middle"));
            session.close();
            assertThatThrownBy(() -> session.run(pass, Set.of("middle"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> session.gradients(pass, Target.logit(graph, LABEL), Set.of("input"), ReluRule.GRADIENT))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static double target(final DefinedNetwork defined, final NetworkGraph graph, final Values picture, final Values seed) {
        return defined.run(Map.of("input", picture), List.of()).get(graph.logits().name()).times(seed);
    }

    private static void check(final NetworkGraph graph, final Map<String, Values> given, final List<Edit> edits, final ReluRule rule,
            final int image, final Map<String, FeatureMaps> values, final Gradients gradients) {
        final DefinedNetwork defined = new DefinedNetwork(graph);
        final Values seed = Values.of(Target.logit(graph, LABEL).seed(), 0).spread(graph.shape(graph.logits().name()));
        final Map<String, Values> expected = defined.run(given, edits);
        final Map<String, Values> slopes = defined.gradients(given, edits, graph.logits().name(), seed, rule);
        for (final String layer : values.keySet()) {
            Comparison.assertClose(layer, values.get(layer), image, expected.get(layer));
            Comparison.assertClose("%s beside its gradient".formatted(layer), gradients.value(layer), image, expected.get(layer));
            Comparison.assertClose("%s gradient by %s".formatted(rule, layer), gradients.gradient(layer), image,
                    slopes.getOrDefault(layer, Values.zeros(graph.shape(layer))));
        }
    }

    private static FeatureMaps share(final Shape shape) {
        final Random random = new Random(shape.hashCode());
        return Comparison.batch(List.of(Values.of(shape, (c, row, col) -> random.nextFloat())));
    }

    private static List<Values> images(final Shape shape) {
        final Random random = new Random(11);
        return Stream.generate(() -> Values.random(shape, random)).limit(IMAGES).toList();
    }

    private static Set<String> layers(final NetworkGraph graph) {
        return graph.nodes().stream().map(Node::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
