package org.filterscope.analysis.classes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * The weights that affine layers above a layer give to its values: logit = sum over channels and positions of weight × value + what does not
 * depend on the layer. They are the gradient of the logit, which is the same for every picture.
 */
public final class AffineHead {
    private final int channels;
    private final int positions;
    /** By output asked for: one a channel when all positions weigh alike, else {@code [channel, position]}. */
    private final float[][] weights;

    private AffineHead(final Shape shape, final float[][] weights) {
        channels = shape.channels();
        positions = shape.rows() * shape.cols();
        this.weights = weights;
    }

    /**
     * @param above   affine
     * @param outputs whose weights are wanted
     */
    public static AffineHead of(final NetworkSession session, final LayersAbove above, final int[] outputs, final Progress progress) {
        final NetworkGraph graph = session.graph();
        // Backwards costs about twice as much again.
        final int batch = Math.max(1, BatchSize.of(graph, above.nodes(), above.given()) / 3);
        final float[][] weights = new float[outputs.length][];
        for (int first = 0; first < outputs.length; first += batch) {
            progress.checkCancelled();
            final int[] labels = Arrays.copyOfRange(outputs, first, Math.min(outputs.length, first + batch));
            final Map<String, FeatureMaps> zeros = new LinkedHashMap<>();
            above.given().forEach(layer -> zeros.put(layer, zeros(labels.length, graph.shape(layer))));
            final FeatureMaps gradient = session.gradients(new Pass(zeros, List.of()), Target.logits(graph, labels),
                    Set.of(above.layer()), ReluRule.GRADIENT).gradient(above.layer());
            for (int image = 0; image < labels.length; image++) {
                weights[first + image] = compact(gradient, image);
            }
        }
        return new AffineHead(graph.shape(above.layer()), weights);
    }

    private static FeatureMaps zeros(final int images, final Shape shape) {
        return new FeatureMaps(images, shape, new float[Math.toIntExact(images * shape.size())]);
    }

    private static float[] compact(final FeatureMaps gradient, final int image) {
        final int channels = gradient.shape().channels();
        final int positions = gradient.shape().rows() * gradient.shape().cols();
        final float[] one = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            final int start = gradient.start(image, channel);
            one[channel] = gradient.values()[start];
            for (int i = start + 1; i < start + positions; i++) {
                if (gradient.values()[i] != one[channel]) {
                    return Arrays.copyOfRange(gradient.values(), gradient.start(image, 0), gradient.start(image, 0) + channels * positions);
                }
            }
        }
        return one;
    }

    /**
     * What a channel's map adds to an output's logit.
     *
     * @param output index among the outputs asked for
     * @param maps   of a picture
     * @param start  index of the channel's first value
     */
    public double contribution(final int output, final int channel, final float[] maps, final int start) {
        final float[] row = weights[output];
        double sum = 0;
        if (isEven(row)) {
            for (int i = 0; i < positions; i++) {
                sum += maps[start + i];
            }
            return sum * row[channel];
        }
        final int at = channel * positions;
        for (int i = 0; i < positions; i++) {
            sum += (double) row[at + i] * maps[start + i];
        }
        return sum;
    }

    /**
     * What a channel's map adds to the logit of each output asked for.
     *
     * @param into where to
     */
    public void contributions(final int channel, final float[] maps, final int start, final double[] into) {
        double sum = 0;
        for (int i = start; i < start + positions; i++) {
            sum += maps[i];
        }
        for (int output = 0; output < weights.length; output++) {
            final boolean even = isEven(weights[output]);
            into[output] = even ? sum * weights[output][channel] : contribution(output, channel, maps, start);
        }
    }

    /** What a channel's map of ones adds to an output's logit. */
    public double weight(final int output, final int channel) {
        final float[] row = weights[output];
        if (isEven(row)) {
            return (double) row[channel] * positions;
        }
        double sum = 0;
        for (int i = channel * positions; i < (channel + 1) * positions; i++) {
            sum += row[i];
        }
        return sum;
    }

    /** Whether all positions weigh alike. */
    private boolean isEven(final float[] row) {
        return row.length == channels;
    }
}
