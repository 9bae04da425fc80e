package org.filterscope.analysis.dissection;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.ConceptSet;

/** What is counted for one concept set while the maps are gone through. */
final class SetTally {
    private final ConceptSet set;
    private final ConceptCategories categories;
    private final OverlapCounts exact;
    private final OverlapCounts thinned;
    private final List<PermutedCategory> permuted;

    /** @param levels thresholds tried besides the one of the settings */
    SetTally(final ConceptSet set, final int filters, final int levels, final PermutationGrid grid) {
        this.set = set;
        categories = new ConceptCategories(set.concepts());
        exact = new OverlapCounts(categories, filters, 1);
        thinned = new OverlapCounts(categories, filters, levels);
        permuted = IntStream.range(0, categories.names().size()).mapToObj(category -> new PermutedCategory(grid,
                IntStream.range(0, categories.concepts()).filter(concept -> categories.of(concept) == category).toArray())).toList();
    }

    /** What a picture shows at every point, and at fewer. */
    void add(final PictureLabels all, final PictureLabels few) {
        exact.add(all);
        thinned.add(few);
    }

    /** One more picture whose masks are shuffled. */
    void add(final int number, final PictureLabels labels, final float[][] coverage) {
        permuted.forEach(category -> category.add(number, labels, coverage));
    }

    ConceptSet set() {
        return set;
    }

    ConceptCategories categories() {
        return categories;
    }

    /** At the threshold of the settings, at every point. */
    OverlapCounts exact() {
        return exact;
    }

    /** At the other thresholds, at fewer points where there are many. */
    OverlapCounts thinned() {
        return thinned;
    }

    /** By category. */
    List<PermutedCategory> permuted() {
        return permuted;
    }
}
