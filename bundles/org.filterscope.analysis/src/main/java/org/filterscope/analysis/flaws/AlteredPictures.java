package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;

/** What the network says of pictures that were changed. */
final class AlteredPictures {
    private final NetworkSession session;

    AlteredPictures(final NetworkSession session) {
        this.session = session;
    }

    /** Makes pictures. */
    @FunctionalInterface
    interface Maker {
        /** @param values where the picture goes, {@code [channel, row, col]}, from the index start on */
        void write(int index, float[] values, int start) throws IOException;
    }

    /**
     * Which output is predicted, by picture.
     *
     * @param edits of layers; empty for the network as it is
     */
    int[] predictions(final int count, final Maker maker, final List<Edit> edits, final Progress progress) throws IOException {
        final NetworkGraph graph = session.graph();
        final int length = Math.toIntExact(graph.input().size());
        final String logits = graph.logits().name();
        final int batch = BatchSize.of(graph, List.of(logits));
        final Answers answers = Answers.of(count);
        for (int first = 0; first < count; first += batch) {
            progress.checkCancelled();
            final int images = Math.min(batch, count - first);
            final float[] values = new float[Math.multiplyExact(images, length)];
            for (int image = 0; image < images; image++) {
                maker.write(first + image, values, image * length);
            }
            final Map<String, FeatureMaps> given = Map.of(graph.nodes().getFirst().name(), new FeatureMaps(images, graph.input(), values));
            final FeatureMaps found = session.run(new Pass(given, edits), Set.of(logits)).get(logits);
            for (int image = 0; image < images; image++) {
                answers.take(first + image, found, image);
            }
        }
        return answers.best();
    }

    /** Index of the highest logit, of equal ones the first. */
    static int highest(final FeatureMaps logits, final int image) {
        return Answers.highest(logits.values(), logits.start(image, 0), logits.shape().channels());
    }
}
