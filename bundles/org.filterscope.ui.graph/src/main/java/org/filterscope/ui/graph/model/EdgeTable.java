package org.filterscope.ui.graph.model;

import java.util.Arrays;
import java.util.List;

import org.filterscope.core.graph.ExplanatoryGraph;
import org.filterscope.core.graph.GraphEdge;

/**
 * All edges of a graph in both directions. Those of a pattern are the numbers from {@code start[pattern]} to before {@code start[pattern + 1]}.
 *
 * @param parentStart by pattern, and one more
 * @param parents     numbers of patterns, best first
 * @param weights     of the edges to them, 0 to 1
 * @param childStart  by pattern, and one more
 * @param children    numbers of patterns, in their order
 * @param childEdge   number of the same edge among {@code parents}
 */
public record EdgeTable(int[] parentStart, int[] parents, float[] weights, int[] childStart, int[] children, int[] childEdge) {

    static EdgeTable of(final ExplanatoryGraph graph) {
        final int patterns = graph.patterns();
        final int[] parentStart = new int[patterns + 1];
        final int[] parents = new int[graph.edges()];
        final float[] weights = new float[graph.edges()];
        final int[] childStart = new int[patterns + 1];
        int count = 0;
        for (int pattern = 0; pattern < patterns; pattern++) {
            final List<GraphEdge> edges = graph.parents(pattern);
            for (final GraphEdge edge : edges) {
                parents[count] = edge.parent();
                weights[count] = edge.weight();
                childStart[edge.parent() + 1]++;
                count++;
            }
            parentStart[pattern + 1] = count;
        }
        for (int pattern = 0; pattern < patterns; pattern++) {
            childStart[pattern + 1] += childStart[pattern];
        }
        final int[] next = childStart.clone();
        final int[] children = new int[count];
        final int[] childEdge = new int[count];
        for (int pattern = 0; pattern < patterns; pattern++) {
            for (int edge = parentStart[pattern]; edge < parentStart[pattern + 1]; edge++) {
                final int place = next[parents[edge]]++;
                children[place] = pattern;
                childEdge[place] = edge;
            }
        }
        return new EdgeTable(parentStart, parents, weights, childStart, children, childEdge);
    }

    public int count() {
        return parents.length;
    }

    /** The pattern that a number among {@code parents} is an edge of. */
    public int childOf(final int edge) {
        final int found = Arrays.binarySearch(parentStart, edge);
        int child = found >= 0 ? found : -found - 2;
        while (parentStart[child + 1] <= edge) {
            child++;
        }
        return child;
    }
}
