package org.filterscope.benchmark;

import java.io.IOException;

import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.maps.LayerMaps;

/**
 * One EM iteration of the explanatory graph as its formulas read: every density at every position of every map, one thread, nothing left out and
 * nothing kept. What {@code releng/bench graph} compares the product with.
 */
final class PlainMining {
    private final MapGrid grid;
    private final double spread;
    private final double noise;
    private final double[] rows;
    private final double[] cols;

    /** @param patterns a filter, at places that are the same for all */
    PlainMining(final MapGrid grid, final int patterns, final double spread) {
        this.grid = grid;
        this.spread = spread;
        noise = 0.1 / (spread * spread);
        rows = new double[patterns];
        cols = new double[patterns];
        for (int k = 0; k < patterns; k++) {
            final int cell = (int) ((long) k * grid.cells() / patterns);
            rows[k] = grid.row(cell);
            cols[k] = grid.col(cell);
        }
    }

    /** @return a number that depends on all that was computed */
    double iterate(final LayerMaps maps, final int filters) throws IOException {
        final int count = rows.length;
        final double[] mass = new double[count * filters];
        final double[] down = new double[count * filters];
        final double[] across = new double[count * filters];
        final double[] densities = new double[count];
        maps.forEach((picture, values) -> {
            for (int filter = 0; filter < filters; filter++) {
                for (int cell = 0; cell < grid.cells(); cell++) {
                    final double response = Math.max(0, values[filter * grid.cells() + cell]);
                    double sum = noise;
                    for (int k = 0; k < count; k++) {
                        final double row = grid.row(cell) - rows[k];
                        final double col = grid.col(cell) - cols[k];
                        densities[k] = Math.exp(-(row * row + col * col) / (2 * spread * spread)) / (2 * Math.PI * spread * spread);
                        sum += densities[k];
                    }
                    for (int k = 0; k < count; k++) {
                        final double share = response * densities[k] / sum;
                        mass[filter * count + k] += share;
                        down[filter * count + k] += share * (grid.row(cell) - rows[k]);
                        across[filter * count + k] += share * (grid.col(cell) - cols[k]);
                    }
                }
            }
        });
        double all = 0;
        for (int v = 0; v < mass.length; v++) {
            all += down[v] / mass[v] + across[v] / mass[v];
        }
        return all;
    }
}
