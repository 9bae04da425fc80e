package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;

/**
 * How much of the evidence for the predicted class lies outside of the object: positive products of gradient and activation at a layer.
 *
 * @param share  of the positive evidence that lies outside, mean over pictures
 * @param even   what it would be if the evidence were spread evenly: the share of the picture outside
 * @param filter by channel: its share of all evidence outside
 */
record OutsideEvidence(double share, double even, double[] filter) {
    private static final int MOST = 100;

    /** @param output the class, with an object; at least one picture must show it and be taken for it */
    static OutsideEvidence of(final FlawEvidence evidence, final PictureConcepts concepts, final ClassObjects objects, final FlawLayer layer,
            final int output, final Progress progress) throws IOException {
        final int[] pictures = IntStream.range(0, evidence.pictures()).filter(picture -> evidence.truth(picture) == output
                && evidence.predictions().outputs()[picture] == output && objects.shown(concepts, picture, output)).limit(MOST).toArray();
        final ConceptCells cells = ConceptCells.of(layer, evidence.session().graph().input());
        final double[] filter = new double[layer.maps().shape().channels()];
        final List<Double> shares = new ArrayList<>();
        final List<Double> areas = new ArrayList<>();
        new LayerProbe(evidence, layer).forEachContribution(pictures, output, progress, (index, adds) -> {
            final double[] outside = outside(concepts.labels(pictures[index]), objects.of(output), cells, layer);
            final double[] sums = new double[filter.length];
            double inside = 0;
            for (int i = 0; i < adds.length; i++) {
                final double product = Math.max(0, adds[i]);
                sums[i / outside.length] += product * outside[i % outside.length];
                inside += product * (1 - outside[i % outside.length]);
            }
            final double out = Arrays.stream(sums).sum();
            final double all = out + inside;
            if (all > 0) {
                shares.add(out / all);
                areas.add(1 - (double) concepts.area(pictures[index], objects.of(output)) / cells.pixels());
                IntStream.range(0, sums.length).forEach(channel -> filter[channel] += sums[channel] / all);
            }
        });
        final double all = Math.max(Double.MIN_NORMAL, Arrays.stream(filter).sum());
        return new OutsideEvidence(mean(shares), mean(areas), Arrays.stream(filter).map(sum -> sum / all).toArray());
    }

    private static double mean(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** By position: share of its pixels that lie outside of the object. */
    private static double[] outside(final int[][] labels, final int object, final ConceptCells cells, final FlawLayer layer) {
        final int positions = layer.maps().shape().rows() * layer.maps().shape().cols();
        final double[] outside = new double[positions];
        final double[] sizes = new double[positions];
        final boolean[] inside = PixelMask.of(labels, object, 1).inside();
        for (int pixel = 0; pixel < inside.length; pixel++) {
            sizes[cells.position(pixel)]++;
            outside[cells.position(pixel)] += inside[pixel] ? 0 : 1;
        }
        return IntStream.range(0, positions).mapToDouble(i -> sizes[i] == 0 ? 1 : outside[i] / sizes[i]).toArray();
    }
}
