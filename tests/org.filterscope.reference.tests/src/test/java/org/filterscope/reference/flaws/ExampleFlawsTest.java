package org.filterscope.reference.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.benchmark.flaws.ShownPictures;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Severity;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;
import org.filterscope.examples.networks.ExampleNetwork;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example networks: planted flaws are found by their kind, sound twins are left in peace. No limit was chosen on these seeds. */
class ExampleFlawsTest {
    private static final int SIDE = 64;
    private static final int PICTURES = 180;
    private static final List<Long> SEEDS = List.of(11L, 12L, 13L, 14L, 15L);
    private static final Set<FindingKind> KINDS = Set.of(FindingKind.CLASS_CONFUSION, FindingKind.FIXED_PLACE, FindingKind.COLOUR_SHORTCUT);
    private static final String[] SEARCHES = {"ClassConfusions", "FixedPlaces", "ColourShortcuts"};
    /** Who tells cats by their coat takes some for cows: that is true, too. */
    private static final Map<String, Set<FindingKind>> FLAWED = Map.of(
            "ribbons-f1-river-as-road", Set.of(FindingKind.CLASS_CONFUSION),
            "animals-f4-watermark", Set.of(FindingKind.FIXED_PLACE),
            "cats-f5-colour", Set.of(FindingKind.COLOUR_SHORTCUT, FindingKind.CLASS_CONFUSION));
    private static final List<String> SOUND = List.of("ribbons-sound", "animals-sound", "cats-sound", "collars-sound");
    private static final double GOAL = 0.9;
    private static final double FLAGGED = 0.05;

    @TempDir
    Path folder;

    /** Runs a network on fresh pictures and looks for flaws. */
    @FunctionalInterface
    private interface Check {
        void see(FoundFlaws flaws, int filters);
    }

    @Test
    void plantedFlawsAreFoundByTheirKindAndNothingElseIs() throws Exception {
        final int[] right = new int[1];
        final int[] wrong = new int[1];
        final int[] missed = new int[1];
        for (final Map.Entry<String, Set<FindingKind>> flawed : FLAWED.entrySet()) {
            forEachSeed(flawed.getKey(), (flaws, filters) -> KINDS.forEach(kind -> {
                final boolean found = flaws.has(kind, Severity.MEDIUM);
                final boolean planted = flawed.getValue().contains(kind);
                right[0] += found && planted ? 1 : 0;
                wrong[0] += found && !planted ? 1 : 0;
                missed[0] += !found && planted ? 1 : 0;
            }));
        }
        for (final String sound : SOUND) {
            forEachSeed(sound, (flaws, filters) -> {
                KINDS.forEach(kind -> wrong[0] += flaws.has(kind, Severity.MEDIUM) ? 1 : 0);
                assertThat(flaws.findings()).as(sound).noneMatch(finding -> finding.severity() == Severity.HIGH);
                assertThat((double) flaws.suspects() / filters).as(sound).isLessThanOrEqualTo(FLAGGED);
            });
        }
        assertThat((double) right[0] / (right[0] + wrong[0])).as("precision").isGreaterThanOrEqualTo(GOAL);
        assertThat((double) right[0] / (right[0] + missed[0])).as("recall").isGreaterThanOrEqualTo(GOAL);
    }

    private void forEachSeed(final String name, final Check check) throws Exception {
        final ExampleNetwork network = ExampleNetworks.load().named(name);
        final Executor executor = OnnxRuntimeExecutor.load(Runtime.getRuntime().availableProcessors());
        try (NetworkSession session = executor.open(graph(network))) {
            final List<String> layers = network.architecture().equals("TinyNet") ? List.of("conv2", "conv3") : List.of("conv3", "conv4");
            final int filters = layers.stream().mapToInt(layer -> session.graph().shape(layer).channels()).sum();
            for (final long seed : SEEDS) {
                check.see(FoundFlaws.of(shown(network, session, layers, seed).evidence(seed), SEARCHES), filters);
            }
        }
    }

    /** The watermark is on pictures as in training; the other flaws show on test pictures. */
    private static ShownPictures shown(final ExampleNetwork network, final NetworkSession session, final List<String> layers, final long seed)
            throws Exception {
        final World world = network.subject().world(seed, network.trainingWorld().plants());
        final Split split = network.name().contains("watermark") ? Split.TRAIN : Split.TEST;
        final List<float[]> inputs = new ArrayList<>();
        final int[] truths = new int[PICTURES];
        for (int i = 0; i < PICTURES; i++) {
            final WorldPicture picture = world.picture(split, i, SIDE);
            inputs.add(picture.rendering().image().planes());
            truths[i] = world.classes().indexOf(picture.label());
        }
        return new ShownPictures(session, world.classes(), layers, inputs, truths);
    }

    private NetworkGraph graph(final ExampleNetwork network) throws Exception {
        final Path file = folder.resolve(network.name() + ".zip");
        try (InputStream stream = network.open()) {
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new NetworkReader().read(file, Optional.of(new Size(SIDE, SIDE)));
    }
}
