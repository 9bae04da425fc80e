package org.filterscope.examples.random;

import java.util.List;

/**
 * Random numbers for one picture and one purpose. The stream is fixed by seed, picture and the purpose's name alone, so no picture depends on
 * another, and a new purpose changes nothing that was drawn before. The generator is SplitMix64 (Steele, Lea and Flood, OOPSLA 2014),
 * written out here because the algorithm behind {@link java.util.SplittableRandom} is not promised to stay the same. Not for sharing
 * between threads.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private long state;

    public RandomStream(final long seed, final long picture, final String purpose) {
        state = mix(mix(mix(seed) + picture) ^ hash(purpose));
    }

    /** All 64 bits are random. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** 0 to 1, 1 excluded. */
    public double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    public double uniform(final double low, final double high) {
        return low + (high - low) * uniform();
    }

    /** 0 to bound - 1; for the small bounds of this world the bias of the multiplication is below 2^-25. */
    public int below(final int bound) {
        return (int) ((next() >>> 33) * bound >>> 31);
    }

    public boolean chance(final double probability) {
        return uniform() < probability;
    }

    public <T> T pick(final List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The finaliser of SplitMix64: every input bit changes each output bit with probability one half. */
    public static long mix(final long value) {
        final long first = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        final long second = (first ^ first >>> 27) * 0x94D049BB133111EBL;
        return second ^ second >>> 31;
    }

    /** FNV-1a over the characters. */
    private static long hash(final String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
