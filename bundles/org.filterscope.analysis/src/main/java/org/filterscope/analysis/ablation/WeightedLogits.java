package org.filterscope.analysis.ablation;

import java.util.Map;

import org.filterscope.analysis.ablation.AblationTally.Value;
import org.filterscope.analysis.classes.AffineHead;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;

/** Where all layers above are affine: the logit less the filter's contribution, plus that of its mean. */
final class WeightedLogits implements AblatedLogits {
    private final String layer;
    private final AffineHead head;
    private final float[] means;

    /**
     * @param head  for all outputs
     * @param means by channel
     */
    WeightedLogits(final String layer, final AffineHead head, final float[] means) {
        this.layer = layer;
        this.head = head;
        this.means = means;
    }

    @Override
    public void predict(final Map<String, FeatureMaps> given, final FeatureMaps base, final Listener listener, final Progress progress) {
        final FeatureMaps maps = given.get(layer);
        final int outputs = base.shape().channels();
        final double[] contributions = new double[outputs];
        for (int image = 0; image < base.images(); image++) {
            for (int channel = 0; channel < means.length; channel++) {
                head.contributions(channel, maps.values(), maps.start(image, channel), contributions);
                int zero = 0;
                int mean = 0;
                double highestZero = Double.NEGATIVE_INFINITY;
                double highestMean = Double.NEGATIVE_INFINITY;
                for (int output = 0; output < outputs; output++) {
                    final double without = base.values()[base.start(image, output)] - contributions[output];
                    final double withMean = without + head.weight(output, channel) * means[channel];
                    if (without > highestZero) {
                        highestZero = without;
                        zero = output;
                    }
                    if (withMean > highestMean) {
                        highestMean = withMean;
                        mean = output;
                    }
                }
                listener.predicted(image, channel, Value.ZERO, zero);
                listener.predicted(image, channel, Value.MEAN, mean);
            }
            progress.checkCancelled();
            progress.advance(2L * means.length);
        }
    }
}
