package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.concepts.NamedObject;

/**
 * Which concept is the object that each class is named after.
 *
 * @param concepts by output; negative where no concept has the output's name
 */
record ClassObjects(int[] concepts) {

    static ClassObjects of(final FlawEvidence evidence, final PictureConcepts concepts) {
        final List<Concept> all = IntStream.range(0, concepts.count()).mapToObj(concepts::concept).toList();
        return new ClassObjects(evidence.labels().stream().mapToInt(label -> NamedObject.among(all, label)).toArray());
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
