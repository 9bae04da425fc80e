package org.filterscope.examples.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class RandomStreamTest {

    /** The reference values of SplitMix64 for the state 1234567 (Vigna, splitmix64.c). */
    @Test
    void theMixerIsThatOfSplitMix64() {
        assertThat(Long.toUnsignedString(RandomStream.mix(1234567 + 0x9E3779B97F4A7C15L))).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(RandomStream.mix(1234567 + 2 * 0x9E3779B97F4A7C15L))).isEqualTo("3203168211198807973");
    }

    @Test
    void seedPictureAndPurposeEachGiveAnotherStream() {
        final Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            for (long picture = 0; picture < 100; picture++) {
                for (final String purpose : new String[] {"pose", "coat", "coat "}) {
                    firsts.add(new RandomStream(seed, picture, purpose).next());
                }
            }
        }
        assertThat(firsts).hasSize(3000);
        assertThat(new RandomStream(3, 4, "pose").next()).isEqualTo(new RandomStream(3, 4, "pose").next());
    }

    /** First numbers of neighbouring pictures, which is how streams are used: six bins, chi-square below its 0.999 quantile 20.5. */
    @Test
    void firstNumbersOfNeighbouringPicturesAreEvenlySpread() {
        final int[] bins = new int[6];
        for (int picture = 0; picture < 6000; picture++) {
            bins[new RandomStream(1, picture, "x").below(6)]++;
        }
        double chiSquare = 0;
        for (final int bin : bins) {
            chiSquare += (bin - 1000.0) * (bin - 1000.0) / 1000;
        }
        assertThat(chiSquare).isLessThan(20.5);
    }

    /** Standard error of the correlation of 6000 pairs is 0.013; five of them are allowed. */
    @Test
    void purposesOfOnePictureAreUncorrelated() {
        double sum = 0;
        for (int picture = 0; picture < 6000; picture++) {
            sum += (new RandomStream(1, picture, "a").uniform() - 0.5) * (new RandomStream(1, picture, "b").uniform() - 0.5) * 12;
        }
        assertThat(sum / 6000).isCloseTo(0, within(0.065));
    }
}
