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
    /** By filter, category, level: points above that threshold and not above the next. */
    private final long[] active;
    /** The same by filter, label, level. */
    private final long[] both;

    /** @param levels thresholds of each filter */
    OverlapCounts(final ConceptCategories categories, final int filters, final int levels) {
        this.categories = categories;
        this.filters = filters;
        this.levels = levels;
        concepts = new long[categories.concepts()];
        active = new long[filters * categories.names().size() * levels];
        both = new long[filters * (categories.concepts() + 1) * levels];
    }

    /** A picture's concepts; once a picture. */
    void add(final PictureLabels picture) {
        for (final int concept : picture.shown()) {
            concepts[concept] += picture.areas()[concept];
        }
    }

    /** The points of the picture at which a filter is active. */
    void add(final PictureLabels picture, final int filter, final ActivePoints points) {
        if (picture.shown().length == 0) {
            return;
        }
        if (picture.isUniform()) {
            add(both, first(filter, picture.shown()[0]), points);
        } else {
            points.count(picture, both, first(filter, 0));
        }
        for (final int category : picture.carried()) {
            add(active, (filter * categories.names().size() + category) * levels, points);
        }
    }

    private void add(final long[] counts, final int first, final ActivePoints points) {
        for (int level = 0; level < levels; level++) {
            counts[first + level] += points.size(level);
        }
    }

    private int first(final int filter, final int label) {
        return (filter * (categories.concepts() + 1) + label) * levels;
    }

    /** What is above a threshold is above the lower ones too. */
    private long above(final long[] counts, final int first, final int level) {
        long sum = 0;
        for (int higher = level; higher < levels; higher++) {
            sum += counts[first + higher];
        }
        return sum;
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
        final double common = above(both, first(filter, concept), level);
        return common / (active(filter, concept, level) + concepts[concept] - common);
    }

    /** The IoU of two regions of these sizes, if the smaller lay within the larger. */
    double ceiling(final int filter, final int concept, final int level) {
        final double area = active(filter, concept, level);
        return Math.min(area, concepts[concept]) / Math.max(area, concepts[concept]);
    }

    private double active(final int filter, final int concept, final int level) {
        return above(active, (filter * categories.names().size() + categories.of(concept)) * levels, level);
    }
}
