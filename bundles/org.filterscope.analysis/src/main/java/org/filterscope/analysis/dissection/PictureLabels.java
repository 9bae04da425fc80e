package org.filterscope.analysis.dissection;

import java.util.stream.IntStream;

/**
 * What one picture shows at the points of a grid.
 *
 * @param labels by point: index of the concept, or the number of concepts for none
 * @param areas  points by concept
 * @param shown  the concepts that have points
 * @param carried the categories of these concepts
 */
record PictureLabels(short[] labels, int[] areas, int[] shown, int[] carried) {

    static PictureLabels of(final short[] labels, final ConceptCategories categories) {
        final int[] areas = new int[categories.concepts() + 1];
        for (final short label : labels) {
            areas[label]++;
        }
        final int[] shown = IntStream.range(0, categories.concepts()).filter(concept -> areas[concept] > 0).toArray();
        return new PictureLabels(labels, areas, shown, IntStream.of(shown).map(categories::of).distinct().sorted().toArray());
    }
}
