package org.filterscope.analysis.dissection;

import java.util.Arrays;
import java.util.Random;

/** Shuffles the masks of a category among its pictures and says how the filters overlap them then. */
final class CategoryShuffle {
    private final PermutedCategory category;
    private final ActivePositions active;
    private final int[] indices;
    private final int[] starts;
    private final int[] entryConcepts;
    private final float[][] overlaps;
    private short[][] orders = {};

    /**
     * @param active of the sample's pictures
     * @param sample how many these are
     */
    CategoryShuffle(final PermutedCategory category, final ActivePositions active, final int sample) {
        this.category = category;
        this.active = active;
        indices = category.indices(sample);
        starts = category.starts();
        entryConcepts = category.entryConcepts();
        overlaps = category.overlaps();
    }

    /** Draws new orders; each permutation is as likely as any other. */
    void draw(final int count, final Random random) {
        orders = new short[count][];
        for (int i = 0; i < count; i++) {
            orders[i] = identity();
            for (int last = orders[i].length - 1; last > 0; last--) {
                final int other = random.nextInt(last + 1);
                final short swapped = orders[i][last];
                orders[i][last] = orders[i][other];
                orders[i][other] = swapped;
            }
        }
    }

    private short[] identity() {
        final short[] order = new short[category.size()];
        for (short i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }

    PermutedCategory category() {
        return category;
    }

    /** What a filter shares with every mask, wherever it is put. */
    FilterOverlap of(final int filter) {
        final int[] slots = new int[category.size()];
        int used = 0;
        for (int i = 0; i < active.size(filter); i++) {
            final int picture = indices[active.picture(filter, i)];
            if (picture >= 0 && slots[picture] == 0) {
                slots[picture] = ++used;
            }
        }
        final float[][] shared = new float[used][entryConcepts.length];
        double area = 0;
        for (int i = 0; i < active.size(filter); i++) {
            final int picture = indices[active.picture(filter, i)];
            if (picture >= 0) {
                area += category.grid().area(active.block(filter, i));
                add(shared[slots[picture] - 1], overlaps[active.block(filter, i)]);
            }
        }
        final int[] pictures = new int[used];
        for (int picture = 0; picture < slots.length; picture++) {
            if (slots[picture] > 0) {
                pictures[slots[picture] - 1] = picture;
            }
        }
        return new FilterOverlap(pictures, shared, area);
    }

    private static void add(final float[] sums, final float[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /** A filter's overlap with masks. */
    final class FilterOverlap {
        private final int[] pictures;
        private final float[][] shared;
        private final double area;

        private FilterOverlap(final int[] pictures, final float[][] shared, final double area) {
            this.pictures = pictures;
            this.shared = shared;
            this.area = area;
        }

        boolean isEmpty() {
            return pictures.length == 0;
        }

        /** Points shared with every concept of the category, where every mask lies on its own picture. */
        double[] actual() {
            final double[] sums = new double[category.concepts().length];
            sum(identity(), sums);
            return sums;
        }

        /** The same for a drawn order. */
        void shuffled(final int order, final double[] sums) {
            sum(orders[order], sums);
        }

        private void sum(final short[] order, final double[] sums) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < pictures.length; i++) {
                final int mask = order[pictures[i]];
                final float[] values = shared[i];
                for (int entry = starts[mask]; entry < starts[mask + 1]; entry++) {
                    sums[entryConcepts[entry]] += values[entry];
                }
            }
        }

        /** Intersection over union of that many shared points. */
        double iou(final int concept, final double common) {
            return common / (area + category.areas()[concept] - common);
        }

        /** The highest of all concepts. */
        double best(final double[] sums) {
            double best = 0;
            for (int concept = 0; concept < sums.length; concept++) {
                if (sums[concept] > 0) {
                    best = Math.max(best, iou(concept, sums[concept]));
                }
            }
            return best;
        }
    }
}
