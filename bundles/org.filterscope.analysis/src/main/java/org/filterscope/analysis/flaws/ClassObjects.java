package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which concept is the object that each class is named after.
 *
 * @param concepts by output; negative where no concept has the output's name
 */
record ClassObjects(int[] concepts) {
    private static final String OBJECT = "object";

    /** Among concepts of the same name the object, if one is. */
    static ClassObjects of(final FlawEvidence evidence, final PictureConcepts concepts) {
        return new ClassObjects(evidence.labels().stream().mapToInt(label -> {
            final int[] named = IntStream.range(0, concepts.count()).filter(concept -> concepts.concept(concept).name().equalsIgnoreCase(label))
                    .toArray();
            return Arrays.stream(named).filter(concept -> concepts.concept(concept).category().equals(OBJECT)).findFirst()
                    .orElse(named.length > 0 ? named[0] : -1);
        }).toArray());
    }

    int of(final int output) {
        return output < 0 ? -1 : concepts[output];
    }

    boolean shown(final PictureConcepts all, final int picture, final int output) {
        return of(output) >= 0 && all.shows(picture, of(output));
    }

    /** How many classes have an object. */
    int known() {
        return (int) Arrays.stream(concepts).filter(concept -> concept >= 0).count();
    }
}
