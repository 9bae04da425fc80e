package org.filterscope.analysis.dissection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.filterscope.analysis.dissection.CategoryShuffle.FilterOverlap;
import org.filterscope.core.progress.Progress;

/**
 * How often masks that were shuffled among the pictures overlap a filter as well as the true ones do.
 * For a concept: in what share of a fixed number of permutations its intersection is as large. For a label: in what share of the permutations any
 * concept of any set reaches the label's IoU, which allows for the choice of the best; for filters for which that is rare there are more
 * permutations, the more the fewer such filters there are.
 */
final class PermutationTest {
    /** What the smallest corrected probability of a label has to come down to. */
    private static final double FINE_ENOUGH = 0.01;
    private static final int BATCH = 1000;

    private final List<Shuffled> categories;
    private final List<Optional<FilterLabel>> labels;
    private final int permutations;
    /** {@code [category][filter][concept of the category]}: permutations that reach the true intersection. */
    private final int[][][] asGood;
    private final LabelTest[] tests;

    /**
     * A category that can be shuffled.
     *
     * @param set index of its concept set
     */
    record Shuffled(int set, CategoryShuffle shuffle) {
        /** Index in the category of a concept of the set; negative when it is not there. */
        private int index(final int ofSet, final int concept) {
            return ofSet == set ? Arrays.binarySearch(shuffle.category().concepts(), concept) : -1;
        }
    }

    /**
     * @param categories   of at least two pictures each
     * @param labels       by filter
     * @param permutations for every concept, at least 1
     */
    PermutationTest(final List<Shuffled> categories, final List<Optional<FilterLabel>> labels, final int permutations) {
        this.categories = categories;
        this.labels = labels;
        this.permutations = permutations;
        asGood = new int[categories.size()][labels.size()][];
        for (int i = 0; i < asGood.length; i++) {
            for (int filter = 0; filter < labels.size(); filter++) {
                asGood[i][filter] = new int[categories.get(i).shuffle().category().concepts().length];
            }
        }
        tests = new LabelTest[labels.size()];
        Arrays.setAll(tests, filter -> new LabelTest(labels.get(filter).map(label -> actual(filter, label)).orElse(0.0)));
    }

    /** The label's IoU as the test measures it; zero when it cannot. */
    private double actual(final int filter, final FilterLabel label) {
        for (final Shuffled category : categories) {
            final int concept = category.index(label.set(), label.concept());
            if (concept >= 0) {
                final FilterOverlap overlap = category.shuffle().of(filter);
                return overlap.isEmpty() ? 0 : overlap.iou(concept, overlap.actual()[concept]);
            }
        }
        return 0;
    }

    /** Tells the progress of every filter when it is done. */
    void run(final Random random, final Progress progress) {
        int open = tests.length;
        for (int done = 0; done < permutations || open > 0 && done < enough(open);) {
            final boolean concepts = done < permutations;
            final int count = concepts ? Math.min(BATCH, permutations - done) : BATCH;
            for (final Shuffled category : categories) {
                progress.checkCancelled();
                category.shuffle().draw(count, random);
            }
            done += count;
            int left = 0;
            for (int filter = 0; filter < tests.length; filter++) {
                progress.checkCancelled();
                if (concepts || tests[filter].isOpen()) {
                    tryOut(filter, count, concepts);
                }
                left += tests[filter].isOpen() ? 1 : 0;
            }
            progress.advance(open - left);
            open = left;
        }
        progress.advance(open);
    }

    /** If none of so many filters is met once in so many permutations, their corrected probability is small enough. */
    private double enough(final int open) {
        return tests.length / (FINE_ENOUGH * open);
    }

    private void tryOut(final int filter, final int count, final boolean concepts) {
        final double[] best = new double[count];
        for (int i = 0; i < asGood.length; i++) {
            final FilterOverlap overlap = categories.get(i).shuffle().of(filter);
            final double[] actual = overlap.actual();
            final double[] sums = new double[actual.length];
            for (int trial = 0; trial < count; trial++) {
                overlap.shuffled(trial, sums);
                best[trial] = Math.max(best[trial], overlap.best(sums));
                for (int concept = 0; concepts && concept < sums.length; concept++) {
                    asGood[i][filter][concept] += LabelTest.reaches(sums[concept], actual[concept]) ? 1 : 0;
                }
            }
        }
        for (final double trial : best) {
            tests[filter].see(trial);
        }
    }

    /** After {@link #run}: of an intersection with the concept as large as the true one; not a number when that was not tried. */
    double concept(final int filter, final int set, final int concept) {
        for (int i = 0; i < asGood.length; i++) {
            final int index = categories.get(i).index(set, concept);
            if (index >= 0) {
                return (asGood[i][filter][index] + 1.0) / (permutations + 1);
            }
        }
        return Double.NaN;
    }

    /** After {@link #run}: of a label as good as the filter's; 1 for a filter without label, not a number when it was not tried. */
    double label(final int filter) {
        final Optional<FilterLabel> label = labels.get(filter);
        if (label.isPresent() && categories.stream().noneMatch(category -> category.index(label.get().set(), label.get().concept()) >= 0)) {
            return Double.NaN;
        }
        return label.isPresent() ? tests[filter].probability() : 1;
    }
}
