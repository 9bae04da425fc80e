package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.junit.jupiter.api.Test;

/** A run may look into the probabilities, too, on which the logits do not depend. */
class UndecidingLayersTest {
    private static final String NETWORK = "cats-f2-background";

    private static FlawEvidence evidence(final ExampleEvidence examples, final String... layers) throws Exception {
        final World world = ExampleNetworks.load().named(NETWORK).subject().world(77, Plants.NONE);
        return examples.of(world, IntStream.range(0, 120).mapToObj(i -> world.picture(Split.TEST, i, ExampleEvidence.SIDE)).toList(), layers);
    }

    private static String probabilities(final ExampleEvidence examples) {
        final NetworkGraph graph = examples.graph();
        assertThat(graph.output().name()).isNotEqualTo(graph.logits().name());
        return graph.output().name();
    }

    @Test
    void theHighestLayerThatDecidesIsSuspectedOfAContext() throws Exception {
        try (ExampleEvidence examples = new ExampleEvidence(NETWORK)) {
            final List<Finding> alone = new ContextShortcuts(new RunConcepts()).search(evidence(examples, "conv4"), Progress.NONE).findings();
            assertThat(alone).isNotEmpty();
            assertThat(new ContextShortcuts(new RunConcepts()).search(evidence(examples, "conv4", probabilities(examples)), Progress.NONE).findings())
                    .isEqualTo(alone);
        }
    }

    @Test
    void withoutALayerThatDecidesAContextHasNoSuspects() throws Exception {
        try (ExampleEvidence examples = new ExampleEvidence(NETWORK)) {
            assertThat(new ContextShortcuts(new RunConcepts()).search(evidence(examples, probabilities(examples)), Progress.NONE).findings())
                    .isNotEmpty().allSatisfy(finding -> assertThat(finding.filters()).isEmpty());
        }
    }

    @Test
    void confusionsAreLookedForInLayersThatDecide() throws Exception {
        try (ExampleEvidence examples = new ExampleEvidence(NETWORK)) {
            final Findings found = new ConceptConfusions(new RunConcepts()).search(evidence(examples, "conv4", probabilities(examples)), Progress.NONE);
            assertThat(found.searches().getFirst().note()).startsWith("filters of 1 layers");
        }
    }
}
