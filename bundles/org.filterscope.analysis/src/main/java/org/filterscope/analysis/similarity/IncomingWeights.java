package org.filterscope.analysis.similarity;

import java.util.Arrays;
import java.util.Optional;

import org.filterscope.analysis.weights.ChannelWeights;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.NormalizationFolding;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Identity;

/** The weights that make a layer's channels, where the layer has some or lies right above one that has: with activation and normalisation between. */
final class IncomingWeights {
    private final Node weighted;
    private final double[] factors;

    IncomingWeights(final NetworkGraph graph, final String layer) {
        factors = new double[graph.shape(layer).channels()];
        Arrays.fill(factors, 1);
        Node node = graph.node(layer).orElseThrow();
        while (node.operator() instanceof Activation || node.operator() instanceof ParametricRelu || node.operator() instanceof Identity
                || node.operator() instanceof BatchNormalization) {
            if (node.operator() instanceof final BatchNormalization normalization) {
                final double[] by = NormalizationFolding.factors(normalization);
                for (int i = 0; i < factors.length; i++) {
                    factors[i] *= by[i];
                }
            }
            node = graph.node(node.inputs().get(0)).orElseThrow();
        }
        weighted = node;
    }

    /** Of two channels; not a number where they have no weights, where all are zero, or where they belong to different inputs. */
    double cosine(final int one, final int other) {
        final Optional<ChannelWeights> first = ChannelWeights.of(weighted.operator(), one);
        final Optional<ChannelWeights> second = ChannelWeights.of(weighted.operator(), other);
        if (first.isEmpty() || second.isEmpty() || first.get().group() != second.get().group()) {
            return Double.NaN;
        }
        final float[] a = first.get().values();
        final float[] b = second.get().values();
        double product = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            squaresOne += (double) a[i] * a[i];
            squaresOther += (double) b[i] * b[i];
        }
        final double sign = Math.signum(factors[one]) * Math.signum(factors[other]);
        return sign == 0 ? Double.NaN : Math.clamp(sign * product / Math.sqrt(squaresOne * squaresOther), -1, 1);
    }
}
