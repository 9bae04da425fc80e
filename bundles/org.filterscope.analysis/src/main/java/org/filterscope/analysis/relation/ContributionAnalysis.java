package org.filterscope.analysis.relation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.AffineHead;
import org.filterscope.analysis.classes.ClassHead;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.SampledMaps;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.Shape;

/**
 * What each filter of a layer adds to each class's logit, on average over the class's pictures. Exact, over all pictures, where all layers above
 * are affine; otherwise gradient × activation over a sample.
 */
public final class ContributionAnalysis {
    /** Weights kept at a time, in values: 64 MB. More classes than fit take several goes through the maps. */
    private static final long MOST_WEIGHTS = 1L << 24;

    private final NetworkSession session;
    private final ClassHead head;
    private final LayerMaps maps;
    private final int[] sample;
    private final int pictures;

    /**
     * @param maps   of the head's layer, on the pictures whose classes the head knows
     * @param sample how many pictures are looked at where gradients are needed
     * @param seed   of the sample
     */
    public ContributionAnalysis(final NetworkSession session, final ClassHead head, final LayerMaps maps, final int sample, final long seed) {
        this.session = session;
        this.head = head;
        this.maps = maps;
        this.sample = head.classes().draw(sample, seed);
        pictures = maps.pictures();
    }

    /** Why there is nothing to find, in a sentence for the user; empty when there is. */
    public Optional<String> obstacle() {
        return head.obstacle();
    }

    /** Whether the result is exact. */
    public boolean isExact() {
        return head.above().areAffine();
    }

    /** How many steps of progress the analysis takes, which are pictures. */
    public long steps() {
        return isExact() ? (long) pictures * chunks() : sample.length;
    }

    /**
     * @param inputs of the pictures, read only where the result is not exact and something goes past the layer
     * @throws IllegalStateException when there is an {@link #obstacle()}
     */
    public Contributions run(final PictureInputs inputs, final Progress progress) throws IOException {
        obstacle().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        final ContributionSums sums = new ContributionSums(maps.shape().channels(), head.classes().count());
        if (isExact()) {
            exact(sums, progress);
        } else {
            sampled(sums, inputs, progress);
        }
        return new Contributions(head.classes().names(), sums.means(), isExact(), isExact() ? pictures : sample.length);
    }

    private int[] known() {
        return IntStream.range(0, head.classes().count()).filter(c -> head.output(c) >= 0).toArray();
    }

    private int classesAtATime() {
        return Math.clamp(MOST_WEIGHTS / maps.shape().size(), 1, Integer.MAX_VALUE);
    }

    private int chunks() {
        return Math.ceilDiv(known().length, classesAtATime());
    }

    private void exact(final ContributionSums sums, final Progress progress) throws IOException {
        final int[] known = known();
        final int length = maps.shape().rows() * maps.shape().cols();
        for (int first = 0; first < known.length; first += classesAtATime()) {
            final int[] part = Arrays.copyOfRange(known, first, Math.min(known.length, first + classesAtATime()));
            final AffineHead affine = AffineHead.of(session, head.above(), Arrays.stream(part).map(head::output).toArray(), progress);
            maps.forEach((picture, values) -> {
                progress.checkCancelled();
                final int label = head.classes().indices()[picture];
                final int place = Arrays.binarySearch(part, label);
                if (place >= 0) {
                    sums.next(label);
                    for (int channel = 0; channel < maps.shape().channels(); channel++) {
                        sums.add(channel, label, affine.contribution(place, channel, values, channel * length));
                    }
                }
                progress.advance(1);
            });
        }
    }

    private void sampled(final ContributionSums sums, final PictureInputs inputs, final Progress progress) throws IOException {
        final LayersAbove above = head.above();
        // Backwards costs about twice as much again.
        final int batch = Math.max(1, BatchSize.of(head.graph(), above.nodes(), above.given()) / 3);
        new SampledMaps(session, above, maps, inputs, batch).forEach(sample, progress, (chosen, given) -> {
            final int[] labels = Arrays.stream(chosen).map(picture -> head.classes().indices()[picture]).toArray();
            add(sums, given, labels);
            progress.advance(chosen.length);
        });
    }

    private void add(final ContributionSums sums, final Map<String, FeatureMaps> given, final int[] labels) {
        final String layer = head.above().layer();
        final int[] outputs = Arrays.stream(labels).map(head::output).toArray();
        final Gradients found = session.gradients(new Pass(given, List.of()), Target.logits(head.graph(), outputs), Set.of(layer),
                ReluRule.GRADIENT);
        final float[] gradients = found.gradient(layer).values();
        final float[] values = given.get(layer).values();
        final Shape shape = maps.shape();
        for (int image = 0; image < labels.length; image++) {
            sums.next(labels[image]);
            for (int channel = 0; channel < shape.channels(); channel++) {
                final int start = given.get(layer).start(image, channel);
                double sum = 0;
                for (int i = start; i < start + shape.rows() * shape.cols(); i++) {
                    sum += (double) gradients[i] * values[i];
                }
                sums.add(channel, labels[image], sum);
            }
        }
    }
}
