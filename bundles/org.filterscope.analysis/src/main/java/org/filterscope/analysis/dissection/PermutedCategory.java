package org.filterscope.analysis.dissection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pictures that carry a category, with the masks of its concepts on the coarse grid: what is shuffled. A mask is a list of the concepts that
 * the picture shows; all masks one after the other are the entries.
 */
final class PermutedCategory {
    private final PermutationGrid grid;
    private final int[] concepts;
    private final double[] areas;
    private final List<Integer> pictures = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final List<Integer> entryConcepts = new ArrayList<>();
    private final List<float[]> entries = new ArrayList<>();

    /** @param concepts the category's, as numbered in the set */
    PermutedCategory(final PermutationGrid grid, final int[] concepts) {
        this.grid = grid;
        this.concepts = concepts;
        areas = new double[concepts.length];
    }

    /**
     * One more picture; left out when it shows none of the concepts.
     *
     * @param picture  its number in the sample
     * @param coverage by concept of the set, of the picture's labels
     */
    void add(final int picture, final PictureLabels labels, final float[][] coverage) {
        final int before = entries.size();
        for (int i = 0; i < concepts.length; i++) {
            if (labels.areas()[concepts[i]] > 0) {
                entryConcepts.add(i);
                entries.add(coverage[concepts[i]]);
                areas[i] += grid.area(coverage[concepts[i]]);
            }
        }
        if (entries.size() > before) {
            pictures.add(picture);
            starts.add(entries.size());
        }
    }

    PermutationGrid grid() {
        return grid;
    }

    /** As numbered in the set. */
    int[] concepts() {
        return concepts;
    }

    /** By concept of the category its points on all pictures. */
    double[] areas() {
        return areas;
    }

    int size() {
        return pictures.size();
    }

    /** The index of every picture of the sample, -1 for those left out. */
    int[] indices(final int sample) {
        final int[] indices = new int[sample];
        Arrays.fill(indices, -1);
        for (int i = 0; i < pictures.size(); i++) {
            indices[pictures.get(i)] = i;
        }
        return indices;
    }

    /** By picture its first entry, and at the end the number of entries. */
    int[] starts() {
        return ints(starts);
    }

    /** By entry the concept, as numbered in the category. */
    int[] entryConcepts() {
        return ints(entryConcepts);
    }

    /** {@code [block][entry]}: points that the concept of the entry shares with an active position of the block. */
    float[][] overlaps() {
        final float[][] overlaps = new float[grid.blocks()][entries.size()];
        for (int entry = 0; entry < entries.size(); entry++) {
            for (int block = 0; block < overlaps.length; block++) {
                overlaps[block][entry] = entries.get(entry)[block];
            }
        }
        return overlaps;
    }

    private static int[] ints(final List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
