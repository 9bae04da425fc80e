package org.filterscope.core.trace;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a layer's contributions were found. */
public enum TraceMethod {
    /** All layers above are affine: the logit changes by exactly so much when the filter is silenced. */
    EXACT("exact"),
    /** True for small changes only; the contributions need not sum up. */
    GRADIENT("gradient × activation"),
    /** Gradients along the way from an empty layer to the one there is: they share out the logit's whole difference. */
    INTEGRATED("integrated gradients");

    private final String words;

    TraceMethod(final String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** In files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TraceMethod> of(final String key) {
        return Stream.of(values()).filter(method -> method.key().equals(key)).findFirst();
    }
}
