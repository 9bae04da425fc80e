package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.progress.Progress;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that were taught without a flaw, on pictures of seeds that nothing was chosen on. */
class FragileExamplesTest {
    private static final int PICTURES = 180;

    @ParameterizedTest
    @ValueSource(strings = {"ribbons-sound", "cats-sound", "collars-sound", "animals-sound"})
    void soundNetworksDoNotLoseAQuarterOfAClassToWhatNobodySees(final String network) throws Exception {
        for (final long seed : List.of(7101L, 7102L, 7103L)) {
            final World world = ExampleNetworks.load().named(network).subject().world(seed, Plants.NONE);
            final List<WorldPicture> drawn = IntStream.range(0, PICTURES).parallel()
                    .mapToObj(i -> world.picture(Split.TEST, i, ExampleEvidence.SIDE)).toList();
            try (ExampleEvidence examples = new ExampleEvidence(network)) {
                final Findings found = new FragileFilters().search(
                        examples.of(world, drawn, network.startsWith("ribbons") ? "conv3" : "conv4"), Progress.NONE);
                assertThat(found.searches().getFirst().tested()).as("%s, seed %d", network, seed).isGreaterThanOrEqualTo(2);
                assertThat(found.findings()).as("%s, seed %d", network, seed).noneMatch(finding -> finding.severity() == Severity.HIGH);
            }
        }
    }
}
