package org.filterscope.analysis.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/** Passes of pictures through a network for the sake of one class: in batches that are over soon, cancelled between them, counted. */
final class ClassPasses {
    private final NetworkSession session;
    private final NetworkGraph graph;
    private final int label;
    private final Progress progress;
    private final int length;
    private PassCount count = new PassCount(0, 0);

    /** Takes a gradient at one picture. */
    @FunctionalInterface
    interface GradientSink {

        /**
         * @param number of the picture
         * @param found  of a whole batch
         * @param image  place of the picture in the batch
         */
        void accept(int number, Gradients found, int image);
    }

    /** @throws IllegalArgumentException when there is no such class */
    ClassPasses(final NetworkSession session, final int label, final Progress progress) {
        this.session = session;
        this.label = label;
        this.progress = progress;
        graph = session.graph();
        length = Math.toIntExact(graph.input().size());
        obstacle(graph).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        final int classes = graph.shape(graph.logits().name()).channels();
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException("there is no class %d among %d".formatted(label, classes));
        }
    }

    /** Why no class of a network can be explained, in a sentence for the user. */
    static Optional<String> obstacle(final NetworkGraph graph) {
        final Shape logits = graph.shape(graph.logits().name());
        return logits.hasMaps() ? Optional.of("the network ends in maps (layer '%s', %s), not in one value a class"
                .formatted(graph.logits().name(), logits)) : Optional.empty();
    }

    NetworkGraph graph() {
        return graph;
    }

    String input() {
        return graph.nodes().getFirst().name();
    }

    /** What was spent so far. */
    PassCount count() {
        return count;
    }

    /** @throws IllegalArgumentException when it is not one picture for this network */
    void check(final FeatureMaps picture) {
        if (picture.images() != 1 || !picture.shape().equals(graph.input())) {
            throw new IllegalArgumentException("%d pictures of %s, the network takes one of %s".formatted(picture.images(), picture.shape(),
                    graph.input()));
        }
    }

    /** The logit and its gradients by some layers, at one picture. */
    Gradients gradients(final FeatureMaps picture, final Set<String> layers, final ReluRule rule) {
        check(picture);
        return gradients(Pass.of(graph, picture), layers, rule);
    }

    /** Values of some layers at one picture. */
    Map<String, FeatureMaps> values(final FeatureMaps picture, final Set<String> layers) {
        check(picture);
        progress.checkCancelled();
        final Map<String, FeatureMaps> found = session.forward(picture, layers);
        done(PassCount.predictions(1));
        return found;
    }

    /** The logit and its gradients by some layers, in a pass of few enough pictures. */
    Gradients gradients(final Pass pass, final Set<String> layers, final ReluRule rule) {
        progress.checkCancelled();
        final Gradients found = session.gradients(pass, Target.logit(graph, label), layers, rule);
        done(PassCount.gradients(pass.images()));
        return found;
    }

    /** The logit's gradient by the input, at many pictures. */
    void forEachGradient(final int pictures, final PictureVariants variants, final ReluRule rule, final GradientSink sink) {
        // Backwards costs about twice as much again.
        final int size = Math.max(1, BatchSize.of(graph, List.of(input())) / 3);
        for (int first = 0; first < pictures; first += size) {
            final FeatureMaps batch = batch(first, Math.min(pictures, first + size), variants);
            final Gradients found = gradients(Pass.of(graph, batch), Set.of(input()), rule);
            for (int image = 0; image < batch.images(); image++) {
                sink.accept(first + image, found, image);
            }
        }
    }

    /** The class's score on many pictures. */
    double[] scores(final int pictures, final PictureVariants variants, final ClassScore score) {
        final double[] scores = new double[pictures];
        final int size = BatchSize.of(graph, List.of(score.layer(graph)));
        for (int first = 0; first < pictures; first += size) {
            final FeatureMaps batch = batch(first, Math.min(pictures, first + size), variants);
            final double[] found = scores(Pass.of(graph, batch), score);
            System.arraycopy(found, 0, scores, first, found.length);
        }
        return scores;
    }

    /** The class's score on one picture. */
    double score(final float[] picture, final ClassScore score) {
        return scores(1, (number, values, start) -> System.arraycopy(picture, 0, values, start, length), score)[0];
    }

    /** The class's score in a pass of few enough pictures. */
    double[] scores(final Pass pass, final ClassScore score) {
        progress.checkCancelled();
        final FeatureMaps found = session.run(pass, Set.of(score.layer(graph))).get(score.layer(graph));
        done(PassCount.predictions(pass.images()));
        final double[] scores = new double[pass.images()];
        Arrays.setAll(scores, image -> score.of(graph, found, image, label));
        return scores;
    }

    private FeatureMaps batch(final int from, final int to, final PictureVariants variants) {
        final float[] values = new float[Math.multiplyExact(to - from, length)];
        for (int number = from; number < to; number++) {
            variants.write(number, values, (number - from) * length);
        }
        return new FeatureMaps(to - from, graph.input(), values);
    }

    private void done(final PassCount more) {
        count = count.plus(more);
        progress.advance(more.forward());
    }
}
