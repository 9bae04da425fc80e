package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.SampledMaps;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.Shape;

/** What the network says when filters of a layer are set to their means at every position. Only the layers above are computed. */
final class SilencedFilters {
    private final FlawEvidence evidence;
    private final FlawLayer layer;
    private final float[] means;

    private SilencedFilters(final FlawEvidence evidence, final FlawLayer layer, final float[] means) {
        this.evidence = evidence;
        this.layer = layer;
        this.means = means;
    }

    /** @param pictures over which the means are taken, ascending, at least one */
    static SilencedFilters of(final FlawEvidence evidence, final FlawLayer layer, final int[] pictures, final Progress progress)
            throws IOException {
        final Shape shape = layer.maps().shape();
        final int positions = shape.rows() * shape.cols();
        final double[] sums = new double[shape.channels()];
        layer.maps().forEachSparse((picture, maps) -> {
            progress.checkCancelled();
            for (int channel = 0; channel < sums.length && Arrays.binarySearch(pictures, picture) >= 0; channel++) {
                for (int i = maps.start(channel); i < maps.start(channel + 1); i++) {
                    sums[channel] += maps.value(i);
                }
            }
        });
        final float[] means = new float[sums.length];
        for (int channel = 0; channel < means.length; channel++) {
            means[channel] = (float) (sums[channel] / ((double) positions * pictures.length));
        }
        return new SilencedFilters(evidence, layer, means);
    }

    /**
     * Silences one group of filters after the other.
     *
     * @param groups   of channels; an empty one changes nothing
     * @param pictures ascending
     * @return by group, pictures in the order given
     */
    List<Answers> answers(final List<int[]> groups, final int[] pictures, final Progress progress) throws IOException {
        final NetworkSession session = evidence.session();
        final LayersAbove above = new LayersAbove(session.graph(), layer.name());
        final String logits = session.graph().logits().name();
        final List<Answers> answers = groups.stream().map(group -> Answers.of(pictures.length)).toList();
        final List<Edit> edits = groups.stream().map(this::edit).toList();
        final int batch = BatchSize.of(session.graph(), above.nodes(), above.given());
        final int[] done = new int[1];
        new SampledMaps(session, above, layer.maps(), evidence.inputs(), batch).forEach(pictures, progress, (shown, given) -> {
            for (int group = 0; group < groups.size(); group++) {
                progress.checkCancelled();
                final Map<String, FeatureMaps> found = session.run(new Pass(given, List.of(edits.get(group))), Set.of(logits));
                for (int image = 0; image < shown.length; image++) {
                    answers.get(group).take(done[0] + image, found.get(logits), image);
                }
            }
            done[0] += shown.length;
        });
        return answers;
    }

    private Edit edit(final int[] channels) {
        final float[] amount = new float[means.length];
        final float[] value = new float[means.length];
        IntStream.of(channels).forEach(channel -> {
            amount[channel] = 1;
            value[channel] = means[channel];
        });
        final Shape shape = Shape.vector(means.length);
        return new Edit(layer.name(), new FeatureMaps(1, shape, amount), new FeatureMaps(1, shape, value));
    }
}
