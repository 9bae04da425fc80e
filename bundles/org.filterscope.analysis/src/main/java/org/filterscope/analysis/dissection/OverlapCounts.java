package org.filterscope.analysis.dissection;

/**
 * The counters of dissection for one concept set: points of every concept, active points of every filter, and both at once. Active points count
 * for a category only on pictures that carry the category. Counters over other pictures can be added.
 */
final class OverlapCounts {
    private final ConceptCategories categories;
    private final int filters;
    private final int levels;
    private final long[] concepts;
    private final long[] active;
    private final long[] both;

    /** @param levels thresholds of each filter */
    OverlapCounts(final ConceptCategories categories, final int filters, final int levels) {
        this.categories = categories;
        this.filters = filters;
        this.levels = levels;
        concepts = new long[categories.concepts()];
        active = new long[filters * categories.names().size() * levels];
        both = new long[filters * categories.concepts() * levels];
    }

    /** A picture's concepts; once a picture. */
    void add(final PictureLabels picture) {
        for (final int concept : picture.shown()) {
            concepts[concept] += picture.areas()[concept];
        }
    }

    /** Room to count in; zero whenever nothing is counted. One for each thread. */
    int[] room() {
        return new int[(categories.concepts() + 1) * levels];
    }

    /** The points of the picture at which a filter is active. */
    void add(final PictureLabels picture, final int filter, final ActivePoints points, final int[] found) {
        if (picture.shown().length == 0) {
            return;
        }
        points.count(picture, found);
        // What is above a threshold is above the lower ones too.
        for (int level = levels - 1; level >= 0; level--) {
            int sum = take(found, categories.concepts(), level);
            for (final int concept : picture.shown()) {
                final int common = take(found, concept, level);
                both[(filter * categories.concepts() + concept) * levels + level] += common;
                sum += common;
            }
            for (final int category : picture.carried()) {
                active[(filter * categories.names().size() + category) * levels + level] += sum;
            }
        }
    }

    /** Points of a label at a level or above; leaves them to the level below. */
    private int take(final int[] found, final int label, final int level) {
        final int at = label * levels + level;
        final int points = found[at];
        found[at] = 0;
        if (level > 0) {
            found[at - 1] += points;
        }
        return points;
    }

    /** Counters over other pictures, of the same filters and concepts. */
    void add(final OverlapCounts others) {
        add(concepts, others.concepts);
        add(active, others.active);
        add(both, others.both);
    }

    private static void add(final long[] sums, final long[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /** Points of a concept. */
    long concept(final int concept) {
        return concepts[concept];
    }

    /** Intersection over union; not a number where both are empty. */
    double iou(final int filter, final int concept, final int level) {
        final double common = both[(filter * categories.concepts() + concept) * levels + level];
        return common / (active(filter, concept, level) + concepts[concept] - common);
    }

    /** The IoU of two regions of these sizes, if the smaller lay within the larger. */
    double ceiling(final int filter, final int concept, final int level) {
        final double area = active(filter, concept, level);
        return Math.min(area, concepts[concept]) / Math.max(area, concepts[concept]);
    }

    private double active(final int filter, final int concept, final int level) {
        return active[(filter * categories.names().size() + categories.of(concept)) * levels + level];
    }
}
