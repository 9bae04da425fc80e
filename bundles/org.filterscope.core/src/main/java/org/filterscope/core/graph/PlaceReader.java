package org.filterscope.core.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads places for those who look at them; a damaged one becomes one where the pattern does not fire, at its mean position. */
final class PlaceReader {
    /** Of places of a picture that are decoded at a time. */
    private static final int CHUNK = 1 << 14;

    private final GraphStructure structure;

    PlaceReader(final GraphStructure structure) {
        this.structure = structure;
    }

    private static Places empty(final int size) {
        return new Places(new float[size], new float[size], new float[size], new float[size]);
    }

    private static ByteBuffer buffer(final int places) {
        return ByteBuffer.allocate(places * GraphFormat.PLACE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long offset(final int layer, final int picture, final int pattern) {
        final GraphLayer numbers = structure.heading().layers().get(layer);
        return structure.section(GraphFormat.PLACES + layer).offset()
                + ((long) picture * numbers.patterns() + (pattern - numbers.first())) * GraphFormat.PLACE_BYTES;
    }

    Places onPicture(final StoredBytes.Reading reading, final int picture) throws IOException {
        final Places places = empty(structure.patterns().size());
        final List<GraphLayer> layers = structure.heading().layers();
        final ByteBuffer bytes = buffer(Math.min(CHUNK, structure.patterns().size()));
        for (int layer = 0; layer < layers.size(); layer++) {
            final int end = layers.get(layer).first() + layers.get(layer).patterns();
            for (int from = layers.get(layer).first(); from < end; from += CHUNK) {
                final int count = Math.min(CHUNK, end - from);
                reading.read(offset(layer, picture, from), bytes.clear().limit(count * GraphFormat.PLACE_BYTES));
                for (int i = 0; i < count; i++) {
                    take(bytes, i * GraphFormat.PLACE_BYTES, places, from + i, from + i);
                }
            }
        }
        return places;
    }

    Places ofPattern(final StoredBytes.Reading reading, final int layer, final int pattern) throws IOException {
        final int pictures = structure.heading().pictures().size();
        final Places places = empty(pictures);
        final ByteBuffer bytes = buffer(1);
        for (int picture = 0; picture < pictures; picture++) {
            reading.read(offset(layer, picture, pattern), bytes.clear());
            take(bytes, 0, places, picture, pattern);
        }
        return places;
    }

    private void take(final ByteBuffer bytes, final int at, final Places places, final int number, final int pattern) {
        PlaceOrder.take(bytes, at, places, number);
        if (!isPlace(places.rows()[number]) || !isPlace(places.cols()[number]) || !isAmount(places.scores()[number])
                || !isAmount(places.activations()[number])) {
            places.rows()[number] = (float) structure.patterns().rows[pattern];
            places.cols()[number] = (float) structure.patterns().cols[pattern];
            places.scores()[number] = 0;
            places.activations()[number] = 0;
        }
    }

    private static boolean isPlace(final float value) {
        return Math.abs(value) <= GraphFormat.FARTHEST;
    }

    private static boolean isAmount(final float value) {
        return value >= 0 && value < Float.POSITIVE_INFINITY;
    }
}
