package org.filterscope.analysis.fingerprint;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

import org.filterscope.analysis.weights.ChannelWeights;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.picture.Digests;

/** A digest in the making. Its first byte says of what, so that different things never look alike. */
final class Mark {
    private final MessageDigest digest = Digests.sha256();

    Mark(final char kind) {
        digest.update((byte) kind);
    }

    /**
     * Of weights and bias.
     *
     * @param order where the weights come from, one after the other; empty for as they are
     */
    static byte[] of(final Operator operator, final int channel, final int[] order) {
        final ChannelWeights weights = ChannelWeights.of(operator, channel).orElseThrow();
        final float[] values = weights.values();
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * (values.length + 1));
        for (int i = 0; i < values.length; i++) {
            bytes.putInt(bits(values[order.length == 0 ? i : order[i]]));
        }
        bytes.putInt(bits(weights.bias()));
        final Mark mark = new Mark('w').add(values.length);
        mark.digest.update(bytes.flip());
        return mark.bytes();
    }

    Mark add(final byte[] other) {
        digest.update(other);
        return this;
    }

    Mark add(final int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    Mark add(final float number) {
        return add(bits(number));
    }

    byte[] bytes() {
        return digest.digest();
    }

    /** Formats do not agree about the sign of zero. */
    private static int bits(final float number) {
        return Float.floatToIntBits(number + 0f);
    }
}
