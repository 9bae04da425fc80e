package org.filterscope.engine.read;

import java.nio.ByteOrder;

/**
 * Weights that lie side by side in a model's file.
 *
 * @param first    the number of the first one's place
 * @param count    how many; their places are numbered on
 * @param offset   of the first one, in bytes from the start of the file, or of the zip's entry, that holds the weights
 * @param encoding of each
 * @param order    of each one's bytes
 */
public record WeightBlock(int first, int count, long offset, NumberEncoding encoding, ByteOrder order) {

    /** Whether the place is one of the block's. */
    public boolean holds(final int place) {
        return place >= first && place - first < count;
    }

    /** Where the value of a place begins, in bytes. */
    public long offset(final int place) {
        return offset + (long) (place - first) * encoding.size();
    }
}
