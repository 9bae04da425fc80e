package org.filterscope.analysis.flaws;

import java.util.Optional;

/**
 * A filter that mixes parts and counts.
 *
 * @param filter  its channel
 * @param parts   that it mixes
 * @param share   of the evidence that it carries: where it does harm of that for the wrong class, on pictures of the right one; else of that for
 *                the class where it carries second most, on that class's pictures
 * @param carries the pair of classes whose confusion it carries; empty where it does no harm
 */
record MixedFilter(int filter, MixedParts parts, double share, Optional<ConfusedPair> carries) {

    /** Share of the pictures that are lost through it. */
    double harm() {
        return carries.map(pair -> pair.share() * share).orElse(0.0);
    }
}
