package org.filterscope.core.trace;

import java.util.List;
import java.util.Optional;

/**
 * Why a network says what it says of one picture.
 *
 * @param picture     that was shown
 * @param model       and what is known of it
 * @param classes     all classes, in the order of the network's outputs
 * @param traced      index among them of the class that the contributions are about
 * @param rank        of that class by logit, 1 is the highest
 * @param layers      from the output down
 * @param breakdown   parts, textures, unexplained; absent when {@code noBreakdown} says why
 * @param noBreakdown a sentence; empty when there is a breakdown
 * @param box         where the class is; absent when nothing speaks for it or no layer can tell
 * @param heats       that were made along with it
 */
public record ContributionTrace(TracedPicture picture, TracedModel model, List<TracedClass> classes, int traced, int rank,
        List<LayerTrace> layers, Optional<Breakdown> breakdown, String noBreakdown, Optional<ClassBox> box, List<HeatTrace> heats) {

    public ContributionTrace {
        classes = List.copyOf(classes);
        layers = List.copyOf(layers);
        heats = List.copyOf(heats);
        if (traced < 0 || traced >= classes.size()) {
            throw new IllegalArgumentException("there is no class %d among %d".formatted(traced, classes.size()));
        }
    }

    public TracedClass tracedClass() {
        return classes.get(traced);
    }

    /** The same with other heat maps. */
    public ContributionTrace withHeats(final List<HeatTrace> other) {
        return new ContributionTrace(picture, model, classes, traced, rank, layers, breakdown, noBreakdown, box, other);
    }
}
