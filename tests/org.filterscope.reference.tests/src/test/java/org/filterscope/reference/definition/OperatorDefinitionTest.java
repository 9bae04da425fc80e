package org.filterscope.reference.definition;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.reference.Executors;
import org.filterscope.reference.definition.OperatorCases.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator of every executor, forwards and backwards, against its definition in double precision, for a batch of three images. */
class OperatorDefinitionTest {
    private static final int IMAGES = 3;

    static Stream<Arguments> cases() throws Exception {
        final List<Executor> executors = Executors.all();
        return OperatorCases.all().stream().flatMap(each -> executors.stream().map(executor -> Arguments.of(executor.name(), executor, each)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void valuesAndGradientsAreThoseOfTheDefinition(final String name, final Executor executor, final Case each) {
        final Random random = new Random(each.name().hashCode());
        final String layer = each.graph().output().name();
        final Values seed = Values.random(each.graph().shape(layer), random);
        final List<Values> images = Stream.generate(() -> Values.random(each.graph().input(), random)).limit(IMAGES).toList();
        final Target target = new Target(layer, Comparison.batch(List.of(seed)));
        final Gradients found;
        final Map<String, FeatureMaps> values;
        try (NetworkSession session = executor.open(each.graph())) {
            final Pass pass = Pass.of(each.graph(), Comparison.batch(images));
            values = session.run(pass, Set.of(layer));
            found = session.gradients(pass, target, Set.of("input", "maps"), ReluRule.GRADIENT);
        }
        final DefinedNetwork defined = new DefinedNetwork(each.graph());
        for (int image = 0; image < IMAGES; image++) {
            final Map<String, Values> given = Map.of("input", images.get(image));
            Comparison.assertClose("values", values.get(layer), image, defined.run(given, List.of()).get(layer));
            Comparison.assertClose("values beside gradients", found.value(layer), image, defined.run(given, List.of()).get(layer));
            final Map<String, Values> expected = defined.gradients(given, List.of(), layer, seed, ReluRule.GRADIENT);
            Comparison.assertClose("gradient by the input", found.gradient("input"), image, expected.get("input"));
            Comparison.assertClose("gradient by the layer below", found.gradient("maps"), image, expected.get("maps"));
        }
    }
}
