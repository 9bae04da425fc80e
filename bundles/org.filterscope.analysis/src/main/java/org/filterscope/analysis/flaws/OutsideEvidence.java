package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.SampledMaps;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;

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
        final NetworkSession session = evidence.session();
        final LayersAbove above = new LayersAbove(session.graph(), layer.name());
        final ConceptCells cells = ConceptCells.of(layer, session.graph().input());
        final double[] filter = new double[layer.maps().shape().channels()];
        final List<Double> shares = new ArrayList<>();
        final List<Double> areas = new ArrayList<>();
        // Backwards costs about twice as much again.
        final int batch = Math.max(1, BatchSize.of(session.graph(), above.nodes(), above.given()) / 3);
        new SampledMaps(session, above, layer.maps(), evidence.inputs(), batch).forEach(pictures, progress, (shown, given) -> {
            final FeatureMaps gradient = session.gradients(new Pass(given, List.of()), Target.logits(session.graph(),
                    IntStream.of(shown).map(picture -> output).toArray()), Set.of(layer.name()), ReluRule.GRADIENT).gradient(layer.name());
            for (int image = 0; image < shown.length; image++) {
                final double[] outside = outside(concepts.labels(shown[image]), objects.of(output), cells, layer);
                final double[] sums = new double[filter.length];
                double inside = 0;
                for (int channel = 0; channel < filter.length; channel++) {
                    for (int i = 0; i < outside.length; i++) {
                        final int at = gradient.start(image, channel) + i;
                        final double product = Math.max(0, gradient.values()[at] * given.get(layer.name()).values()[at]);
                        sums[channel] += product * outside[i];
                        inside += product * (1 - outside[i]);
                    }
                }
                final double out = Arrays.stream(sums).sum();
                final double all = out + inside;
                if (all > 0) {
                    shares.add(out / all);
                    areas.add(1 - (double) concepts.area(shown[image], objects.of(output)) / cells.pixels());
                    IntStream.range(0, sums.length).forEach(channel -> filter[channel] += sums[channel] / all);
                }
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
