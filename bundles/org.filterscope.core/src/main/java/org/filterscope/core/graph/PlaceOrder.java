package org.filterscope.core.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns the places of a layer from arrays by pattern, then picture, into the file's order, by picture, then pattern, and back: some pictures at a time. */
final class PlaceOrder {
    /** So many floats share a line of the processor's cache. */
    private static final int MOST_PICTURES = 16;
    private static final int BLOCK_BYTES = 1 << 23;

    private final int patterns;
    private final int pictures;
    private final int block;

    PlaceOrder(final int patterns, final int pictures) {
        this.patterns = patterns;
        this.pictures = pictures;
        final long picture = (long) patterns * GraphFormat.PLACE_BYTES;
        block = Math.clamp(BLOCK_BYTES / Math.max(1, picture), 1, MOST_PICTURES);
    }

    private ByteBuffer buffer(final int count) {
        return ByteBuffer.allocate(Math.multiplyExact(count * GraphFormat.PLACE_BYTES, patterns)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private int at(final int picture, final int pattern) {
        return (picture * patterns + pattern) * GraphFormat.PLACE_BYTES;
    }

    void write(final Places places, final SectionOutput output) throws IOException {
        for (int from = 0; from < pictures; from += block) {
            final int count = Math.min(block, pictures - from);
            final ByteBuffer bytes = buffer(count);
            for (int pattern = 0; pattern < patterns; pattern++) {
                for (int i = 0; i < count; i++) {
                    final int number = pattern * pictures + from + i;
                    final int at = at(i, pattern);
                    bytes.putFloat(at, places.rows()[number]);
                    bytes.putFloat(at + Float.BYTES, places.cols()[number]);
                    bytes.putFloat(at + 2 * Float.BYTES, places.scores()[number]);
                    bytes.putFloat(at + 3 * Float.BYTES, places.activations()[number]);
                }
            }
            output.write(bytes);
        }
    }

    Places read(final StoredBytes.Reading reading, final long offset) throws IOException {
        final int size = Math.multiplyExact(patterns, pictures);
        final Places places = new Places(new float[size], new float[size], new float[size], new float[size]);
        for (int from = 0; from < pictures; from += block) {
            final int count = Math.min(block, pictures - from);
            final ByteBuffer bytes = buffer(count);
            reading.read(offset + (long) from * patterns * GraphFormat.PLACE_BYTES, bytes);
            for (int pattern = 0; pattern < patterns; pattern++) {
                for (int i = 0; i < count; i++) {
                    take(bytes, at(i, pattern), places, pattern * pictures + from + i);
                }
            }
        }
        return places;
    }

    /** Decodes one place as it is. */
    static void take(final ByteBuffer bytes, final int at, final Places places, final int number) {
        places.rows()[number] = bytes.getFloat(at);
        places.cols()[number] = bytes.getFloat(at + Float.BYTES);
        places.scores()[number] = bytes.getFloat(at + 2 * Float.BYTES);
        places.activations()[number] = bytes.getFloat(at + 3 * Float.BYTES);
    }
}
