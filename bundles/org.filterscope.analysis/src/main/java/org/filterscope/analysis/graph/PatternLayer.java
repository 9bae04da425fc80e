package org.filterscope.analysis.graph;

import java.util.List;

/**
 * The patterns of one layer: a band of the graph.
 *
 * @param layer      its name
 * @param grid       where its positions look
 * @param scales     by filter, what its responses are divided by
 * @param noise      tau of the layer: density of the noise component, per square pixel
 * @param window     how far from its expected place a pattern looks along each axis, in pixels; may be infinite
 * @param following  whether a pattern looks no farther than three times its spread
 * @param patterns   by filter, then index; filters that never fire have none
 * @param inferences on the pictures it was mined from
 */
public record PatternLayer(String layer, MapGrid grid, float[] scales, double noise, double window, boolean following,
        List<Pattern> patterns, Inferences inferences) {

    public PatternLayer {
        patterns = List.copyOf(patterns);
    }

    public int filters() {
        return scales.length;
    }
}
