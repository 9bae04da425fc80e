package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.SampledMaps;
import org.filterscope.analysis.maps.SelectedMaps;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.SimilarRow;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.Shape;

/** Asks the layers above a layer about pictures whose maps are stored: what its filters add to a logit, what is predicted without some of them. */
final class LayerProbe {
    private final NetworkSession session;
    private final FlawLayer layer;
    private final FlawEvidence evidence;
    private final LayersAbove above;

    LayerProbe(final FlawEvidence evidence, final FlawLayer layer) {
        this.evidence = evidence;
        this.layer = layer;
        session = evidence.session();
        above = new LayersAbove(session.graph(), layer.name());
    }

    /** Of the layers that the logits depend on the highest that has maps: it decides. Empty when there is none. */
    static Optional<LayerProbe> deciding(final FlawEvidence evidence) {
        return all(evidence).stream().findFirst();
    }

    /** Layers with maps that the logits depend on, the highest first. */
    static List<LayerProbe> all(final FlawEvidence evidence) {
        final List<LayerProbe> probes = new ArrayList<>();
        for (final FlawLayer layer : evidence.layers().reversed()) {
            final LayerProbe probe = new LayerProbe(evidence, layer);
            if (layer.maps().shape().hasMaps() && probe.above.reachLogits()) {
                probes.add(probe);
            }
        }
        return probes;
    }

    FlawLayer layer() {
        return layer;
    }

    /** Whether every logit is a fixed weighting of the layer's values, so that contributions are exact and the weights can be fitted anew. */
    boolean isAffine() {
        return above.areAffine();
    }

    /** Sees one picture after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param index  among the pictures asked for
         * @param adds   gradient × activation, {@code [channel, row, col]}; used anew for the next picture
         */
        void visit(int index, float[] adds) throws IOException;
    }

    /** What each value of the layer adds to an output's logit on some pictures: exact where the layer is affine, else gradient × activation. */
    void forEachContribution(final int[] pictures, final int output, final Progress progress, final Visitor visitor) throws IOException {
        final int length = Math.toIntExact(layer.maps().shape().size());
        final float[] adds = new float[length];
        // Backwards costs about twice as much again.
        forEach(pictures, 3, progress, (first, pass) -> {
            final int[] outputs = new int[pass.images()];
            Arrays.fill(outputs, output);
            final float[] gradient = session.gradients(pass, Target.logits(session.graph(), outputs), Set.of(layer.name()),
                    ReluRule.GRADIENT).gradient(layer.name()).values();
            final float[] values = pass.given().get(layer.name()).values();
            for (int image = 0; image < outputs.length; image++) {
                for (int i = 0; i < length; i++) {
                    adds[i] = gradient[image * length + i] * values[image * length + i];
                }
                visitor.visit(first + image, adds);
            }
        });
    }

    /** What each filter adds to an output's logit: {@code [picture, channel]}. */
    double[][] contributions(final int[] pictures, final int output, final Progress progress) throws IOException {
        final Shape shape = layer.maps().shape();
        final int positions = shape.rows() * shape.cols();
        final double[][] sums = new double[pictures.length][shape.channels()];
        forEachContribution(pictures, output, progress, (index, adds) -> {
            for (int i = 0; i < adds.length; i++) {
                sums[index][i / positions] += adds[i];
            }
        });
        return sums;
    }

    /** Which outputs are predicted, by picture, with some filters set to values at every position; none for the network as it is. */
    int[] predictions(final int[] pictures, final int[] channels, final float[] values, final Progress progress) throws IOException {
        return answers(pictures, List.of(edit(channels, values)), progress).getFirst().best();
    }

    /**
     * What the network says with one edit of the layer after the other.
     *
     * @param pictures in any order
     * @return by edit, pictures in the order given
     */
    List<Answers> answers(final int[] pictures, final List<Edit> edits, final Progress progress) throws IOException {
        final List<Answers> answers = edits.stream().map(edit -> Answers.of(pictures.length)).toList();
        forEach(pictures, 1, progress, (first, pass) -> {
            for (int i = 0; i < edits.size(); i++) {
                progress.checkCancelled();
                take(answers.get(i), first, pass.with(edits.get(i)));
            }
        });
        return answers;
    }

    private void take(final Answers answers, final int first, final Pass pass) {
        final String logits = session.graph().logits().name();
        final FeatureMaps found = session.run(pass, Set.of(logits)).get(logits);
        for (int image = 0; image < found.images(); image++) {
            answers.take(first + image, found, image);
        }
    }

    /**
     * How many predictions change when filters are replaced by others: each one's map by that of the other, scaled to fit best on these pictures.
     *
     * @param pairs of a filter that stays, and one that it replaces
     */
    int changedByReplacing(final int[] pictures, final List<SimilarRow> pairs, final Progress progress) throws IOException {
        final int positions = layer.maps().shape().rows() * layer.maps().shape().cols();
        final int length = Math.toIntExact(layer.maps().shape().size());
        final double[] scales = scales(pictures, pairs, positions, progress);
        final Answers before = Answers.of(pictures.length);
        final Answers after = Answers.of(pictures.length);
        forEach(pictures, 1, progress, (first, pass) -> {
            final float[] values = pass.given().get(layer.name()).values().clone();
            for (int image = 0; image < pass.images(); image++) {
                for (int pair = 0; pair < scales.length; pair++) {
                    final int from = image * length + pairs.get(pair).channel() * positions;
                    final int to = image * length + pairs.get(pair).other() * positions;
                    for (int i = 0; i < positions; i++) {
                        values[to + i] = (float) (scales[pair] * values[from + i]);
                    }
                }
            }
            final Map<String, FeatureMaps> given = new HashMap<>(pass.given());
            given.put(layer.name(), new FeatureMaps(pass.images(), layer.maps().shape(), values));
            take(before, first, pass);
            take(after, first, new Pass(given, List.of()));
        });
        return (int) IntStream.range(0, pictures.length).filter(i -> before.best(i) != after.best(i)).count();
    }

    private double[] scales(final int[] pictures, final List<SimilarRow> pairs, final int positions, final Progress progress) throws IOException {
        final double[] products = new double[pairs.size()];
        final double[] squares = new double[pairs.size()];
        new SelectedMaps(layer.maps(), pictures).forEach((picture, values) -> {
            progress.checkCancelled();
            for (int pair = 0; pair < products.length; pair++) {
                for (int i = 0; i < positions; i++) {
                    final double stays = values[pairs.get(pair).channel() * positions + i];
                    products[pair] += stays * values[pairs.get(pair).other() * positions + i];
                    squares[pair] += stays * stays;
                }
            }
        });
        return IntStream.range(0, products.length).mapToDouble(pair -> squares[pair] > 0 ? products[pair] / squares[pair] : 0).toArray();
    }

    /** Some filters set to values at every position; none changes nothing. */
    Edit edit(final int[] channels, final float[] values) {
        final Shape all = Shape.vector(layer.maps().shape().channels());
        final float[] amount = new float[all.channels()];
        final float[] value = new float[all.channels()];
        for (int i = 0; i < channels.length; i++) {
            amount[channels[i]] = 1;
            value[channels[i]] = values[i];
        }
        return new Edit(layer.name(), new FeatureMaps(1, all, amount), new FeatureMaps(1, all, value));
    }

    /** Mean of all values of some filters on some pictures. */
    float[] means(final int[] pictures, final int[] channels, final Progress progress) throws IOException {
        final int positions = layer.maps().shape().rows() * layer.maps().shape().cols();
        final double[] sums = new double[channels.length];
        new SelectedMaps(layer.maps(), pictures).forEach((picture, values) -> {
            progress.checkCancelled();
            for (int i = 0; i < channels.length; i++) {
                for (int at = channels[i] * positions; at < (channels[i] + 1) * positions; at++) {
                    sums[i] += values[at];
                }
            }
        });
        final float[] means = new float[channels.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / ((double) positions * pictures.length));
        }
        return means;
    }

    /** Gets a batch. */
    @FunctionalInterface
    private interface Batch {
        void run(int first, Pass pass) throws IOException;
    }

    private void forEach(final int[] pictures, final int cost, final Progress progress, final Batch batch) throws IOException {
        final int size = Math.max(1, BatchSize.of(session.graph(), above.nodes(), above.given()) / cost);
        new SampledMaps(session, above, new SelectedMaps(layer.maps(), pictures),
                (picture, values, start) -> evidence.inputs().write(pictures[picture], values, start), size)
                .forEach(IntStream.range(0, pictures.length).toArray(), progress,
                        (indices, given) -> batch.run(indices[0], new Pass(given, List.of())));
    }
}
