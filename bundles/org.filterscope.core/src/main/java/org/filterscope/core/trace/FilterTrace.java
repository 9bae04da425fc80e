package org.filterscope.core.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a filter adds to the traced class's logit on the picture.
 *
 * @param filter       0-based number in its layer
 * @param name         what people call it; empty when they have not said
 * @param label        automatic label; empty when it has none
 * @param category     of the label: object, part, texture, …; empty when it has none
 * @param contribution to the logit, by the layer's method
 * @param linear       gradient × activation; absent where the layer's method is exact, which gives the same number
 * @param peak         where its map is highest; absent in layers without maps
 * @param ablation     measured for the strongest filters
 * @param patterns     its part patterns that add most, up to eight, by magnitude; none without an explanatory graph
 * @param rest         what of the contribution these patterns do not explain; all of it without a graph
 */
public record FilterTrace(int filter, String name, String label, String category, double contribution, OptionalDouble linear,
        Optional<PeakPlace> peak, Optional<AblationChange> ablation, List<PatternTrace> patterns, double rest) {

    public FilterTrace {
        patterns = List.copyOf(patterns);
    }

    /** Its name, or else its label; empty when it has neither. */
    public String words() {
        return name.isEmpty() ? label : name;
    }
}
