package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;

/** How much of each picture each concept covers, and which concepts cover the same. Concepts of all sets are numbered through. */
final class PictureConcepts {
    /** Of a picture's pixels: what covers less is neither shown nor absent. */
    private static final double SHOWN = 0.002;
    /** Intersection over union of pixels from which two concepts are two names of one thing. */
    private static final double SAME = 0.8;

    private final List<ConceptSet> sets;
    private final List<Concept> concepts = new ArrayList<>();
    private final int[] starts;
    private final int[][] areas;
    private final boolean[][] known;
    private final long[][] common;
    private final int[] names;
    private final int least;

    private PictureConcepts(final List<ConceptSet> sets, final int pictures, final int pixels) {
        this.sets = sets;
        starts = new int[sets.size() + 1];
        for (int set = 0; set < sets.size(); set++) {
            concepts.addAll(sets.get(set).concepts());
            starts[set + 1] = concepts.size();
        }
        areas = new int[concepts.size()][pictures];
        known = new boolean[sets.size()][pictures];
        common = new long[concepts.size()][concepts.size()];
        names = new int[concepts.size()];
        least = Math.max(1, (int) (SHOWN * pixels));
    }

    /** How many steps of progress {@link #read} takes. */
    static long steps(final FlawEvidence evidence) {
        return evidence.masks().isEmpty() ? 0 : evidence.pictures();
    }

    /**
     * Reads all masks.
     *
     * @throws IOException when one cannot be read any more
     */
    static PictureConcepts read(final FlawEvidence evidence, final Progress progress) throws IOException {
        final int pixels = evidence.session().graph().input().rows() * evidence.session().graph().input().cols();
        final PictureConcepts all = new PictureConcepts(evidence.masks(), evidence.pictures(), pixels);
        for (int picture = 0; picture < evidence.pictures(); picture++) {
            progress.checkCancelled();
            all.add(picture, all.labels(picture));
            progress.advance(1);
        }
        all.name();
        return all;
    }

    /**
     * What a picture shows.
     *
     * @return {@code [set][row * cols + col]}: number of the concept; negative for none
     */
    int[][] labels(final int picture) throws IOException {
        final int[][] labels = new int[sets.size()][];
        for (int set = 0; set < labels.length; set++) {
            try {
                final short[] own = sets.get(set).labels(picture);
                final int start = starts[set];
                labels[set] = IntStream.range(0, own.length).map(i -> own[i] < 0 ? -1 : start + own[i]).toArray();
            } catch (final InvalidInputException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        return labels;
    }

    private void add(final int picture, final int[][] labels) {
        for (int set = 0; set < labels.length; set++) {
            for (int i = 0; i < labels[set].length; i++) {
                final int concept = labels[set][i];
                if (concept >= 0) {
                    areas[concept][picture]++;
                    known[set][picture] = true;
                    for (int other = 0; other < set; other++) {
                        if (labels[other][i] >= 0) {
                            common[concept][labels[other][i]]++;
                            common[labels[other][i]][concept]++;
                        }
                    }
                }
            }
        }
    }

    private void name() {
        for (int concept = 0; concept < names.length; concept++) {
            final int self = concept;
            names[concept] = IntStream.range(0, concept)
                    .filter(earlier -> common[self][earlier] >= SAME * (area(self) + area(earlier) - common[self][earlier]))
                    .map(earlier -> names[earlier]).findFirst().orElse(concept);
        }
    }

    private long area(final int concept) {
        return Arrays.stream(areas[concept]).asLongStream().sum();
    }

    int pictures() {
        return areas.length == 0 ? 0 : areas[0].length;
    }

    int count() {
        return concepts.size();
    }

    Concept concept(final int number) {
        return concepts.get(number);
    }

    /** The first of the concepts that cover the same as this one: itself, if it is the first. */
    int same(final int concept) {
        return names[concept];
    }

    /** Share of a concept's pixels that show the other one as well. */
    double inside(final int concept, final int other) {
        final long area = area(concept);
        return area == 0 ? 0 : (double) common[concept][other] / area;
    }

    boolean shows(final int picture, final int concept) {
        return areas[concept][picture] >= least;
    }

    /** Whether the picture's masks are known and have no pixel of the concept. */
    boolean lacks(final int picture, final int concept) {
        return areas[concept][picture] == 0 && isKnown(picture, concept);
    }

    /** Whether anything is known of the picture in the concept's set. */
    boolean isKnown(final int picture, final int concept) {
        return known[set(concept)][picture];
    }

    /** Pixels. */
    int area(final int picture, final int concept) {
        return areas[concept][picture];
    }

    private int set(final int concept) {
        int set = 0;
        while (starts[set + 1] <= concept) {
            set++;
        }
        return set;
    }
}
