package org.filterscope.core.configuration;

import java.util.List;

/**
 * Settings of the analysis {@code graph}.
 *
 * @param constants  of the mining
 * @param classes    the kinds of object that get a graph each; empty for all
 * @param pictures   of each kind, at most, drawn at random
 * @param patterns   a filter begins with; 0: by the number of positions
 * @param iterations a layer
 * @param mirrored   whether each picture is also shown mirrored, and taken the way that fits the others
 */
public record GraphSettings(Constants constants, List<String> classes, int pictures, int patterns, int iterations, boolean mirrored) {
    public static final GraphSettings DEFAULT = new GraphSettings(Constants.WIDE, List.of(), 300, 0, 20, true);

    public GraphSettings {
        classes = List.copyOf(classes);
    }

    /** {@code PUBLISHED}: the authors'; {@code WIDE}: patterns look farther, which finds more on ordinary photographs. */
    public enum Constants {
        PUBLISHED, WIDE
    }
}
