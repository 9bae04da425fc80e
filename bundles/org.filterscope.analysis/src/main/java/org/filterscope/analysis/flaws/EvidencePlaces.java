package org.filterscope.analysis.flaws;

import java.io.IOException;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/**
 * Where on a layer's maps the evidence for a class lies, over some pictures of the class: at each position what all filters add to its logit together
 * (the class activation map where the layer is averaged), without what speaks against it.
 *
 * @param window that holds most
 * @param share  of the evidence that it holds, mean over the pictures
 * @param peaks  share of the pictures whose strongest evidence lies in it
 */
record EvidencePlaces(MapWindow window, double share, double peaks) {

    static EvidencePlaces of(final LayerProbe probe, final int[] pictures, final int output, final Progress progress) throws IOException {
        final Shape shape = probe.layer().maps().shape();
        final double[] mean = new double[shape.rows() * shape.cols()];
        final int[] places = new int[mean.length];
        probe.forEachContribution(pictures, output, progress, (index, adds) -> add(adds, mean, places));
        final MapWindow window = MapWindow.best(mean, shape);
        int inside = 0;
        for (int position = 0; position < places.length; position++) {
            inside += window.contains(position, shape) ? places[position] : 0;
        }
        return new EvidencePlaces(window, window.sum(mean, shape) / pictures.length, (double) inside / pictures.length);
    }

    private static void add(final float[] adds, final double[] mean, final int[] places) {
        final double[] map = new double[mean.length];
        for (int i = 0; i < adds.length; i++) {
            map[i % map.length] += adds[i];
        }
        double sum = 0;
        int peak = 0;
        for (int position = 0; position < map.length; position++) {
            sum += Math.max(0, map[position]);
            peak = map[position] > map[peak] ? position : peak;
        }
        if (sum > 0) {
            places[peak]++;
            for (int position = 0; position < map.length; position++) {
                mean[position] += Math.max(0, map[position]) / sum;
            }
        }
    }
}
