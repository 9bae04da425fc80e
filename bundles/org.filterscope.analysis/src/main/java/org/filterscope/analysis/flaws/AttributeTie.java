package org.filterscope.analysis.flaws;

import java.util.stream.IntStream;

/**
 * An attribute that may decide a class.
 *
 * @param attribute number of the concept
 * @param output    of the class
 */
record AttributeTie(int attribute, int output) {
    /** Pictures of each half that are needed with the attribute and of another class. */
    private static final int LEAST_PICTURES = 10;

    /** Whether a picture shows the attribute and is of another class: it should not be taken for the class. */
    boolean concerns(final FlawEvidence evidence, final PictureConcepts concepts, final int picture) {
        return concepts.shows(picture, attribute) && evidence.truth(picture) >= 0 && evidence.truth(picture) != output;
    }

    boolean isFrequent(final FlawEvidence evidence, final PictureConcepts concepts, final Halves halves) {
        return halves.looked(picture -> concerns(evidence, concepts, picture)).length >= LEAST_PICTURES
                && halves.checked(picture -> concerns(evidence, concepts, picture)).length >= LEAST_PICTURES;
    }

    /** Of the answer with the attribute within the true classes, on the half to look in. */
    Association association(final FlawEvidence evidence, final PictureConcepts concepts, final Halves halves) {
        final Association association = new Association();
        for (int truth = 0; truth < evidence.labels().size(); truth++) {
            final int wanted = truth;
            final int[] own = halves.looked(picture -> evidence.truth(picture) == wanted);
            association.add(count(evidence, concepts, own, true, true), count(evidence, concepts, own, true, false),
                    count(evidence, concepts, own, false, true), count(evidence, concepts, own, false, false));
        }
        return association;
    }

    private int count(final FlawEvidence evidence, final PictureConcepts concepts, final int[] pictures, final boolean shown,
            final boolean answered) {
        return (int) IntStream.of(pictures)
                .filter(picture -> shown ? concepts.shows(picture, attribute) : concepts.lacks(picture, attribute))
                .filter(picture -> evidence.predictions().outputs()[picture] == output == answered).count();
    }
}
