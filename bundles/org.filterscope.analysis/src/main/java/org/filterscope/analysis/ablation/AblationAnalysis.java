package org.filterscope.analysis.ablation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.ablation.AblationTally.Value;
import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.AffineHead;
import org.filterscope.analysis.classes.ClassHead;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.SampledMaps;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.Shape;

/**
 * How the accuracy on each class changes when a filter is set to zero, or to its mean, at every position. Works on a sample of pictures and their
 * stored maps: only the layers above are computed, without a convolution that comes first, and where all are affine not even they.
 */
public final class AblationAnalysis {
    /** Weights of affine layers that are kept, in values: 256 MB. With more, the layers above are run. */
    private static final long MOST_WEIGHTS = 1L << 26;

    private final NetworkSession session;
    private final ClassHead head;
    private final LayerMaps maps;
    private final int[] sample;
    private final AblatedStart start;

    /**
     * @param maps   of the head's layer, on the pictures whose classes the head knows
     * @param sample how many pictures are looked at, drawn evenly from the classes
     * @param seed   of the sample
     */
    public AblationAnalysis(final NetworkSession session, final ClassHead head, final LayerMaps maps, final int sample, final long seed) {
        this.session = session;
        this.head = head;
        this.maps = maps;
        this.sample = head.classes().draw(sample, seed);
        final Optional<StartAboveConvolution> convolution = StartAboveConvolution.of(head.graph(), head.above());
        start = convolution.isPresent() ? convolution.get() : new StartAtLayer(head.above(), maps.shape());
    }

    /** Why there is nothing to find, in a sentence for the user; empty when there is. */
    public Optional<String> obstacle() {
        final Optional<String> general = head.obstacle();
        return general.isEmpty() && head.logits() == 1
                ? Optional.of("the network has a single output, so that there is no class to take for another") : general;
    }

    /** Whether logits are computed from weights, without running the layers above for each filter. */
    public boolean isShort() {
        return head.above().areAffine() && maps.shape().size() * head.logits() <= MOST_WEIGHTS;
    }

    /** How many steps of progress the analysis takes: one for each picture and ablation. */
    public long steps() {
        return 2L * sample.length * maps.shape().channels();
    }

    /**
     * @param inputs of the pictures, read only where something goes past the layer
     * @throws IllegalStateException when there is an {@link #obstacle()}
     */
    public Ablations run(final PictureInputs inputs, final Progress progress) throws IOException {
        obstacle().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        final LayersAbove above = head.above();
        final int batch = BatchSize.of(head.graph(), above.nodes(), above.given());
        final float[] means = means(progress);
        final AblationTally tally = new AblationTally(head, maps.shape().channels(), sample);
        final AblatedLogits logits = isShort()
                ? new WeightedLogits(above.layer(), AffineHead.of(session, above, IntStream.range(0, head.logits()).toArray(), progress), means)
                : new ComputedLogits(session, above.layer(), start, means, batchAboveStart());
        new SampledMaps(session, above, maps, inputs, batch).forEach(sample, progress, (pictures, given) -> {
            final int[] truths = Arrays.stream(pictures).map(picture -> head.classes().indices()[picture]).toArray();
            final FeatureMaps base = base(given);
            final int[] before = IntStream.range(0, truths.length).map(image -> Prediction.of(base, image)).toArray();
            for (int image = 0; image < truths.length; image++) {
                tally.base(truths[image], before[image]);
            }
            logits.predict(given, base, (image, channel, value, output) ->
                    tally.ablated(channel, value, truths[image], before[image], output), progress);
        });
        return new Ablations(head.classes().names(), tally.accuracy(), tally.accuracies(Value.ZERO), tally.accuracies(Value.MEAN),
                tally.balanced(Value.ZERO), tally.balanced(Value.MEAN), sample.length);
    }

    private int batchAboveStart() {
        return BatchSize.of(head.graph(), start.above().nodes(), start.above().given());
    }

    private FeatureMaps base(final Map<String, FeatureMaps> given) {
        final String logits = head.graph().logits().name();
        return session.run(new Pass(given, List.of()), Set.of(logits)).get(logits);
    }

    /** Of all values of each channel, over the sample. */
    private float[] means(final Progress progress) throws IOException {
        final Shape shape = maps.shape();
        final int positions = shape.rows() * shape.cols();
        final double[] sums = new double[shape.channels()];
        maps.forEach((picture, values) -> {
            progress.checkCancelled();
            if (Arrays.binarySearch(sample, picture) >= 0) {
                for (int i = 0; i < values.length; i++) {
                    sums[i / positions] += values[i];
                }
            }
        });
        final float[] means = new float[sums.length];
        for (int channel = 0; channel < means.length; channel++) {
            means[channel] = (float) (sums[channel] / ((double) positions * sample.length));
        }
        return means;
    }
}
