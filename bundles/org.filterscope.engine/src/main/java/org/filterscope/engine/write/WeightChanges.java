package org.filterscope.engine.write;

import java.util.Arrays;

/**
 * Which values stand in which places of a file afterwards.
 *
 * @param places numbers of the places, rising
 * @param before what stands there
 * @param after  what will stand there
 */
record WeightChanges(int[] places, float[] before, float[] after) {

    /** Where a place is among those that change; negative when it does not change. */
    int index(final int place) {
        return Arrays.binarySearch(places, place);
    }

    /** Gathers changes in any order. */
    static final class Gathered {
        private long[] keys = new long[1 << 10];
        private float[] before = new float[1 << 10];
        private float[] after = new float[1 << 10];
        private int count;

        void add(final int place, final float old, final float other) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, 2 * count);
                before = Arrays.copyOf(before, 2 * count);
                after = Arrays.copyOf(after, 2 * count);
            }
            keys[count] = (long) place << Integer.SIZE | count;
            before[count] = old;
            after[count] = other;
            count++;
        }

        /** By rising places; of several changes of one place the first. */
        WeightChanges sorted() {
            final long[] rising = Arrays.copyOf(keys, count);
            Arrays.sort(rising);
            final int[] places = new int[count];
            final float[] olds = new float[count];
            final float[] others = new float[count];
            int distinct = 0;
            for (final long key : rising) {
                final int place = (int) (key >>> Integer.SIZE);
                if (distinct == 0 || places[distinct - 1] != place) {
                    places[distinct] = place;
                    olds[distinct] = before[(int) key];
                    others[distinct] = after[(int) key];
                    distinct++;
                }
            }
            return new WeightChanges(Arrays.copyOf(places, distinct), Arrays.copyOf(olds, distinct), Arrays.copyOf(others, distinct));
        }
    }
}
