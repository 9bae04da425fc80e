package org.filterscope.analysis.dissection;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one picture shows at the points of a grid.
 *
 * @param stretches by point its label (the index of the concept, or the number of concepts for none) in the upper half, and in the lower how many
 *                  points from there on have it, as far as 16 bits can tell; a single entry where all points have the same label
 * @param areas     points by concept
 * @param shown     the concepts that have points
 * @param carried   the categories of these concepts
 */
record PictureLabels(int[] stretches, int[] areas, int[] shown, int[] carried) {
    private static final int LONGEST = 0xffff;

    /** @param labels by point: index of the concept, or the number of concepts for none */
    static PictureLabels of(final short[] labels, final ConceptCategories categories) {
        final int[] areas = new int[categories.concepts() + 1];
        final int[] stretches = stretches(labels, areas);
        final int[] shown = IntStream.range(0, categories.concepts()).filter(concept -> areas[concept] > 0).toArray();
        return new PictureLabels(stretches, areas, shown, IntStream.of(shown).map(categories::of).distinct().sorted().toArray());
    }

    /** Adds up the areas, too. */
    private static int[] stretches(final short[] labels, final int[] areas) {
        if (Arrays.mismatch(labels, 0, labels.length - 1, labels, 1, labels.length) < 0) {
            areas[labels[0]] = labels.length;
            return new int[] {labels[0] << Short.SIZE | Math.min(labels.length, LONGEST)};
        }
        final int[] stretches = new int[labels.length];
        for (int start = 0; start < labels.length;) {
            final int last = Arrays.mismatch(labels, start, labels.length - 1, labels, start + 1, labels.length);
            final int end = last < 0 ? labels.length : start + last + 1;
            final int label = labels[start] << Short.SIZE;
            areas[labels[start]] += end - start;
            for (int point = start; point < end; point++) {
                stretches[point] = label | Math.min(end - point, LONGEST);
            }
            start = end;
        }
        return stretches;
    }

    /** Of an entry. */
    static int label(final int stretch) {
        return stretch >>> Short.SIZE;
    }

    /** Of an entry. */
    static int length(final int stretch) {
        return stretch & LONGEST;
    }

    /** Whether all points have the same label. */
    boolean isUniform() {
        return stretches.length == 1;
    }

    /** The entry of a point. */
    int stretch(final int point) {
        return stretches[isUniform() ? 0 : point];
    }
}
