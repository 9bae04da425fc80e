package org.filterscope.analysis.contribution;

import org.filterscope.core.names.FilterName;

/**
 * What is known of a filter beside its numbers.
 *
 * @param name     what people call it, {@link FilterName#name()}; empty when they have not said
 * @param label    automatic label, if it is a detector; else empty
 * @param category of the label; empty without
 */
public record FilterWords(String name, String label, String category) {
    /** Nothing is known. */
    public static final FilterWords NONE = new FilterWords("", "", "");
}
