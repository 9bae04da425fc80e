package org.filterscope.fuzz.mutation;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Parts of files. */
final class Chunks {

    private Chunks() {
    }

    /** From one position to behind another. */
    record Span(int from, int to) {
    }

    /** Some bytes of a file that is not empty; often few, sometimes many. */
    static Span span(final byte[] file, final RandomGenerator random) {
        final int from = random.nextInt(file.length);
        final int most = random.nextBoolean() ? Math.min(32, file.length - from) : file.length - from;
        return new Span(from, from + 1 + random.nextInt(most));
    }

    static byte[] part(final byte[] file, final int from, final int to) {
        return from >= to ? new byte[0] : Arrays.copyOfRange(file, from, to);
    }

    static byte[] insert(final byte[] file, final int at, final byte[] more) {
        return join(part(file, 0, at), more, part(file, at, file.length));
    }

    static byte[] join(final byte[]... parts) {
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (final byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
