package org.filterscope.core.graph;

import java.util.Optional;
import java.util.stream.Stream;

/** The numbers that a graph may have of each of its patterns; what they mean: docs/report.md. */
public enum PatternScore {
    /** Mean of its scores over the pictures. */
    STRENGTH("strength"),
    /** Share of the pictures on which it is. */
    PRESENCE("presence"),
    /** Share of its filter's response, over all positions and pictures, that the pattern explains. */
    EXPLAINED("explained"),
    /** Share of what it explains on a picture that lies near its place: 1 for a part, low for a texture. */
    CONCENTRATION("concentration"),
    /** Mean standard deviation of its distance to the landmarks by the input's diagonal. */
    INSTABILITY("instability"),
    /** The same for a pattern by that of the best constant point, of the landmark where it is lowest. */
    INSTABILITY_RATIO("instability_ratio"),
    /** Share of the variance of its part's position that the pattern predicts. */
    VECTOR_R2("vector_r2"),
    /** Share of the pictures with its highest scores on which the landmark that lies nearest is the most frequent one. */
    PURITY("purity");

    private final String column;

    PatternScore(final String column) {
        this.column = column;
    }

    /** Whether it compares places with landmarks. */
    public boolean needsLandmarks() {
        return switch (this) {
            case INSTABILITY, INSTABILITY_RATIO, VECTOR_R2, PURITY -> true;
            default -> false;
        };
    }

    /** In files. */
    public String column() {
        return column;
    }

    /** Empty for a name that this version does not know. */
    public static Optional<PatternScore> of(final String column) {
        return Stream.of(values()).filter(score -> score.column.equals(column)).findFirst();
    }
}
