package org.filterscope.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

import org.filterscope.examples.world.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of stored networks and the files beside it. */
class ExampleNetworksTest {
    private final ExampleNetworks networks = ExampleNetworks.load();

    @Test
    void everyNetworkIsTheFileThatWasStoredAndSmallEnoughToShip() throws IOException {
        assertThat(networks.all()).isNotEmpty();
        for (final ExampleNetwork network : networks.all()) {
            try (InputStream file = network.open()) {
                assertThat(file.readAllBytes()).as(network.name()).startsWith('P', 'K').hasSizeLessThan(1 << 20);
            }
        }
    }

    @Test
    void aFileThatIsNotTheStoredOneIsRefused() {
        final ExampleNetwork stored = networks.sound(Subject.RIBBONS);
        assertThatThrownBy(() -> with(stored, stored.name(), "0".repeat(64)).open()).isInstanceOf(IOException.class)
                .hasMessage("the example network 'ribbons-sound' is damaged: its checksum is not the one that is stored with it");
        assertThatThrownBy(() -> with(stored, "nothing", stored.sha256()).open()).isInstanceOf(IOException.class)
                .hasMessage("the example network 'nothing' is missing");
    }

    private static ExampleNetwork with(final ExampleNetwork n, final String name, final String sha256) {
        return new ExampleNetwork(name, n.subject(), n.flaw(), n.strength(), n.architecture(), n.seed(), n.pictures(), n.epochs(),
                n.accuracyAsTrained(), n.accuracy(), n.shows(), sha256);
    }

    @Test
    void aFlawedNetworkDiffersFromTheSoundOneInTheFlawAlone() {
        for (final ExampleNetwork network : networks.all()) {
            final ExampleNetwork sound = networks.sound(network.subject());
            assertThat(with(network, "", "")).usingRecursiveComparison().ignoringFields("flaw", "strength", "accuracyAsTrained", "accuracy", "shows")
                    .as(network.name()).isEqualTo(with(sound, "", ""));
            assertThat(network.classes()).isEqualTo(sound.classes());
            assertThat(network.strength() > 0).isEqualTo(network.flaw().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = {"RIVER_AS_ROAD", "BACKGROUND", "ATTRIBUTE_TIE", "WATERMARK", "COLOUR", "LABEL_NOISE", "MISSING_MODE"})
    void eachOfTheseFlawsHasANetworkThatShowsItAndASoundTwinThatDoesNot(final Flaw flaw) {
        final ExampleNetwork flawed = networks.all().stream().filter(network -> network.flaw().equals(Optional.of(flaw))).findFirst().orElseThrow();
        final Map<Flaw, Double> sound = networks.sound(flawed.subject()).shows();
        assertThat(flawed.shows()).containsOnlyKeys(flaw);
        assertThat(flawed.shows().get(flaw)).isGreaterThanOrEqualTo(0.6);
        assertThat(sound.get(flaw)).isLessThanOrEqualTo(0.05);
        assertThat(flawed.trainingWorld().plants().strengths()).isEqualTo(Map.of(flaw, flawed.strength()));
    }

    @Test
    void aNameThatDoesNotExistIsAnsweredWithThoseThatDo() {
        assertThat(networks.named("ribbons-sound").classes()).containsExactly("road", "river", "neither");
        assertThatThrownBy(() -> networks.named("river")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no example network is called 'river'; there are [ribbons-sound, ");
    }
}
