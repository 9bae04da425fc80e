package org.filterscope.fuzz.mutation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values at and beyond the borders of what programs count with. */
final class Extremes {
    private static final byte[] BYTES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff, 0x20, 0x30, '[', '{', '"'};
    private static final long[] NUMBERS = {0, 1, -1, 2, 16, 255, 256, 32767, 32768, 65535, 65536, 1 << 20, 1 << 24, 1 << 28, 1 << 30,
        Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 31, 1L << 32, (1L << 32) - 1, 1L << 40, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final List<String> TEXTS = List.of("0", "-1", "1", "2", "3", "-0.0", "0.5", "1e9", "2147483647", "2147483648", "-2147483648",
            "4294967296", "9223372036854775807", "9223372036854775808", "1e308", "1e309", "-1e400", "1e-400", "1e999999999", "NaN", "Infinity",
            "99999999999999999999999999999999999999", "65536", "1073741824", "0x7fffffff", "1_000", "١", ".", "1.5.2");

    private Extremes() {
    }

    static byte byteValue(final RandomGenerator random) {
        return random.nextInt(4) == 0 ? (byte) random.nextInt() : BYTES[random.nextInt(BYTES.length)];
    }

    static long number(final RandomGenerator random) {
        return NUMBERS[random.nextInt(NUMBERS.length)] + random.nextInt(5) / 4;
    }

    /** A number as a text tells it. */
    static String text(final RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
