package org.filterscope.examples.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;

import org.filterscope.examples.dataset.PixelChecksum;
import org.filterscope.examples.parts.PartWorld;
import org.filterscope.examples.parts.PartWorldSettings;
import org.filterscope.examples.scenes.SceneWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The same seed gives the same pixels and masks on every platform and in every later version: networks are trained on these pictures. Whoever
 * changes a drawing changes these numbers, and must train the shipped networks again.
 */
class PinnedPicturesTest {
    static final List<World> WORLDS = List.of(new PartWorld(2718, PartWorldSettings.USUAL, Plants.NONE),
            new SceneWorld(2718, SceneWorld.Labelling.SCENE, Plants.NONE));

    @Test
    void animalsAreTheSameEverywhere() {
        assertThat(checksums(WORLDS.get(0))).containsExactly("494cb2cbf6cda48b79ad6bb4317a61eb1d5eabf3b7a1bf53c90d7add7b3cd8b7",
                "a8dcde97bf6f6703dd13f7631152c9060fe9c7d3935307ea6fca1f21c789e6ad",
                "7e4b16f2b3658407b1d42463ffd14f9e48c810a53bfdc0453434867af624f4cc");
    }

    @Test
    void scenesAreTheSameEverywhere() {
        assertThat(checksums(WORLDS.get(1))).containsExactly("8a85afbfb0773c388a22bf3b211a938a864162a89186d74ae8cc2945b17937a7",
                "92b8c08cec62cbdb5fc0b79f80dc706dae5532093a40e4aaf11bd4a31cc2b4e9",
                "54b3a23acb1e038b770797d701dd24c0c53538d4bab042efcc2f19b8c96260e5");
    }

    private static List<String> checksums(final World world) {
        return List.of(PixelChecksum.of(world.picture(Split.TRAIN, 0, 64).rendering()),
                PixelChecksum.of(world.picture(Split.TRAIN, 5, 128).rendering()),
                PixelChecksum.of(world.picture(Split.TEST, 1003, 64).rendering()));
    }

    /** 6 ms a picture is ten thousand in a minute; processor time, so that a busy machine does not matter. Warm, as for most of the ten thousand. */
    @ParameterizedTest
    @FieldSource("WORLDS")
    void tenThousandPicturesTakeLessThanAMinuteOfOneCore(final World world) {
        final long start = draw(world, 300);
        final double milliseconds = (draw(world, 300) - start) / 300e6;
        assertThat(milliseconds).isLessThan(6);
    }

    /** @return the thread's processor time afterwards, in nanoseconds */
    private static long draw(final World world, final int number) {
        for (int i = 0; i < number; i++) {
            assertThat(world.picture(Split.TRAIN, i, 64).rendering().image().size()).isEqualTo(64);
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
