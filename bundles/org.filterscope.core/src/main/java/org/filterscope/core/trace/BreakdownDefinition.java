package org.filterscope.core.trace;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is meant by parts, textures and the unexplained rest of a prediction. */
public enum BreakdownDefinition {
    /** By the explanatory graph. */
    GRAPH("by the explanatory graph's patterns, weighted by relevance"),
    /** By the labels of network dissection. */
    DISSECTION("by the labels of network dissection");

    private final String words;

    BreakdownDefinition(final String words) {
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

    static Optional<BreakdownDefinition> of(final String key) {
        return Stream.of(values()).filter(definition -> definition.key().equals(key)).findFirst();
    }
}
