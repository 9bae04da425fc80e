package org.filterscope.core.graph;

import java.util.List;
import java.util.Map;

/**
 * What is known of the patterns when all layers are mined.
 *
 * @param scores by pattern of the graph; not a number where it is not defined
 * @param parts  names of the landmarks that patterns were compared with; may be empty
 * @param part   by pattern, index of the landmark that it follows best; −1 when it follows none
 */
public record GraphScores(Map<PatternScore, float[]> scores, List<String> parts, int[] part) {

    /** Which part the patterns follow when there are no landmarks. */
    public static final int NO_PART = -1;

    public GraphScores {
        scores = Map.copyOf(scores);
        parts = List.copyOf(parts);
    }
}
