package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.SampledMaps;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Shape;

/** What the network's last layer decides from: the inputs of the dense layer that makes the logits. */
final class DecidingFeatures {
    private static final int MOST = 4096;

    private final FlawEvidence evidence;
    private final Node logits;

    DecidingFeatures(final FlawEvidence evidence) {
        this.evidence = evidence;
        logits = evidence.session().graph().logits();
    }

    /** Why there are none to look at, in a sentence for the user; empty when there are. */
    Optional<String> obstacle() {
        if (!(logits.operator() instanceof Dense)) {
            return Optional.of("the logits (layer '%s') are not those of a dense layer".formatted(logits.name()));
        }
        final Shape shape = evidence.session().graph().shape(feature());
        if (shape.size() > MOST) {
            return Optional.of("the last layer decides from %d values; at most %d can be looked at".formatted(shape.size(), MOST));
        }
        final boolean above = evidence.layers().stream().anyMatch(this::reaches);
        return above ? Optional.empty() : Optional.of("no layer that was looked into lies below the last one");
    }

    private String feature() {
        return logits.inputs().getFirst();
    }

    private boolean reaches(final FlawLayer layer) {
        return new LayersAbove(evidence.session().graph(), layer.name()).nodes().stream().anyMatch(node -> node.name().equals(feature()));
    }

    /** Of each picture. */
    int count() {
        return Math.toIntExact(evidence.session().graph().shape(feature()).size());
    }

    /**
     * @param wanted pictures, ascending
     * @return {@code [picture][feature]}, in the order of these
     */
    double[][] read(final int[] wanted, final Progress progress) throws IOException {
        final FlawLayer layer = evidence.layers().reversed().stream().filter(this::reaches).findFirst().orElseThrow();
        final NetworkSession session = evidence.session();
        final LayersAbove above = new LayersAbove(session.graph(), layer.name());
        final double[][] features = new double[wanted.length][];
        final int batch = BatchSize.of(session.graph(), above.nodes(), above.given());
        new SampledMaps(session, above, layer.maps(), evidence.inputs(), batch).forEach(wanted, progress,
                (pictures, given) -> {
                    final FeatureMaps found = session.run(new Pass(given, List.of()), Set.of(feature())).get(feature());
                    for (int image = 0; image < pictures.length; image++) {
                        final int from = found.start(image, 0);
                        features[Arrays.binarySearch(wanted, pictures[image])] =
                                doubles(Arrays.copyOfRange(found.values(), from, from + (int) found.shape().size()));
                    }
                    progress.advance(pictures.length);
                });
        progress.advance(evidence.pictures() - wanted.length);
        return features;
    }

    private static double[] doubles(final float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** The same with mean 0 and standard deviation 1; features that never change stay 0. */
    static double[][] standardised(final double[][] features) {
        final int pictures = features.length;
        final double[][] standard = new double[pictures][features[0].length];
        for (int feature = 0; feature < features[0].length; feature++) {
            double sum = 0;
            double squares = 0;
            for (final double[] row : features) {
                sum += row[feature];
            }
            for (final double[] row : features) {
                squares += (row[feature] - sum / pictures) * (row[feature] - sum / pictures);
            }
            final double spread = Math.sqrt(squares / pictures);
            for (int picture = 0; spread > 0 && picture < pictures; picture++) {
                standard[picture][feature] = (features[picture][feature] - sum / pictures) / spread;
            }
        }
        return standard;
    }
}
