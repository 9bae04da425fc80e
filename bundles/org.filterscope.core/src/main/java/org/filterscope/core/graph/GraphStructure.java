package org.filterscope.core.graph;

import java.util.List;
import java.util.Map;

/**
 * All of a graph file but its places and patches, in memory.
 *
 * @param stored     the heading as it is in the file
 * @param heading    with the layers' numbers
 * @param patterns   of all layers
 * @param edges      of all layers
 * @param scores     by pattern
 * @param parts      by pattern, index of the landmark; −1 for none
 * @param patchSides by layer, side of its average patches in pixels; 0 where it has none
 * @param table      the sections
 */
record GraphStructure(StoredHeading stored, GraphHeading heading, PatternTable patterns, EdgeTable edges, Map<PatternScore, float[]> scores,
        int[] parts, List<Integer> patchSides, SectionReader.Table table) {

    Section section(final String name) {
        return table.sections().get(name);
    }

    /** Of a patch with its width. */
    static int patchBytes(final int side) {
        return Float.BYTES + side * side * GraphFormat.COLOURS;
    }
}
