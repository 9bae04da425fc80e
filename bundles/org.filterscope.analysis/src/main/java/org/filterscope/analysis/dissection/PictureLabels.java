package org.filterscope.analysis.dissection;

import java.util.stream.IntStream;

/**
 * What one picture shows at the points of a grid.
 *
 * @param labels by point: index of the concept, or the number of concepts for none
 * @param ends   by point: the next point that has another label
 * @param areas  points by concept
 * @param shown  the concepts that have points
 * @param carried the categories of these concepts
 */
record PictureLabels(short[] labels, int[] ends, int[] areas, int[] shown, int[] carried) {

    static PictureLabels of(final short[] labels, final ConceptCategories categories) {
        final int[] areas = new int[categories.concepts() + 1];
        final int[] ends = ends(labels);
        for (int point = 0; point < labels.length; point = ends[point]) {
            areas[labels[point]] += ends[point] - point;
        }
        final int[] shown = IntStream.range(0, categories.concepts()).filter(concept -> areas[concept] > 0).toArray();
        return new PictureLabels(labels, ends, areas, shown, IntStream.of(shown).map(categories::of).distinct().sorted().toArray());
    }

    private static int[] ends(final short[] labels) {
        final int[] ends = new int[labels.length];
        int end = labels.length;
        for (int point = labels.length - 1; point >= 0; point--) {
            end = point + 1 < labels.length && labels[point + 1] != labels[point] ? point + 1 : end;
            ends[point] = end;
        }
        return ends;
    }
}
