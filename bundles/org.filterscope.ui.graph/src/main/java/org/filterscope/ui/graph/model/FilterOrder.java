package org.filterscope.ui.graph.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** In which order the filters of each layer stand from left to right. */
public final class FilterOrder {
    private static final int SWEEPS = 4;

    private final int[][] groupAt;
    private final int[][] slotOf;

    private FilterOrder(final int[][] groupAt) {
        this.groupAt = groupAt;
        slotOf = new int[groupAt.length][];
        for (int layer = 0; layer < groupAt.length; layer++) {
            slotOf[layer] = new int[groupAt[layer].length];
            for (int slot = 0; slot < groupAt[layer].length; slot++) {
                slotOf[layer][groupAt[layer][slot]] = slot;
            }
        }
    }

    public static FilterOrder byNumber(final GraphTable table) {
        return new FilterOrder(IntStream.range(0, table.layers().size())
                .mapToObj(layer -> IntStream.range(0, table.groups(layer)).toArray()).toArray(int[][]::new));
    }

    /**
     * So that edges are short: each filter is put near the weighted mean of those that it has edges to, layer by layer downwards and upwards
     * again, and the best of some such rounds is taken (the barycentre method of Sugiyama, Tagawa and Toda, IEEE Transactions on Systems, Man, and
     * Cybernetics, 1981). The same graph gives the same order.
     */
    public static FilterOrder byEdges(final GraphTable table) {
        FilterOrder best = byNumber(table);
        double shortest = best.length(table);
        FilterOrder order = best;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            order = order.swept(table, sweep % 2 == 0);
            final double length = order.length(table);
            if (length < shortest) {
                shortest = length;
                best = order;
            }
        }
        return best;
    }

    public int groupAt(final int layer, final int slot) {
        return groupAt[layer][slot];
    }

    public int slotOf(final int layer, final int group) {
        return slotOf[layer][group];
    }

    /** Mean horizontal length of an edge, where a layer is 1 wide, weighted by the edges' weights. */
    public double length(final GraphTable table) {
        final EdgeTable edges = table.edges();
        double sum = 0;
        double weights = 0;
        for (int layer = 1; layer < groupAt.length; layer++) {
            for (int group = 0; group < groupAt[layer].length; group++) {
                final double place = place(layer, group);
                final int from = edges.parentStart()[table.first(layer, group)];
                final int to = edges.parentStart()[table.first(layer, group) + table.size(layer, group)];
                for (int edge = from; edge < to; edge++) {
                    sum += edges.weights()[edge] * Math.abs(place - place(layer - 1, table.groupOf(edges.parents()[edge])));
                    weights += edges.weights()[edge];
                }
            }
        }
        return weights > 0 ? sum / weights : 0;
    }

    private FilterOrder swept(final GraphTable table, final boolean down) {
        final int[][] next = groupAt.clone();
        FilterOrder order = this;
        final int layers = next.length;
        for (int step = 1; step < layers; step++) {
            final int layer = down ? step : layers - 1 - step;
            final double[] places = down ? order.byParents(table, layer) : order.byChildren(table, layer);
            next[layer] = IntStream.of(order.groupAt[layer]).boxed().sorted(Comparator.comparingDouble(group -> places[group]))
                    .mapToInt(Integer::intValue).toArray();
            order = new FilterOrder(next.clone());
        }
        return order;
    }

    private double[] byParents(final GraphTable table, final int layer) {
        final EdgeTable edges = table.edges();
        final double[] sums = new double[groupAt[layer].length];
        final double[] weights = new double[sums.length];
        for (int group = 0; group < sums.length; group++) {
            final int from = edges.parentStart()[table.first(layer, group)];
            final int to = edges.parentStart()[table.first(layer, group) + table.size(layer, group)];
            for (int edge = from; edge < to; edge++) {
                sums[group] += edges.weights()[edge] * place(layer - 1, table.groupOf(edges.parents()[edge]));
                weights[group] += edges.weights()[edge];
            }
        }
        return means(layer, sums, weights);
    }

    private double[] byChildren(final GraphTable table, final int layer) {
        final EdgeTable edges = table.edges();
        final double[] sums = new double[groupAt[layer].length];
        final double[] weights = new double[sums.length];
        for (int child = 0; child < groupAt[layer + 1].length; child++) {
            final double place = place(layer + 1, child);
            final int from = edges.parentStart()[table.first(layer + 1, child)];
            final int to = edges.parentStart()[table.first(layer + 1, child) + table.size(layer + 1, child)];
            for (int edge = from; edge < to; edge++) {
                final int group = table.groupOf(edges.parents()[edge]);
                sums[group] += edges.weights()[edge] * place;
                weights[group] += edges.weights()[edge];
            }
        }
        return means(layer, sums, weights);
    }

    /** A filter without edges stays where it is. */
    private double[] means(final int layer, final double[] sums, final double[] weights) {
        Arrays.setAll(sums, group -> weights[group] > 0 ? sums[group] / weights[group] : place(layer, group));
        return sums;
    }

    private double place(final int layer, final int group) {
        return (slotOf[layer][group] + 0.5) / slotOf[layer].length;
    }
}
