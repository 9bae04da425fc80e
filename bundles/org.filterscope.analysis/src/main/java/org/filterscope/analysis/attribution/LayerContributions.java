package org.filterscope.analysis.attribution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.attribution.LayerContribution.Kind;
import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;

/** What each filter of a layer adds to a class's logit on one picture, compared with the layer at zero everywhere. */
public final class LayerContributions {
    private static final int STEPS = 100;

    private final String layer;
    private final int steps;

    /** With 100 steps where gradients are integrated. */
    public LayerContributions(final String layer) {
        this(layer, STEPS);
    }

    /** @param steps in the middle of which the gradient is taken where it is integrated; at least one */
    public LayerContributions(final String layer, final int steps) {
        this.layer = layer;
        this.steps = Count.positive(steps, "steps");
    }

    /** Why there is nothing to say, in a sentence for the user; empty when there is. */
    public Optional<String> obstacle(final NetworkGraph graph) {
        return ClassPasses.obstacle(graph).or(() -> new LayersAbove(graph, layer).reachLogits() ? Optional.empty()
                : Optional.of("the logits (layer '%s') do not depend on layer '%s'".formatted(graph.logits().name(), layer)));
    }

    /** What {@link #integrated} will cost. */
    public PassCount integratedCost() {
        return PassCount.gradients(steps).plus(PassCount.predictions(3));
    }

    /**
     * Exact where all layers above are affine, else gradient × activation. One pass; where they are exact two more, to see that they sum up.
     *
     * @param picture {@code [1, channel, row, col]}
     * @throws IllegalStateException    when there is an {@link #obstacle}
     * @throws IllegalArgumentException when the picture has another shape than the network's input, or there is no such class
     */
    public LayerContribution quick(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = passes(session, label, progress);
        passes.check(picture);
        final LayersAbove above = new LayersAbove(session.graph(), layer);
        final Gradients found = passes.gradients(picture, Set.of(layer), ReluRule.GRADIENT);
        final FeatureMaps values = found.value(layer);
        final double[] positions = new double[values.values().length];
        add(positions, values, found.gradient(layer), 0, 1);
        final double[] sums = sums(positions, values);
        final double logit = found.value(session.graph().logits().name()).values()[label];
        if (!above.areAffine()) {
            return new LayerContribution(sums, positions, Kind.GRADIENT, logit, passes.count(), Optional.empty());
        }
        final Map<String, FeatureMaps> given = passes.values(picture, above.given());
        final double empty = passes.scores(part(given, 0, 1, 0), ClassScore.LOGIT)[0];
        return new LayerContribution(sums, positions, Kind.EXACT, logit, passes.count(),
                Optional.of(new Completeness(Doubles.sum(sums), logit - empty)));
    }

    /**
     * Integrated gradients along the layer, from zero to its values; what goes past the layer stays as it is.
     *
     * @throws IllegalStateException    when there is an {@link #obstacle}
     * @throws IllegalArgumentException when the picture has another shape than the network's input, or there is no such class
     */
    public LayerContribution integrated(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = passes(session, label, progress);
        final NetworkGraph graph = session.graph();
        final LayersAbove above = new LayersAbove(graph, layer);
        final Map<String, FeatureMaps> given = passes.values(picture, above.given());
        final FeatureMaps values = given.get(layer);
        final double[] positions = new double[values.values().length];
        // Backwards costs about twice as much again.
        final int size = Math.max(1, BatchSize.of(graph, above.nodes(), above.given()) / 3);
        for (int first = 0; first < steps; first += size) {
            final int images = Math.min(size, steps - first);
            final FeatureMaps gradient = passes.gradients(part(given, first, images, 1.0 / steps), Set.of(layer),
                    ReluRule.GRADIENT).gradient(layer);
            for (int image = 0; image < images; image++) {
                add(positions, values, gradient, image, 1.0 / steps);
            }
        }
        final double[] sums = sums(positions, values);
        final double logit = passes.scores(new Pass(given, List.of()), ClassScore.LOGIT)[0];
        final double empty = passes.scores(part(given, 0, 1, 0), ClassScore.LOGIT)[0];
        return new LayerContribution(sums, positions, Kind.INTEGRATED, logit, passes.count(),
                Optional.of(new Completeness(Doubles.sum(sums), logit - empty)));
    }

    private ClassPasses passes(final NetworkSession session, final int label, final Progress progress) {
        obstacle(session.graph()).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return new ClassPasses(session, label, progress);
    }

    private static void add(final double[] positions, final FeatureMaps values, final FeatureMaps gradient, final int image, final double share) {
        final int start = gradient.start(image, 0);
        for (int i = 0; i < positions.length; i++) {
            positions[i] += share * gradient.values()[start + i] * values.values()[i];
        }
    }

    private static double[] sums(final double[] positions, final FeatureMaps values) {
        final double[] sums = new double[values.shape().channels()];
        final int each = positions.length / sums.length;
        for (int i = 0; i < positions.length; i++) {
            sums[i / each] += positions[i];
        }
        return sums;
    }

    /** The layer's values faded to the middles of some steps, with what goes past it. */
    private Pass part(final Map<String, FeatureMaps> given, final int first, final int images, final double step) {
        final Map<String, FeatureMaps> part = new LinkedHashMap<>();
        given.forEach((name, maps) -> {
            final int length = maps.values().length;
            final float[] faded = new float[Math.multiplyExact(images, length)];
            for (int i = 0; i < faded.length; i++) {
                final double share = name.equals(layer) ? (first + i / length + 0.5) * step : 1;
                faded[i] = (float) (share * maps.values()[i % length]);
            }
            part.put(name, new FeatureMaps(images, maps.shape(), faded));
        });
        return new Pass(part, List.of());
    }
}
